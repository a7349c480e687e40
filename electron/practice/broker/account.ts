import { isFuture, type Instrument } from '../market/instrument';
import type { Big } from '../money';
import { big, zero } from '../money';
import type { Side } from './order';

export interface Position {
  readonly instrument: Instrument;
  /** Negative when short. */
  readonly quantity: Big;
  /** What the open quantity cost, commissions included, in the trade currency; negative when short. */
  readonly cost: Big;
  readonly realized: Big;
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
  /** Net liquidation at the start of the day, the base of daily P&L. */
  dayStartEquity: Big | null;
}

export const createAccount = (
  id: string,
  title: string,
  alias: string | null,
  cash: Readonly<Record<string, number>>,
): Account => ({
  id,
  alias,
  title,
  currency: 'USD',
  cash: new Map(Object.entries(cash).map(([currency, amount]) => [currency, big(amount)])),
  positions: new Map(),
  combos: new Map(),
  dayStartEquity: null,
});

/** Quote units to money: pence to pounds, times the contract multiplier; bonds are quoted in per cent of face. */
export const valueOf = (instrument: Instrument, quantity: Big, price: Big): Big =>
  quantity
    .times(price)
    .times(instrument.multiplier)
    .div(instrument.magnifier === 100 ? 100 : instrument.secType === 'BOND' ? 100 : 1);

export const cashIn = (account: Account, currency: string): Big => account.cash.get(currency) ?? zero;

function addCash(account: Account, currency: string, amount: Big): void {
  account.cash.set(currency, cashIn(account, currency).plus(amount));
}

/**
 * Books one fill: cash and position change by exactly quantity × price and the commission.
 * Forex moves cash between two currencies and leaves no position; futures move cash only by what they
 * realise. Returns the change of realised profit.
 */
export function bookFill(
  account: Account,
  instrument: Instrument,
  side: Side,
  quantity: Big,
  price: Big,
  commission: Big,
): Big {
  const signed = side === 'BUY' ? quantity : quantity.times(-1);
  const value = valueOf(instrument, signed, price);
  if (instrument.secType === 'CASH') {
    addCash(account, instrument.symbol, signed);
    addCash(account, instrument.currency, value.times(-1));
    addCash(account, 'USD', commission.times(-1));
    return zero;
  }
  const before = account.positions.get(instrument.conid) ?? {
    instrument,
    quantity: zero,
    cost: zero,
    realized: zero,
  };
  const { position, realized } = trade(before, signed, value, commission);
  account.positions.set(instrument.conid, position);
  addCash(account, instrument.currency, isFuture(instrument) ? realized : value.plus(commission).times(-1));
  // An opening futures trade realises nothing; its commission sits in the cost until the position closes.
  return realized;
}

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
): { position: Position; realized: Big } {
  const after = before.quantity.plus(signed);
  const opens = before.quantity.eq(0) || before.quantity.gt(0) === signed.gt(0);
  if (opens) {
    const cost = before.cost.plus(value).plus(commission);
    return { position: { ...before, quantity: after, cost }, realized: zero };
  }
  const closing = signed.abs().lte(before.quantity.abs()) ? signed : before.quantity.times(-1);
  const share = closing.div(signed);
  const closedCost = before.cost.times(closing.abs()).div(before.quantity.abs());
  const realized = value.plus(commission).times(share).times(-1).minus(closedCost);
  const rest = value.plus(commission).times(big(1).minus(share));
  const cost = after.eq(0) ? zero : before.cost.minus(closedCost).plus(rest);
  return {
    position: { ...before, quantity: after, cost, realized: before.realized.plus(realized) },
    realized,
  };
}
