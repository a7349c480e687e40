import { hash, unit } from '../random';
import { toNumber } from '../money';
import { dividendsAround } from './dividends';
import type { Instrument } from './instrument';
import type { Market } from './market';
import { priceText } from './ticks';
import { dateText } from './calendar';

interface Subject {
  readonly market: Market;
  readonly instrument: Instrument;
  readonly last: number;
  readonly nowMs: number;
}

type Field = (subject: Subject) => string | undefined;

const dayMs = 86_400_000;
const percent = (value: number) => `${value.toFixed(2)}%`;
const isCompany = ({ secType, type }: Instrument) => secType === 'STK' && type !== 'ETF';

/** A number that belongs to the instrument for good: invented, but the same every time. */
export const traitOf = (instrument: Instrument, salt: number, low: number, high: number): number =>
  low + (high - low) * unit(hash(instrument.conid, salt, 97));

/** In millions of the trade currency; follows the price. */
export const marketCapOf = (instrument: Instrument, last: number): number =>
  (instrument.dailyVolume * traitOf(instrument, 1, 40, 260) * last) / instrument.magnifier / 1e6;
export const priceEarningsOf = (instrument: Instrument): number => traitOf(instrument, 2, 7, 45);
export const betaOf = ({ model }: Instrument): number =>
  model.kind === 'path' ? (model.marketWeight * model.volatility) / 0.16 : 1;

/** Paid over the past year per unit, in money, and its share of the price. */
export function dividendYieldOf(market: Market, instrument: Instrument, nowMs: number, last: number) {
  const all = dividendsAround(market, instrument, nowMs);
  const paid = all.filter(({ exMs }) => exMs <= nowMs && exMs > nowMs - 365 * dayMs);
  const yearly = paid.reduce((total, dividend) => total + toNumber(dividend.perUnit), 0);
  const next = all.find(({ exMs }) => exMs > nowMs) ?? null;
  return {
    paid,
    next,
    yearly,
    percent: last > 0 ? (yearly / (last / instrument.magnifier)) * 100 : 0,
  };
}

const dividend = (pick: (value: ReturnType<typeof dividendYieldOf>) => string | undefined): Field => {
  return ({ market, instrument, nowMs, last }) => {
    const value = dividendYieldOf(market, instrument, nowMs, last);
    return value.paid.length === 0 ? undefined : pick(value);
  };
};

/** Yield to maturity, simple approximation: coupon and pull to par over the average of price and par. */
function bondYield({ instrument, nowMs }: Subject, price: number): string | undefined {
  const { coupon, expiry } = instrument;
  if (coupon === undefined || expiry === undefined) return undefined;
  const due = Date.UTC(Number(expiry.slice(0, 4)), Number(expiry.slice(4, 6)) - 1, Number(expiry.slice(6)));
  const years = Math.max(0.05, (due - nowMs) / (365.25 * dayMs));
  return percent(((coupon + (100 - price) / years) / ((100 + price) / 2)) * 100);
}

const averages = new WeakMap<Market, Map<string, number>>();

