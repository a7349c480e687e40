import { isFuture, type Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { big, sum, zero, type Big } from '../money';
import { valueOf, type Account } from './account';
import { dayStart } from './books';
import type { BookEntry } from './entries';
import type { Rates } from './rates';
import type { Valuation } from './valuation';

/** Net asset value at the end of a day, and what was paid in or out during it; base currency. */
export interface NavDay {
  readonly dayMs: number;
  readonly value: Big;
  readonly flow: Big;
}

export interface NavHistory {
  /** Days from `fromMs` (or the account's first) up to today; the last is the account as it is now, to the cent. */
  readonly days: (account: Account, fromMs: number, nowMs: number) => NavDay[];
}

const dayLength = 86_400_000;

/**
 * What an account was worth on days gone by, counted from its statement: the entries up to then at the
 * prices and exchange rates of then.
 */
export function createNavHistory(deps: {
  readonly market: Market;
  readonly rates: Rates;
  readonly valuation: Valuation;
}): NavHistory {
  const { market, rates, valuation } = deps;
  const finished = new Map<string, NavDay>();

  /** Walks through the statement once; each question must be for a later moment than the one before. */
  const startWalk = (account: Account) => {
    const cash = new Map(account.opening.cash);
    const held = new Map<number, { instrument: Instrument; quantity: Big; cost: Big }>();
    // Quantities as they count today, after splits; the cost matters for futures only, worth their profit.
    const move = (instrument: Instrument, quantity: Big, cost: Big) => {
      const before = held.get(instrument.conid) ?? { instrument, quantity: zero, cost: zero };
      held.set(instrument.conid, {
        instrument,
        quantity: before.quantity.plus(quantity),
        cost: before.cost.plus(cost),
      });
    };
    for (const [conid, quantity] of account.opening.quantities) {
      const instrument = market.catalogue.byConid(conid);
      if (instrument !== undefined) move(instrument, quantity.times(splitAfter(account, conid, 0)), zero);
    }
    const apply = (entry: BookEntry) => {
      for (const [currency, amount] of entry.cash) add(cash, currency, amount);
      const { instrument, quantity } = entry;
      if (instrument === null || quantity === null || instrument.secType === 'CASH') return;
      if (entry.kind === 'Corporate Action') return;
      const counted = quantity.times(splitAfter(account, instrument.conid, entry.atMs));
      move(instrument, counted, entry.commission.minus(entry.amount).plus(entry.realized));
    };
    let next = 0;
    return (atMs: number): Big => {
      for (; (account.entries[next]?.atMs ?? Infinity) <= atMs; next++) {
        const entry = account.entries[next];
        if (entry !== undefined) apply(entry);
      }
      const totals = new Map(cash);
      for (const [currency, amount] of accruedAt(account, atMs)) add(totals, currency, amount);
      for (const { instrument, quantity, cost } of held.values()) {
        if (quantity.eq(0)) continue;
        const worth = valueOf(instrument, quantity, big(market.quote(instrument, atMs).last));
        add(totals, instrument.currency, isFuture(instrument) ? worth.minus(cost) : worth);
      }
      return sum([...totals].map(([currency, amount]) => amount.times(rates.rate(currency, atMs))));
    };
  };

  return {
    days: (account, fromMs, nowMs) => {
      const today = dayStart(nowMs);
      const first = Math.max(dayStart(fromMs), dayStart(account.openedMs));
      const walk = startWalk(account);
      const days: NavDay[] = [];
      for (let dayMs = first; dayMs < today; dayMs += dayLength) {
        const key = `${account.id}/${dayMs}`;
        const known = finished.get(key) ?? {
          dayMs,
          value: walk(dayMs + dayLength - 1),
          flow: flowOf(account, dayMs),
        };
        finished.set(key, known);
        days.push(known);
      }
      const value = valuation.account(account).netLiquidation;
      return [...days, { dayMs: today, value, flow: flowOf(account, today) }];
    },
  };
}

function add(totals: Map<string, Big>, currency: string, amount: Big): void {
  totals.set(currency, (totals.get(currency) ?? zero).plus(amount));
}

const splitAfter = (account: Account, conid: number, atMs: number): Big =>
  account.splits
    .filter((split) => split.conid === conid && split.atMs > atMs)
    .reduce((total, split) => total.times(split.ratio), big(1));

function accruedAt(account: Account, atMs: number): Array<readonly [string, Big]> {
  const interest = account.interest.filter((accrual) => accrual.dayMs <= atMs).at(-1);
  return [
    ...(interest === undefined ? [] : [...interest.interest, ...interest.borrow]),
    ...account.dividends
      .filter((accrual) => accrual.exMs <= atMs && accrual.payMs > atMs)
      .map((accrual) => [accrual.instrument.currency, accrual.net] as const),
  ];
}

const flowOf = (account: Account, dayMs: number): Big =>
  sum(
    account.entries
      .filter(
        ({ kind, atMs }) =>
          (kind === 'Deposit' || kind === 'Withdrawal') && atMs >= dayMs && atMs < dayMs + dayLength,
      )
      .map((entry) => entry.amount.times(entry.rate)),
  );
