import { toNumber, withCommas, type Big } from '../money';
import type { PositionValue } from '../broker/valuation';
import { borrowOf, type Borrow } from '../broker/short-sale';
import { contractName, listingName } from '../broker/order-text';
import type { World } from '../world';
import { hash, normal } from '../random';
import { blackScholes, type OptionValue } from './black-scholes';
import type { Instrument } from './instrument';
import type { DayFigures, Quote } from './quote';
import { priceText } from './ticks';
import { fundamentalFields } from './wire-fundamentals';

interface View {
  readonly world: World;
  readonly instrument: Instrument;
  readonly quote: Quote;
  readonly day: DayFigures;
  readonly held: PositionValue | null;
}

type Field = (view: View) => string | number | undefined;

const price = (view: View, value: number) => priceText(view.instrument, value);
const fixed = (value: Big | undefined) => (value === undefined ? undefined : withCommas(value, 2));
const changeOf = ({ quote, day }: View) => quote.last - day.priorClose;
const percent = (value: number) => `${value.toFixed(2)}%`;

/** Field codes of `/iserver/marketdata/snapshot` and `smd` (snapshot_fields.json); text unless IBKR sends a number. */
const fields: Readonly<Record<string, Field>> = {
  '31': (v) => `${v.quote.halted ? 'H' : v.quote.state === 'closed' ? 'C' : ''}${price(v, v.quote.last)}`,
  '55': (v) => v.instrument.symbol,
  '58': (v) => v.instrument.name,
  '70': (v) => price(v, v.day.high),
  '71': (v) => price(v, v.day.low),
  '73': (v) => fixed(v.held?.value),
  '74': (v) => (v.held === null ? undefined : toNumber(v.held.averagePrice, 4).toString()),
  '75': (v) => fixed(v.held?.unrealized),
  '76': (v) => (v.held === null ? undefined : v.held.position.quantity.toFixed()),
  '77': (v) => fixed(v.held?.unrealized),
  '78': (v) => fixed(v.held?.daily),
  '79': (v) => fixed(v.held?.realizedToday),
  '80': (v) =>
    v.held === null || v.held.position.cost.eq(0)
      ? undefined
      : percent(toNumber(v.held.unrealized.div(v.held.position.cost.abs()).times(100), 2)),
  '82': (v) => `${changeOf(v) > 0 ? '+' : ''}${price(v, changeOf(v))}`,
  '83': (v) => percent((changeOf(v) / v.day.priorClose) * 100),
  '84': (v) => (isQuoted(v) ? price(v, v.quote.bid) : undefined),
  '85': (v) => (isQuoted(v) ? withCommas(v.quote.askSize) : undefined),
  '86': (v) => (isQuoted(v) ? price(v, v.quote.ask) : undefined),
  '87': (v) => shortVolume(v.day.volume),
  '87_raw': (v) => v.day.volume,
  '88': (v) => (isQuoted(v) ? withCommas(v.quote.bidSize) : undefined),
  '201': (v) => v.instrument.right,
  '6004': (v) => v.instrument.exchange,
  '6008': (v) => String(v.instrument.conid),
  '6070': (v) => v.instrument.secType,
  '6119': () => 'q0',
  '6457': (v) =>
    v.instrument.underlyingConid === undefined ? undefined : String(v.instrument.underlyingConid),
  '6508': () => '&serviceID1=122&serviceID2=123&serviceID3=203',
  '6509': (v) => ({ R: 'RpB', D: 'DPB', N: 'NpB' })[v.instrument.availability],
  '7051': (v) => v.instrument.name,
  '7057': () => 'KQ',
  '7058': () => 'Q',
  '7059': (v) => withCommas(v.quote.lastSize),
  '7068': () => 'KZ',
  '7094': (v) => `${v.instrument.conid}@${v.instrument.exchange}`,
  '7184': (v) => (v.instrument.tradable ? '1' : '0'),
  '7219': (v) => contractName(v.instrument),
  '7220': (v) => v.instrument.localSymbol,
  '7221': (v) => listingName(v.instrument),
  '7280': (v) => v.instrument.industry,
  '7281': (v) => v.instrument.category,
  '7282': (v) => shortVolume(v.instrument.dailyVolume),
  '7292': (v) => fixed(v.held?.position.cost),
  '7293': (v) => price(v, yearRange(v).high),
  '7294': (v) => price(v, yearRange(v).low),
  '7295': (v) => price(v, v.day.open),
  '7296': (v) => price(v, v.day.priorClose),
  '7283': (v) => impliedVolatility(v),
  '7308': (v) => greek(v, (value) => value.delta, 3),
  '7309': (v) => greek(v, (value) => value.gamma, 4),
  '7310': (v) => greek(v, (value) => value.theta, 3),
  '7311': (v) => greek(v, (value) => value.vega, 3),
  '7633': (v) => impliedVolatility(v),
  '7638': (v) => (v.instrument.right === undefined ? undefined : openInterest(v)),
  '7697': (v) => (v.instrument.secType === 'FUT' ? openInterest(v) : undefined),
  '7714': (v) => v.instrument.expiry,
  '7635': (v) => price(v, v.quote.last),
  '7636': (v) => shortable(v, (borrow) => withCommas(borrow.shares)),
  '7637': (v) => shortable(v, (borrow) => `${borrow.feePercent.toFixed(2)}%`),
  '7644': (v) => shortable(v, (borrow) => String(borrow.level)),
  '7639': (v) => portfolioShare(v),
  '7682': (v) => price(v, v.quote.last - v.day.open),
  '7741': (v) => price(v, v.day.priorClose),
  '7762': (v) => String(v.day.volume),
  '7768': () => '1',
  '7920': (v) => (v.held === null ? undefined : toNumber(v.held.daily, 4).toString()),
  '7921': (v) => (v.held === null ? undefined : toNumber(v.held.position.cost, 4).toString()),
};