/** Exponential average of the closes of the past sessions, worked out once a day. */
function averageOf({ market, instrument, nowMs }: Subject, span: number): number {
  const known = averages.get(market) ?? new Map<string, number>();
  averages.set(market, known);
  const key = `${instrument.conid}/${span}/${market.sessionDate(instrument)}/${market.revision()}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const sessions = market
    .calendarOf(instrument)
    .sessions(nowMs - span * 3 * dayMs, nowMs)
    .filter((session) => session.closeMs <= nowMs)
    .slice(-span * 2);
  const closes = sessions.map((session) => market.quote(instrument, session.closeMs - 1).last);
  const weight = 2 / (span + 1);
  const average = closes.reduce((mean, close) => mean + weight * (close - mean), closes[0] ?? 0);
  if (known.size > 10_000) known.clear();
  known.set(key, average);
  return average;
}
const ema =
  (span: number): Field =>
  (s) =>
    priceText(s.instrument, averageOf(s, span));
const toEma =
  (span: number): Field =>
  (s) =>
    percent((s.last / averageOf(s, span) - 1) * 100);

const company =
  (show: Field): Field =>
  (s) =>
    isCompany(s.instrument) ? show(s) : undefined;
const bond =
  (show: Field): Field =>
  (s) =>
    s.instrument.secType === 'BOND' ? show(s) : undefined;
const optionable =
  (show: Field): Field =>
  (s) =>
    s.instrument.hasOptions ? show(s) : undefined;
const volatilityOf = ({ model }: Instrument) => (model.kind === 'path' ? model.volatility * 100 : 20);

/** The next of four yearly dates. */
const earnings = ({ instrument, nowMs }: Subject, direction: 1 | -1): string => {
  const offset = Math.floor(traitOf(instrument, 9, 0, 91)) * dayMs;
  const quarter = Math.floor((nowMs - offset) / (91 * dayMs)) + (direction === 1 ? 1 : 0);
  return dateText(quarter * 91 * dayMs + offset);
};

/** Codes about the company, the contract and its past (snapshot_fields.json); all figures are invented. */
export const fundamentalFields: Readonly<Record<string, Field>> = {
  '6072': ({ instrument, market }) => {
    const dates = market.catalogue.derivativesOf(instrument.conid).map((i) => i.expiry?.slice(0, 6) ?? '');
    return [...new Set(dates)].filter((month) => month !== '').join(';');
  },
  '7084': optionable(({ instrument }) => percent(traitOf(instrument, 20, 80, 130))),
  '7085': optionable(({ instrument }) => traitOf(instrument, 21, 0.4, 1.6).toFixed(2)),
  '7086': optionable(({ instrument }) => traitOf(instrument, 22, 0.3, 1.5).toFixed(2)),
  '7087': ({ instrument }) => percent(volatilityOf(instrument) * traitOf(instrument, 23, 0.8, 1.2)),
  '7088': ({ instrument }) => percent(volatilityOf(instrument) * traitOf(instrument, 24, 0.8, 1.2)),
  '7089': optionable(({ instrument }) => (traitOf(instrument, 25, 20, 900) * 1000).toFixed(0)),
  '7285': optionable(({ instrument }) => traitOf(instrument, 22, 0.3, 1.5).toFixed(2)),
  '7286': dividend((value) => value.paid.at(-1)?.perUnit.toFixed()),
  '7287': dividend((value) => percent(value.percent)),
  '7288': dividend((value) => dateText((value.next ?? value.paid.at(-1))?.exMs ?? 0)),
  '7289': company((s) => {
    const millions = marketCapOf(s.instrument, s.last);
    return millions >= 1000 ? `${(millions / 1000).toFixed(1)}B` : `${millions.toFixed(1)}M`;
  }),
  '7290': company(({ instrument }) => priceEarningsOf(instrument).toFixed(2)),
  '7291': company((s) => (s.last / s.instrument.magnifier / priceEarningsOf(s.instrument)).toFixed(2)),
  '7607': optionable(({ instrument }) => percent(traitOf(instrument, 26, -60, 140))),
  '7655': ({ instrument }) =>
    instrument.secType === 'FUND' ? String(Math.round(traitOf(instrument, 27, 2, 5))) : undefined,
  '7671': dividend((value) => value.next?.perUnit.toFixed() ?? value.paid.at(-1)?.perUnit.toFixed()),
  '7672': dividend((value) => String(Number(value.yearly.toFixed(4)))),
  '7674': ema(200),
  '7675': ema(100),
  '7676': ema(50),
  '7677': ema(20),
  '7678': toEma(200),
  '7679': toEma(100),
  '7724': toEma(50),
  '7681': toEma(20),
  '7683': company(() => 'Earnings'),
  '7684': company((s) => earnings(s, 1)),
  '7686': company((s) => earnings(s, 1)),
  '7689': company((s) => earnings(s, -1)),
  '7698': bond((s) => bondYield(s, s.last)),
  '7699': bond((s) => bondYield(s, s.market.quote(s.instrument).bid)),
  '7720': bond((s) => bondYield(s, s.market.quote(s.instrument).ask)),
  '7704': bond(({ instrument }) => (instrument.type === 'GOVT' ? 'Government' : 'Corporate')),
  '7705': bond(() => 'Senior unsecured'),
  '7706': bond(({ instrument }) => (instrument.type === 'GOVT' ? 'Aa1/AA+' : 'Aaa/AA+')),
  '7708': bond(() => 'Fixed'),
  '7715': bond(
    ({ instrument }) => `${Number(instrument.expiry?.slice(0, 4)) - 10}${instrument.expiry?.slice(4) ?? ''}`,
  ),
  '7718': ({ instrument }) =>
    isCompany(instrument) || instrument.type === 'ETF' ? betaOf(instrument).toFixed(3) : undefined,
};
