import { isFuture, type Instrument } from '../market/instrument';
import { big, zero, type Big } from '../money';
import type { BookEntry, DividendAccrual, EntryKind, InterestAccrual } from './entries';
import type { Side } from './order';

/** What has happened to a position since the session of its venue began: the base of day P&L. */
export interface PositionDay {
  /** The session's date, `YYYYMMDD`. */
  readonly date: string;
  /** Held when the session began. */
  readonly quantity: Big;
  /** Σ value and commission of the session's trades, signed, in the trade currency. */
  readonly flow: Big;
  readonly realized: Big;
}

export interface Position {
  readonly instrument: Instrument;
  /** Negative when short. */
  readonly quantity: Big;
  /** What the open quantity cost, commissions included, in the trade currency; negative when short. */
  readonly cost: Big;
  /** Since the account was opened. */
  readonly realized: Big;
  readonly day: PositionDay;
}

export interface Account {
  readonly id: string;
  readonly alias: string | null;
  readonly title: string;
  readonly currency: string;
  readonly cash: Map<string, Big>;
  readonly positions: Map<number, Position>;
  /** Combinations traded as such, by their legs: how many are held, negative when sold. */
  readonly combos: Map<string, { readonly instrument: Instrument; readonly quantity: Big }>;
  /** What it had before its first entry; accounts with a past begin with nothing. */
  readonly opening: { cash: ReadonlyMap<string, Big>; quantities: ReadonlyMap<number, Big> };
  openedMs: number;
  readonly entries: BookEntry[];
  /** All dividends whose ex-date fell on a position, paid ones too. */
  readonly dividends: DividendAccrual[];
  /** One per finished day, oldest first. */
  readonly interest: InterestAccrual[];
  /** Prices of all times are divided by a split's ratio: quantities before it count `ratio` times. */
  readonly splits: { readonly conid: number; readonly atMs: number; readonly ratio: number }[];
}

export const createAccount = (id: string, title: string, alias: string | null): Account => ({
  id,
  alias,
  title,
  currency: 'USD',
  cash: new Map(),
  positions: new Map(),
  combos: new Map(),
  opening: { cash: new Map(), quantities: new Map() },
  openedMs: 0,
  entries: [],
  dividends: [],
  interest: [],
  splits: [],
});

/** Quote units to money: pence to pounds, times the contract multiplier; bonds are quoted in per cent of face. */
export const valueOf = (instrument: Instrument, quantity: Big, price: Big): Big =>
  quantity
    .times(price)
    .times(instrument.multiplier)
    .div(instrument.magnifier === 100 ? 100 : instrument.secType === 'BOND' ? 100 : 1);

export const cashIn = (account: Account, currency: string): Big => account.cash.get(currency) ?? zero;

/** Writes a line of the statement and moves the cash it names. */
export function post(account: Account, entry: BookEntry): void {
  account.entries.push(entry);
  for (const [currency, amount] of entry.cash)
    account.cash.set(currency, cashIn(account, currency).plus(amount));
}

/** The session a position is in: trades of an earlier one no longer count. */
export const dayOf = (position: Position, date: string): PositionDay =>
  position.day.date === date
    ? position.day
    : { date, quantity: position.quantity, flow: zero, realized: zero };

export interface FillToBook {
  readonly instrument: Instrument;
  readonly side: Side;
  readonly quantity: Big;
  readonly price: Big;
  readonly commission: Big;
  readonly atMs: number;
  /** Date of the venue's session. */
  readonly date: string;
  readonly rate: Big;
  /** What the statement calls it when it is no trade. */
  readonly kind?: EntryKind;
  /** Cost that moves in from an exercised option, or out of it when negative: no cash. */
  readonly basis?: Big;
}

/**
 * Books one fill: cash and position change by exactly quantity × price and the commission.
 * Forex moves cash between two currencies and leaves no position; futures move cash only by what they
 * realise: the commission of opening one sits in its cost until it is closed.
 */
export function bookFill(account: Account, fill: FillToBook): void {
  const { instrument, side, quantity, price, commission, basis = zero } = fill;
  const signed = side === 'BUY' ? quantity : quantity.times(-1);
  const value = valueOf(instrument, signed, price);
  const entry = {
    kind: fill.kind ?? (side === 'BUY' ? 'Buy' : 'Sell'),
    atMs: fill.atMs,
    instrument,
    currency: instrument.currency,
    quantity: signed,
    price,
    amount: value.times(-1),
    commission,
    rate: fill.rate,
  } as const;
  if (instrument.secType === 'CASH') {
    const cash = [
      [instrument.symbol, signed],
      [instrument.currency, value.times(-1)],
      ['USD', commission.times(-1)],
    ] as const;
    post(account, { ...entry, realized: zero, cash });
    return;
  }
  const before = account.positions.get(instrument.conid) ?? newPosition(instrument, fill.date);
  const { position, realized } = trade(before, signed, value, commission.plus(basis), fill.date);
  account.positions.set(instrument.conid, position);
  const moved = isFuture(instrument) ? realized : value.plus(commission).times(-1);
  post(account, { ...entry, realized, cash: [[instrument.currency, moved]] });
}

const newPosition = (instrument: Instrument, date: string): Position => ({
  instrument,
  quantity: zero,
  cost: zero,
  realized: zero,
  day: { date, quantity: zero, flow: zero, realized: zero },
});

/** Remembers a combination beside its legs; contracts of their own leave no trace here. */
export function bookCombo(account: Account, instrument: Instrument, side: Side, quantity: Big): void {
  if (instrument.secType !== 'BAG') return;
  const held = account.combos.get(instrument.localSymbol)?.quantity ?? zero;
  account.combos.set(instrument.localSymbol, {
    instrument,
    quantity: side === 'BUY' ? held.plus(quantity) : held.minus(quantity),
  });
}

function trade(
  before: Position,
  signed: Big,
  value: Big,
  commission: Big,
  date: string,
): { position: Position; realized: Big } {
  const after = before.quantity.plus(signed);
  const day = dayOf(before, date);
  const flow = day.flow.plus(value).plus(commission);
  const opens = before.quantity.eq(0) || before.quantity.gt(0) === signed.gt(0);
  if (opens) {
    const cost = before.cost.plus(value).plus(commission);
    return { position: { ...before, quantity: after, cost, day: { ...day, flow } }, realized: zero };
  }
  const closing = signed.abs().lte(before.quantity.abs()) ? signed : before.quantity.times(-1);
  const share = closing.div(signed);
  const closedCost = before.cost.times(closing.abs()).div(before.quantity.abs());
  const realized = value.plus(commission).times(share).times(-1).minus(closedCost);
  const rest = value.plus(commission).times(big(1).minus(share));
  const cost = after.eq(0) ? zero : before.cost.minus(closedCost).plus(rest);
  return {
    position: {
      ...before,
      quantity: after,
      cost,
      realized: before.realized.plus(realized),
      day: { ...day, flow, realized: day.realized.plus(realized) },
    },
    realized,
  };
}
