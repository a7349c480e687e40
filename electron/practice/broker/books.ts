import { dividendOn, type Dividend } from '../market/dividends';
import type { Market } from '../market/market';
import { big, round, zero, type Big } from '../money';
import { post, valueOf, type Account } from './account';
import type { DividendAccrual, EntryKind } from './entries';
import { borrowFeeOfDay, interestOfDay } from './interest';
import type { Rates } from './rates';
import { borrowOf } from './short-sale';

/** What the passing of time does to an account: interest, borrow fees, dividends. A day begins at midnight UTC. */
export interface Books {
  /** Closes the day before and opens the one at `dayMs`: accrues, posts on the first of a month, pays dividends. */
  readonly startDay: (account: Account, dayMs: number) => void;
  /** Accrues a dividend to whoever holds the instrument now. */
  readonly goEx: (account: Account, dividend: Dividend) => void;
  /** Pays what is due by then and not paid yet. */
  readonly payDue: (account: Account, untilMs: number) => void;
}

/** Accrued and not yet in cash, per currency. */
export interface Accruals {
  readonly interest: (account: Account, currency: string) => Big;
  readonly dividends: (account: Account, currency: string) => Big;
}

const dayLength = 86_400_000;
export const dayStart = (ms: number): number => Math.floor(ms / dayLength) * dayLength;

export function createBooks(market: Market, { rate }: Rates): Books & Accruals {
  const paid = new WeakSet<DividendAccrual>();

  const write = (account: Account, kind: EntryKind, amount: Big, at: Posting) =>
    post(account, {
      kind,
      atMs: at.atMs,
      instrument: at.instrument,
      currency: at.currency,
      quantity: null,
      price: null,
      amount,
      commission: zero,
      realized: zero,
      rate: rate(at.currency, at.atMs),
      cash: [[at.currency, amount]],
    });

  const accrueDay = (account: Account, dayMs: number) => {
    const before = account.interest.at(-1);
    const interest = new Map(before?.interest);
    const borrow = new Map(before?.borrow);
    const add = (to: Map<string, Big>, currency: string, amount: Big) => {
      if (!amount.eq(0)) to.set(currency, round((to.get(currency) ?? zero).plus(amount), 6));
    };
    for (const [currency, cash] of account.cash) add(interest, currency, interestOfDay(currency, cash));
    for (const { instrument, quantity } of account.positions.values()) {
      const terms = quantity.lt(0) ? borrowOf(instrument) : null;
      if (terms === null) continue;
      const value = valueOf(instrument, quantity, big(market.quote(instrument, dayMs - 1).last));
      add(borrow, instrument.currency, borrowFeeOfDay(value, terms.feePercent));
    }
    if (new Date(dayMs).getUTCDate() === 1) {
      postMonth(account, 'Interest', interest, dayMs);
      postMonth(account, 'Borrow Fee', borrow, dayMs);
    }
    account.interest.push({ dayMs, interest, borrow });
  };
  const postMonth = (account: Account, kind: EntryKind, totals: Map<string, Big>, atMs: number) => {
    for (const [currency, total] of totals) {
      const amount = round(total, currency === 'JPY' ? 0 : 2);
      if (!amount.eq(0)) write(account, kind, amount, { atMs, currency, instrument: null });
    }
    totals.clear();
  };

  const goEx = (account: Account, dividend: Dividend) => {
    const { instrument, perUnit, withheldPercent, exMs, payMs } = dividend;
    const quantity = account.positions.get(instrument.conid)?.quantity ?? zero;
    if (quantity.eq(0)) return;
    const places = instrument.currency === 'JPY' ? 0 : 2;
    const gross = round(quantity.times(perUnit), places);
    // A payment in lieu is owed whole: nothing is withheld from it here.
    const tax = quantity.gt(0) ? round(gross.times(withheldPercent).div(100), places) : zero;
    account.dividends.push({
      instrument,
      quantity,
      perUnit,
      gross,
      tax,
      net: gross.minus(tax),
      exMs,
      payMs,
    });
  };

  const payDue = (account: Account, untilMs: number) => {
    for (const accrual of account.dividends) {
      if (accrual.payMs > untilMs || paid.has(accrual)) continue;
      paid.add(accrual);
      const { instrument, gross, tax, payMs: atMs } = accrual;
      const at = { atMs, currency: instrument.currency, instrument };
      write(account, gross.lt(0) ? 'Payment in Lieu' : 'Dividend', gross, at);
      if (!tax.eq(0)) write(account, 'Withholding Tax', tax.times(-1), at);
    }
  };

  return {
    goEx,
    payDue,
    startDay: (account, dayMs) => {
      accrueDay(account, dayMs);
      payDue(account, dayMs);
      for (const { instrument } of [...account.positions.values()]) {
        const dividend = dividendOn(market, instrument, dayMs);
        if (dividend !== null) goEx(account, dividend);
      }
    },
    interest: (account, currency) => {
      const last = account.interest.at(-1);
      return (last?.interest.get(currency) ?? zero).plus(last?.borrow.get(currency) ?? zero);
    },
    dividends: (account, currency) =>
      account.dividends
        .filter((accrual) => accrual.instrument.currency === currency && !paid.has(accrual))
        .reduce((total, accrual) => total.plus(accrual.net), zero),
  };
}

interface Posting {
  readonly atMs: number;
  readonly currency: string;
  readonly instrument: DividendAccrual['instrument'] | null;
}

/** Money in or out of the account. */
export function transfer(account: Account, rates: Rates, currency: string, amount: Big, atMs: number): void {
  if (amount.eq(0)) return;
  post(account, {
    kind: amount.gt(0) ? 'Deposit' : 'Withdrawal',
    atMs,
    instrument: null,
    currency,
    quantity: null,
    price: null,
    amount,
    commission: zero,
    realized: zero,
    rate: rates.rate(currency, atMs),
    cash: [[currency, amount]],
  });
}

export const currenciesOf = (account: Account): string[] => [
  ...new Set([
    account.currency,
    ...account.cash.keys(),
    ...[...account.positions.values()].map((p) => p.instrument.currency),
  ]),
];
