import { big, zero, type Big } from '../money';

interface Terms {
  /** Yearly per cent on balances above the free tier. */
  readonly credit: number;
  /** Yearly per cent on borrowed money. */
  readonly debit: number;
  /** No interest on the first so many units. */
  readonly tier: number;
}

/** Shaped like IBKR's list for Pro accounts (public, 2026-11), rounded; rates change with the benchmark. */
const terms: Readonly<Record<string, Terms>> = {
  USD: { credit: 3.1, debit: 5.1, tier: 10_000 },
  EUR: { credit: 1.4, debit: 3.4, tier: 10_000 },
  GBP: { credit: 3.2, debit: 5.2, tier: 8000 },
  CHF: { credit: 0, debit: 1.5, tier: 10_000 },
  JPY: { credit: 0, debit: 2, tier: 1_500_000 },
  HKD: { credit: 2.1, debit: 4.8, tier: 80_000 },
  CAD: { credit: 1.8, debit: 3.8, tier: 13_000 },
};
const fallback: Terms = { credit: 1, debit: 5, tier: 10_000 };

/** Interest of one day on a cash balance: positive earned, negative owed; actual/360, sterling actual/365. */
export function interestOfDay(currency: string, cash: Big): Big {
  const { credit, debit, tier } = terms[currency] ?? fallback;
  const days = currency === 'GBP' ? 365 : 360;
  if (cash.lt(0)) return cash.times(debit).div(100).div(days);
  return cash.gt(tier) ? cash.minus(tier).times(credit).div(100).div(days) : zero;
}

/** What lending the shares of a short position costs for one day; negative, 102 % of the value are collateral. */
export const borrowFeeOfDay = (value: Big, feePercent: number): Big =>
  value.lt(0) ? value.times('1.02').times(big(feePercent)).div(100).div(360) : zero;
