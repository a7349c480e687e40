import { borrowOf } from '../broker/short-sale';
import type { Instrument } from '../market/instrument';
import { betaOf, dividendYieldOf, marketCapOf, priceEarningsOf, traitOf } from '../market/wire-fundamentals';
import type { World } from '../world';

/** Something a scanner can rank and filter by. Codes and names are IBKR's public ones; figures are the practice market's. */
export interface Fact {
  /** As in `priceAbove`, `priceBelow`. */
  readonly code: string;
  readonly name: string;
  readonly of: (world: World, instrument: Instrument) => number;
  readonly show: (value: number) => string;
}

const last = (world: World, instrument: Instrument) => world.market.quote(instrument).last;
const prior = (world: World, instrument: Instrument) => world.market.priorClose(instrument);
export const changeOf = (world: World, instrument: Instrument): number =>
  (last(world, instrument) / prior(world, instrument) - 1) * 100;
export const volumeOf = (world: World, instrument: Instrument): number => world.market.day(instrument).volume;
const openOf = (world: World, instrument: Instrument) => world.market.day(instrument).open;
const impliedOf = ({ model, conid }: Instrument) =>
  model.kind === 'path' ? model.volatility * 100 : 15 + (conid % 20);

export const plain = (value: number): string => value.toFixed(2);
export const percent = (value: number): string => `${value.toFixed(2)}%`;
export const short = (value: number): string =>
  value >= 1e9
    ? `${(value / 1e9).toFixed(2)}B`
    : value >= 1e6
      ? `${(value / 1e6).toFixed(2)}M`
      : value >= 1e4
        ? `${(value / 1e3).toFixed(1)}K`
        : value.toFixed(0);

const fact = (code: string, name: string, of: Fact['of'], show: Fact['show'] = plain): Fact => ({
  code,
  name,
  of,
  show,
});
/** Figures that belong to a company for good, drawn once from its conid. */
const trait = (
  code: string,
  name: string,
  salt: number,
  [low, high]: readonly [number, number],
  show: Fact['show'] = plain,
): Fact => fact(code, name, (_world, instrument) => traitOf(instrument, salt, low, high), show);