const portfolioShare = ({ world, held }: View) => {
  const account = world.account(world.session.selectedAccount);
  if (held === null || account === undefined) return undefined;
  const { netLiquidation } = world.valuation.account(account);
  const value = held.value.times(world.valuation.rate(held.instrument.currency));
  return netLiquidation.gt(0) ? percent(toNumber(value.div(netLiquidation).times(100), 2)) : undefined;
};

const shortable = ({ instrument }: View, show: (borrow: Borrow) => string) => {
  const borrow = instrument.secType === 'STK' ? borrowOf(instrument) : null;
  return borrow === null ? undefined : show(borrow);
};

/** Changes over night, by a few per cent. */
const openInterest = ({ world, instrument }: View) =>
  instrument.openInterest === undefined
    ? undefined
    : withCommas(
        Math.round(
          instrument.openInterest *
            (1 + 0.03 * normal(hash(instrument.conid, Number(world.market.sessionDate(instrument)), 23))),
        ),
      );

const impliedVolatility = ({ instrument: { model } }: View) =>
  model.kind === 'option'
    ? percent(model.volatility * 100)
    : model.kind === 'path'
      ? percent(model.volatility * 100)
      : undefined;

function greek(
  { world, instrument, quote }: View,
  pick: (value: OptionValue) => number,
  digits: number,
): string | undefined {
  const { model } = instrument;
  const underlying = model.kind === 'option' ? world.market.catalogue.byConid(model.of) : undefined;
  if (model.kind !== 'option' || underlying === undefined) return undefined;
  const spot = world.market.quote(underlying, quote.atMs).last;
  const value = blackScholes(model.right, spot, model.strike, model.volatility, model.expiryMs - quote.atMs);
  return (pick(value) * (model.perUnit ?? 1)).toFixed(digits);
}

/** An index has no book, and without a subscription there is nothing but the close. */
const isQuoted = (view: View) => view.instrument.secType !== 'IND';

const delayMs = 15 * 60_000;

/** One row as IBKR sends it; unknown codes and absent values are left out, never null. */
export function snapshotRow(
  world: World,
  instrument: Instrument,
  codes: readonly string[],
): Record<string, unknown> {
  const now = world.clock.now();
  const row: Record<string, unknown> = {
    conidEx: String(instrument.conid),
    conid: instrument.conid,
    _updated: now,
    server_id: 'q0',
    '6119': 'q0',
  };
  const held = world.account(world.session.selectedAccount)?.positions.get(instrument.conid);
  let day: DayFigures | null = null;
  const view: View = {
    world,
    instrument,
    quote: world.market.quote(instrument, instrument.availability === 'D' ? now - delayMs : now),
    get day() {
      return (day ??= world.market.day(instrument));
    },
    held: held === undefined ? null : world.valuation.position(held),
  };
  row['6509'] = fields['6509']?.(view);
  if (instrument.availability === 'N') {
    for (const code of codes) if (descriptive.has(code)) put(row, code, view);
    return row;
  }
  for (const code of codes) put(row, code, view);
  return row;
}

/** What one sees of an instrument without a market-data subscription. */
const descriptive = new Set(
  '55 58 6004 6008 6070 6457 7051 7094 7184 7219 7220 7221 7280 7281 7768'.split(' '),
);

function put(row: Record<string, unknown>, code: string, view: View): void {
  const { world, instrument, quote } = view;
  const value =
    fields[code]?.(view) ??
    fundamentalFields[code]?.({
      market: world.market,
      instrument,
      last: quote.last,
      nowMs: world.clock.now(),
    });
  if (value !== undefined && value !== '') row[code] = value;
  if (code === '87') row['87_raw'] = view.day.volume;
}

function shortVolume(volume: number): string {
  if (volume >= 1_000_000) return `${(volume / 1_000_000).toFixed(1)}M`;
  if (volume >= 10_000) return `${(volume / 1000).toFixed(1)}K`;
  return withCommas(volume);
}

const yearMs = 364 * 86_400_000;
const weekMs = 7 * 86_400_000;
const yearCache = new WeakMap<World, Map<number, { high: number; low: number; dayMs: number }>>();

/** Highest and lowest of the past year: read once a day per instrument, since it is a year of minutes. */
function yearRange({ world, instrument, day }: View): { high: number; low: number } {
  const cache = yearCache.get(world) ?? new Map<number, { high: number; low: number; dayMs: number }>();
  yearCache.set(world, cache);
  const dayMs = Math.floor(world.clock.now() / 86_400_000) * 86_400_000;
  let known = cache.get(instrument.conid);
  if (known?.dayMs !== dayMs) {
    let [high, low] = [day.high, day.low];
    for (let startMs = dayMs - yearMs; startMs < dayMs; startMs += weekMs) {
      const { last } = world.market.quote(instrument, startMs);
      high = Math.max(high, last);
      low = Math.min(low, last);
    }
    known = { high, low, dayMs };
    cache.set(instrument.conid, known);
  }
  return { high: Math.max(known.high, day.high), low: Math.min(known.low, day.low) };
}
