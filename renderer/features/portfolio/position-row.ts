import {
  abs,
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  sign,
  subtract,
  sum,
} from '../../../shared/domain/decimal';
import type { Execution } from '../../../shared/domain/order';
import { type Position, sizedClasses } from '../../../shared/domain/position';
import type { EpochMs } from '../../../shared/domain/time';
import type { Quote } from '../../../shared/domain/quote';
import { percentOf } from '../../format/percent-of';

/** A position as the table shows it: IBKR's figures, carried on by the live price where one is known. */
export interface PositionRow extends Position {
  /** When the price was live last; `null`: the price is IBKR's own mark. */
  readonly liveMs: EpochMs | null;
  readonly change: Decimal | null;
  readonly changePercent: Decimal | null;
  readonly previousClose: Decimal | null;
  readonly dayPnl: Decimal | null;
  readonly dayPnlBase: Decimal | null;
  readonly dayPercent: Decimal | null;
  readonly unrealizedPercent: Decimal | null;
  /** Base currency for one unit of the row's. */
  readonly rate: Decimal | null;
  readonly listMs: EpochMs;
}

const one = '1' as Decimal;
const three = '3' as Decimal;

/** Closed positions of today stay in IBKR's list with quantity zero. */
export const isOpen = ({ quantity }: Pick<Position, 'quantity'>): boolean => sign(quantity) !== 0;

/** What one contract is worth per unit of price; `null` where IBKR has not said it of a contract that has one. */
const multiplierOf = ({ multiplier, assetClass }: Position): Decimal | null =>
  multiplier ?? (assetClass !== null && sizedClasses.has(assetClass) ? null : one);

/** Quoted units for one unit of currency: pence, and bonds in per cent of face. */
export const quotedPer = ({ priceMagnification, assetClass }: Position): Decimal =>
  assetClass === 'BOND' ? ('100' as Decimal) : priceMagnification;

/**
 * `quote` null, silent or not live: IBKR's mark stands. The day's result needs the prior close and, where the contract
 * was traded today, today's executions (`null`: not known). Percentages are of what the thing was worth before.
 * `streaming` false: the prior close is still true, the price no longer news.
 */
export function positionRow(
  position: Position,
  quote: Quote | null,
  executions: ReadonlyArray<Execution> | null,
  rate: Decimal | null,
  listMs: EpochMs,
  streaming = true,
): PositionRow {
  const scale = quotedPer(position);
  const per = (price: Decimal | null): Decimal | null => (price === null ? null : divide(price, scale, 12));
  const live = streaming ? liveMark(position, quote, per, listMs) : null;
  const multiplier = multiplierOf(position);
  const previousClose = ofSameUnits(position, per(quote?.previousClose ?? null));
  const moved = live === null || multiplier === null ? position : atMark(position, live, multiplier, rate);
  const dayPnl = dayResult(moved, previousClose, multiplier, executions, scale);
  const valueBefore =
    previousClose === null || multiplier === null
      ? null
      : multiply(multiply(previousClose, abs(position.quantity)), multiplier);
  return {
    ...moved,
    liveMs: moved === position ? null : (quote?.asOfMs ?? null),
    change: quote?.change ?? null,
    changePercent: quote?.changePercent ?? null,
    previousClose: previousClose === null ? null : (quote?.previousClose ?? null),
    dayPnl,
    dayPnlBase: dayPnl === null || rate === null ? null : multiply(dayPnl, rate),
    dayPercent: percentOf(dayPnl, valueBefore),
    unrealizedPercent: gainPercent(moved),
    rate,
    listMs,
  };
}

/**
 * A live price that could be this position's mark: far off IBKR's own mark it is of something else, or in other units;
 * silent since before the near-real-time list was read, it is no news, or its stream has died unnoticed.
 */