export const facts: readonly Fact[] = [
  fact('price', 'Price', last),
  fact('volume', 'Volume', volumeOf, short),
  fact('usdVolume', 'Volume ($)', (w, i) => (volumeOf(w, i) * last(w, i)) / i.magnifier, short),
  fact(
    'usdPrice',
    'Price ($)',
    (w, i) => (last(w, i) / i.magnifier) * Number(w.valuation.rate(i.currency).toFixed(6)),
  ),
  fact('avgVolume', 'Average Volume', (_w, i) => i.dailyVolume, short),
  fact('changePerc', 'Change (%)', changeOf, percent),
  fact('changeOpenPerc', 'Change Since Open (%)', (w, i) => (last(w, i) / openOf(w, i) - 1) * 100, percent),
  fact('openGapPerc', 'Open Gap (%)', (w, i) => (openOf(w, i) / prior(w, i) - 1) * 100, percent),
  fact('priceRange', 'Price Range', (w, i) => w.market.day(i).high - w.market.day(i).low),
  fact('tradeCount', 'Trade Count', (w, i) => volumeOf(w, i) / 180, short),
  fact('tradeRate', 'Trade Rate', (w, i) => volumeOf(w, i) / 180 / 390),
  fact('volumeRate', 'Volume Rate', (w, i) => volumeOf(w, i) / 390, short),
  fact('halted', 'Halted', (w, i) => (w.market.quote(i).halted ? 1 : 0)),
  fact('marketCap', 'Market Cap ($M)', (w, i) => marketCapOf(i, last(w, i)), short),
  fact('minPeRatio', 'Price/Earnings', (_w, i) => priceEarningsOf(i)),
  fact('beta', 'Beta', (_w, i) => betaOf(i)),
  fact(
    'dividendYieldFrd',
    'Dividend Yield (%)',
    (w, i) => dividendYieldOf(w.market, i, w.clock.now(), last(w, i)).percent,
    percent,
  ),
  fact('dividendFrd', 'Dividend', (w, i) => dividendYieldOf(w.market, i, w.clock.now(), last(w, i)).yearly),
  fact('impVolat', '30-Day Implied Volatility', (_w, i) => impliedOf(i), percent),
  trait('impVolatPerc', 'Implied Volatility Change (%)', 31, [-20, 20], percent),
  trait('impVolatOverHist', 'Implied/Historical Volatility', 32, [0.7, 1.4]),
  fact(
    'histVolat',
    '30-Day Historical Volatility',
    (_w, i) => impliedOf(i) * traitOf(i, 23, 0.8, 1.2),
    percent,
  ),
  fact('shortableShares', 'Shortable Shares', (_w, i) => borrowOf(i)?.shares ?? 0, short),
  fact('feeRate', 'Fee Rate (%)', (_w, i) => borrowOf(i)?.feePercent ?? 0, percent),
  trait('utilization', 'Utilization (%)', 33, [1, 99], percent),
  trait('optVolume', 'Option Volume', 25, [20_000, 900_000], short),
  trait('optVolumePerc', 'Option Volume Change (%)', 26, [-60, 140], percent),
  trait('optOpnInterest', 'Option Open Interest', 34, [50_000, 5_000_000], short),
  trait('putCallRatio', 'Put/Call Ratio', 22, [0.3, 1.5]),
  trait('avgRating', 'Average Analyst Rating', 35, [1, 5]),
  trait('numRatings', 'Number of Ratings', 36, [3, 55], (value) => value.toFixed(0)),
  trait('avgPriceTarget', 'Average Target Price Ratio', 37, [0.8, 1.5]),
  trait('minRetnOnEq', 'Return on Equity (%)', 38, [-10, 60], percent),
  trait('minPrice2Bk', 'Price/Book', 39, [0.5, 18]),
  trait('minPrice2TanBk', 'Price/Tangible Book', 40, [0.6, 25]),
  trait('minQuickRatio', 'Quick Ratio', 41, [0.3, 4]),
  trait('minGrowthRate', 'Growth Rate (%)', 42, [-15, 45], percent),
  trait('epsChangeTTM', 'EPS Change TTM (%)', 43, [-50, 90], percent),
  trait('revChangeTTM', 'Revenue Change TTM (%)', 44, [-20, 60], percent),
  trait('revGrowthRate5Y', 'Revenue Growth 5Y (%)', 45, [-5, 40], percent),
  trait('operatingMarginTTM', 'Operating Margin TTM (%)', 46, [-10, 45], percent),
  trait('netProfitMarginTTM', 'Net Profit Margin TTM (%)', 47, [-15, 38], percent),
  trait('payoutRatioTTM', 'Payout Ratio TTM (%)', 48, [0, 95], percent),
  trait('insiderOfFloat', 'Insiders of Float (%)', 49, [0, 40], percent),
  trait('institutionalOfFloat', 'Institutions of Float (%)', 50, [10, 99], percent),
  trait('shortInterest', 'Short Interest (% of Float)', 51, [0.2, 25], percent),
  trait('lastVsEMAChangeRatio20', 'Price/EMA(20)', 52, [-12, 12], percent),
  trait('lastVsEMAChangeRatio50', 'Price/EMA(50)', 53, [-18, 18], percent),
  trait('lastVsEMAChangeRatio100', 'Price/EMA(100)', 54, [-24, 24], percent),
  trait('lastVsEMAChangeRatio200', 'Price/EMA(200)', 55, [-30, 30], percent),
  trait('macd', 'MACD', 56, [-3, 3]),
  trait('macdSignal', 'MACD Signal', 57, [-3, 3]),
  trait('macdHistogram', 'MACD Histogram', 58, [-1, 1]),
  trait('ppo', 'PPO', 59, [-3, 3]),
  trait('ppoSignal', 'PPO Signal', 60, [-3, 3]),
  trait('socialSentimentScore', 'Social Sentiment Score', 61, [-1, 1]),
  trait('esgScore', 'ESG Score', 62, [1, 10]),
  trait('iVRank13', 'IV Rank 13 Week', 63, [0, 100]),
  trait('iVRank26', 'IV Rank 26 Week', 64, [0, 100]),
  trait('iVRank52', 'IV Rank 52 Week', 65, [0, 100]),
  trait('iVPercntl52', 'IV Percentile 52 Week', 66, [0, 100]),
  trait('hVRank52', 'HV Rank 52 Week', 67, [0, 100]),
];
