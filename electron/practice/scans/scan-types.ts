import { changeOf, facts, percent, plain, short, volumeOf, type Fact } from './facts';
import type { Instrument } from '../market/instrument';
import type { World } from '../world';

/** A ranking: the highest `score` comes first. */
export interface ScanType {
  readonly code: string;
  readonly name: string;
  readonly column: string;
  readonly score: (world: World, instrument: Instrument) => number;
  readonly show: (score: number) => string;
  /** Shares only: the figure makes no sense for a future or a bond. */
  readonly sharesOnly: boolean;
}

const factOf = (code: string): Fact => {
  const found = facts.find((fact) => fact.code === code);
  if (found === undefined) throw new Error(`No fact ${code}`);
  return found;
};

const most = (code: string, name: string, column: string, by: string): ScanType => {
  const { of, show } = factOf(by);
  return { code, name, column, score: of, show, sharesOnly: true };
};
const least = (code: string, name: string, column: string, by: string): ScanType => {
  const { of, show } = factOf(by);
  return { code, name, column, score: (w, i) => -of(w, i), show: (s) => show(-s), sharesOnly: true };
};
const any = (scan: ScanType): ScanType => ({ ...scan, sharesOnly: false });
const extremeOf = (
  world: World,
  instrument: Instrument,
  weeks: number,
  pick: (...values: number[]) => number,
): number =>
  pick(
    ...Array.from(
      { length: weeks },
      (_, week) => world.market.quote(instrument, world.clock.now() - week * 7 * 86_400_000).last,
    ),
  );