function liveMark(
  { marketPrice, origin }: Position,
  quote: Quote | null,
  per: (price: Decimal | null) => Decimal | null,
  listMs: EpochMs,
): Decimal | null {
  if (quote?.availability !== 'live' || quote.lastMark !== null) return null;
  if (origin === 'near-real-time' && quote.asOfMs + 1000 < listMs) return null;
  const mark = per(quote.last);
  if (mark === null || marketPrice === null || sign(marketPrice) <= 0 || sign(mark) <= 0) return null;
  return isFar(mark, marketPrice) ? null : mark;
}

/** Before IBKR has told a contract's display rule, pence look like pounds: such a prior close is none. */
function ofSameUnits({ marketPrice, assetClass }: Position, previousClose: Decimal | null): Decimal | null {
  if (previousClose === null || marketPrice === null || sign(marketPrice) <= 0 || sign(previousClose) <= 0)
    return previousClose;
  // Options do move threefold in a day.
  const moves = assetClass !== null && sizedClasses.has(assetClass);
  return !moves && isFar(previousClose, marketPrice) ? null : previousClose;
}

const isFar = (a: Decimal, b: Decimal): boolean =>
  compare(a, multiply(b, three)) > 0 || compare(b, multiply(a, three)) > 0;

function atMark(position: Position, mark: Decimal, multiplier: Decimal, rate: Decimal | null): Position {
  const marketValue = multiply(multiply(position.quantity, mark), multiplier);
  const gained =
    position.marketValue === null || position.unrealizedPnl === null
      ? null
      : add(position.unrealizedPnl, subtract(marketValue, position.marketValue));
  const inBase = (value: Decimal | null): Decimal | null =>
    value === null || rate === null ? null : multiply(value, rate);
  return {
    ...position,
    marketPrice: mark,
    marketValue,
    marketValueBase: inBase(marketValue),
    unrealizedPnl: gained,
    unrealizedPnlBase: inBase(gained),
  };
}

/** Value now, less the value at the prior close of what was held then, less what today's trades cost. */
function dayResult(
  { quantity, marketValue, conid }: Position,
  previousClose: Decimal | null,
  multiplier: Decimal | null,
  executions: ReadonlyArray<Execution> | null,
  scale: Decimal,
): Decimal | null {
  if (previousClose === null || multiplier === null || marketValue === null || executions === null)
    return null;
  const today = executions.filter((execution) => execution.conid === conid);
  const traded = sum(
    today.map(({ side, quantity: filled }) => (filled === null ? null : signedBy(side, filled))),
  );
  const paid = sum(
    today.map(({ side, quantity: filled, price, commission }) => {
      const perUnit = price === null ? null : divide(price, scale, 12);
      if (filled === null || perUnit === null || commission === null) return null;
      return add(signedBy(side, multiply(multiply(filled, perUnit), multiplier)), abs(commission));
    }),
  );
  if (traded === null || paid === null) return null;
  const before = multiply(multiply(subtract(quantity, traded), previousClose), multiplier);
  return subtract(subtract(marketValue, before), paid);
}

const signedBy = (side: string, size: Decimal): Decimal =>
  /^b/i.test(side) ? abs(size) : multiply(abs(size), '-1' as Decimal);

/** Unrealised gain against what the position cost; a short's cost counts as its size. */
export function gainPercent({
  unrealizedPnl,
  marketValue,
}: Pick<Position, 'unrealizedPnl' | 'marketValue'>): Decimal | null {
  if (unrealizedPnl === null || marketValue === null) return null;
  return percentOf(unrealizedPnl, abs(subtract(marketValue, unrealizedPnl)));
}

/** The day's result against yesterday's net liquidation. */
export const dayPercent = (dayPnl: Decimal | null, netLiquidation: Decimal | null): Decimal | null =>
  dayPnl === null || netLiquidation === null ? null : percentOf(dayPnl, subtract(netLiquidation, dayPnl));

/** Executions since midnight in New York, where IBKR's accounting day turns. */
export function todaysExecutions(
  executions: ReadonlyArray<Execution>,
  nowMs: EpochMs,
): ReadonlyArray<Execution> {
  const today = newYorkDay.format(nowMs);
  return executions.filter(({ timeMs }) => newYorkDay.format(timeMs) === today);
}

const newYorkDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
