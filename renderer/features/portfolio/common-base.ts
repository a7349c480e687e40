import { type Decimal, divide, multiply } from '../../../shared/domain/decimal';
import type { Ledger, PositionList } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';

/** One currency for several accounts, and what one unit of each account's own base is worth in it. */
export interface CommonBase {
  /** The first account's; `null` while an account has not told its own. */
  readonly currency: string | null;
  /** In the order of the accounts; `null` where IBKR's ledgers name none. */
  readonly rates: ReadonlyArray<Decimal | null>;
}

const one = '1' as Decimal;

/**
 * Accounts of different base currencies are added up at the rates of their own ledgers: the common currency's account
 * names the other one, or the other one names it. No rate is chained out of two.
 */
export function commonBase(
  accounts: ReadonlyArray<{ readonly baseCurrency: string | null; readonly ledger: Ledger | undefined }>,
): CommonBase {
  const bases = accounts.map(({ baseCurrency }) => baseCurrency);
  const [first = null] = bases;
  // One account alone is its own measure, whatever it is called.
  if (accounts.length === 1) return { currency: first, rates: [one] };
  const currency = bases.includes(null) ? null : first;
  const rates = accounts.map(({ baseCurrency, ledger }) => {
    if (currency === null || baseCurrency === null) return null;
    if (baseCurrency === currency) return one;
    const named = accounts
      .filter((account) => account.baseCurrency === currency)
      .map((account) => rateIn(account.ledger, baseCurrency))
      .find((rate) => rate !== null);
    const inverse = rateIn(ledger, currency);
    return named ?? (inverse === null ? null : divide(one, inverse, 12));
  });
  return { currency, rates };
}

const rateIn = (ledger: Ledger | undefined, currency: string): Decimal | null =>
  ledger?.rows.find((row) => !row.isBase && row.currency === currency)?.exchangeRate ?? null;

const times = (value: Decimal | null, rate: Decimal | null): Decimal | null =>
  value === null || rate === null ? null : multiply(value, rate);

/** The list with its base amounts in the common currency; the very same list where that is its own. */
export function inCommonBase(list: PositionList, rate: Decimal | null): PositionList {
  if (rate === one) return list;
  const converted = (position: Position): Position => ({
    ...position,
    marketValueBase: times(position.marketValueBase, rate),
    unrealizedPnlBase: times(position.unrealizedPnlBase, rate),
    realizedPnlBase: times(position.realizedPnlBase, rate),
  });
  return {
    ...list,
    positions: list.positions.map(converted),
    rates: list.rates.map((each) => ({ ...each, rate: times(each.rate, rate) })),
    totalMarketValueBase: times(list.totalMarketValueBase, rate),
  };
}