export const scanTypes: readonly ScanType[] = [
  any(most('TOP_PERC_GAIN', 'Top % Gainers', 'Chg%', 'changePerc')),
  any(least('TOP_PERC_LOSE', 'Top % Losers', 'Chg%', 'changePerc')),
  any(most('MOST_ACTIVE', 'Most Active', 'Volume', 'volume')),
  most('MOST_ACTIVE_USD', 'Most Active ($)', 'Volume', 'usdVolume'),
  most('MOST_ACTIVE_AVG_USD', 'Most Active Average ($)', 'Volume', 'avgVolume'),
  any({
    code: 'HOT_BY_VOLUME',
    name: 'Hot Contracts by Volume',
    column: 'Volume',
    score: (w, i) => (i.dailyVolume === 0 ? 0 : (volumeOf(w, i) / i.dailyVolume) * 100),
    show: percent,
    sharesOnly: false,
  }),
  any({
    code: 'HOT_BY_PRICE',
    name: 'Hot Contracts by Price',
    column: 'Chg%',
    score: (w, i) => Math.abs(changeOf(w, i)),
    show: percent,
    sharesOnly: false,
  }),
  any(most('TOP_TRADE_COUNT', 'Top Trade Count', 'Trades', 'tradeCount')),
  any(most('TOP_TRADE_RATE', 'Top Trade Rate', 'Trades', 'tradeRate')),
  any(most('TOP_VOLUME_RATE', 'Top Volume Rate', 'Volume', 'volumeRate')),
  any(most('TOP_PRICE_RANGE', 'Top Price Range', 'Range', 'priceRange')),
  any({
    code: 'HOT_BY_PRICE_RANGE',
    name: 'Hot by Price Range',
    column: 'Range',
    score: (w, i) => ((w.market.day(i).high - w.market.day(i).low) / w.market.day(i).low) * 100,
    show: percent,
    sharesOnly: false,
  }),
  any(most('TOP_OPEN_PERC_GAIN', 'Top % Gainers Since Open', 'Chg%', 'changeOpenPerc')),
  any(least('TOP_OPEN_PERC_LOSE', 'Top % Losers Since Open', 'Chg%', 'changeOpenPerc')),
  any(most('HIGH_OPEN_GAP', 'Top Close-to-Open % Gainers', 'Gap%', 'openGapPerc')),
  any(least('LOW_OPEN_GAP', 'Top Close-to-Open % Losers', 'Gap%', 'openGapPerc')),
  ...([13, 26, 52] as const).flatMap((weeks): ScanType[] => [
    {
      code: `HIGH_VS_${weeks}W_HL`,
      name: `${weeks} Week High vs. Range`,
      column: 'Price',
      score: (w, i) => w.market.quote(i).last / extremeOf(w, i, weeks, Math.max),
      show: plain,
      sharesOnly: true,
    },
    {
      code: `LOW_VS_${weeks}W_HL`,
      name: `${weeks} Week Low vs. Range`,
      column: 'Price',
      score: (w, i) => extremeOf(w, i, weeks, Math.min) / w.market.quote(i).last,
      show: plain,
      sharesOnly: true,
    },
  ]),
  most('HALTED', 'Halted', 'Halted', 'halted'),
  most('HIGH_MARKET_CAP', 'Market Cap', 'Cap', 'marketCap'),
  least('LOW_MARKET_CAP', 'Market Cap (Low)', 'Cap', 'marketCap'),
  most('HIGH_PE_RATIO', 'High P/E Ratio', 'P/E', 'minPeRatio'),
  least('LOW_PE_RATIO', 'Low P/E Ratio', 'P/E', 'minPeRatio'),
  most('HIGH_DIVIDEND_YIELD_IB', 'High Dividend Yield', 'Yield', 'dividendYieldFrd'),
  most('HIGH_DIVIDEND_YIELD_REUT', 'High Dividend Yield (Last 12 Months)', 'Yield', 'dividendFrd'),
  most('HIGH_GROWTH_RATE', 'High Growth Rate', 'Growth', 'minGrowthRate'),
  least('LOW_GROWTH_RATE', 'Low Growth Rate', 'Growth', 'minGrowthRate'),
  most('HIGH_QUICK_RATIO', 'High Quick Ratio', 'Quick', 'minQuickRatio'),
  least('LOW_QUICK_RATIO', 'Low Quick Ratio', 'Quick', 'minQuickRatio'),
  most('HIGH_RETURN_ON_EQUITY', 'High Return on Equity', 'ROE', 'minRetnOnEq'),
  least('LOW_RETURN_ON_EQUITY', 'Low Return on Equity', 'ROE', 'minRetnOnEq'),
  most('HIGH_PRICE_2_BOOK_RATIO', 'High Price/Book', 'P/B', 'minPrice2Bk'),
  least('LOW_PRICE_2_BOOK_RATIO', 'Low Price/Book', 'P/B', 'minPrice2Bk'),
  most('HIGH_PRICE_2_TAN_BOOK_RATIO', 'High Price/Tangible Book', 'P/TB', 'minPrice2TanBk'),
  least('LOW_PRICE_2_TAN_BOOK_RATIO', 'Low Price/Tangible Book', 'P/TB', 'minPrice2TanBk'),
  most('HIGH_OPT_IMP_VOLAT', 'Highest Option Implied Volatility', 'IV', 'impVolat'),
  least('LOW_OPT_IMP_VOLAT', 'Lowest Option Implied Volatility', 'IV', 'impVolat'),
  most('TOP_OPT_IMP_VOLAT_GAIN', 'Top Option Implied Volatility % Gainers', 'IV', 'impVolatPerc'),
  least('TOP_OPT_IMP_VOLAT_LOSE', 'Top Option Implied Volatility % Losers', 'IV', 'impVolatPerc'),
  most('HIGH_OPT_IMP_VOLAT_OVER_HIST', 'High Implied vs. Historical', 'IV/HV', 'impVolatOverHist'),
  least('LOW_OPT_IMP_VOLAT_OVER_HIST', 'Low Implied vs. Historical', 'IV/HV', 'impVolatOverHist'),
  most('OPT_VOLUME_MOST_ACTIVE', 'Most Active by Option Volume', 'Opt Vol', 'optVolume'),
  most('HOT_BY_OPT_VOLUME', 'Hot by Option Volume', 'Opt Vol', 'optVolumePerc'),
  most('OPT_OPEN_INTEREST_MOST_ACTIVE', 'Most Active by Option Open Interest', 'OI', 'optOpnInterest'),
  most('HIGH_OPT_VOLUME_PUT_CALL_RATIO', 'High Put/Call Volume Ratio', 'P/C', 'putCallRatio'),
  least('LOW_OPT_VOLUME_PUT_CALL_RATIO', 'Low Put/Call Volume Ratio', 'P/C', 'putCallRatio'),
  most('SCAN_utilization_DESC', 'Highest Utilization', 'Util', 'utilization'),
  most('SCAN_feeRate_DESC', 'Highest Borrow Fee', 'Fee', 'feeRate'),
  least('SCAN_shortableShares_ASC', 'Fewest Shortable Shares', 'Shares', 'shortableShares'),
  most('SCAN_shortInterest_DESC', 'Highest Short Interest', 'Short', 'shortInterest'),
  most('SCAN_socialSentimentNetScore_DESC', 'Best Social Sentiment', 'Score', 'socialSentimentScore'),
  least('SCAN_avgRating_ASC', 'Best Average Rating', 'Rating', 'avgRating'),
  most('SCAN_ivRank52w_DESC', 'Highest 52 Week IV Rank', 'Rank', 'iVRank52'),
  least('SCAN_ivRank52w_ASC', 'Lowest 52 Week IV Rank', 'Rank', 'iVRank52'),
  most('SCAN_epsChangeTTM_DESC', 'Highest EPS Change', 'EPS', 'epsChangeTTM'),
  most('SCAN_revChangeTTM_DESC', 'Highest Revenue Change', 'Rev', 'revChangeTTM'),
  most('SCAN_operatingMarginTTM_DESC', 'Highest Operating Margin', 'Margin', 'operatingMarginTTM'),
  most('SCAN_payoutRatioTTM_DESC', 'Highest Payout Ratio', 'Payout', 'payoutRatioTTM'),
  most('SCAN_lastVsEMAChangeRatio200_DESC', 'Furthest Above EMA(200)', 'EMA', 'lastVsEMAChangeRatio200'),
  least('SCAN_lastVsEMAChangeRatio200_ASC', 'Furthest Below EMA(200)', 'EMA', 'lastVsEMAChangeRatio200'),
  ...['BOND', 'CORP_BOND', 'GOVT_BOND'].map((kind): ScanType => ({
    code: `HIGH_${kind}_ASK_YIELD_ALL`,
    name: `High ${kind.replace('_', ' ').toLowerCase()} ask yield`,
    column: 'Yield',
    score: (w, i) => (i.coupon ?? 0) / (w.market.quote(i).ask / 100),
    show: percent,
    sharesOnly: false,
  })),
  any(most('SCAN_usdVolume_DESC', 'Highest Dollar Volume', 'Volume', 'usdVolume')),
  {
    ...any(most('NOT_YET_TRADED_TODAY', 'Not Yet Traded Today', 'Volume', 'volume')),
    score: (w, i) => (volumeOf(w, i) === 0 ? 1 : -1),
    show: short,
  },
];
