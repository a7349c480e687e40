import type { Instrument } from '../market/instrument';
import type { Big } from '../money';

export type EntryKind =
  | 'Deposit'
  | 'Withdrawal'
  | 'Buy'
  | 'Sell'
  | 'Dividend'
  | 'Payment in Lieu'
  | 'Withholding Tax'
  | 'Interest'
  | 'Borrow Fee'
  | 'Corporate Action'
  | 'Expiration'
  | 'Exercise'
  | 'Assignment'
  | 'Settlement'
  | 'Redemption';

/**
 * One line of the account's statement. The cash of an account is what it opened with plus the `cash` of all
 * its entries, and its positions are the sum of their quantities: nothing else moves either.
 */
export interface BookEntry {
  readonly kind: EntryKind;
  readonly atMs: number;
  readonly instrument: Instrument | null;
  readonly currency: string;
  /** Signed; null where no units move. */
  readonly quantity: Big | null;
  /** Quote units; null where there is none. */
  readonly price: Big | null;
  /** Signed, in `currency`: what was paid or received before commission. */
  readonly amount: Big;
  readonly commission: Big;
  /** In `currency`. */
  readonly realized: Big;
  /** Value of one unit of `currency` in the base currency at that moment. */
  readonly rate: Big;
  /** What really moved: a forex trade moves two currencies, a future only what it realises. */
  readonly cash: ReadonlyArray<readonly [currency: string, amount: Big]>;
}

/** A dividend whose ex-date has passed and whose payment has not; amounts after tax, negative when short. */
export interface DividendAccrual {
  readonly instrument: Instrument;
  readonly quantity: Big;
  readonly perUnit: Big;
  readonly gross: Big;
  readonly tax: Big;
  readonly net: Big;
  readonly exMs: number;
  readonly payMs: number;
}

/** Interest and borrow fees of the running month, by currency, not yet posted; what they were at the end of a day. */
export interface InterestAccrual {
  readonly dayMs: number;
  readonly interest: ReadonlyMap<string, Big>;
  readonly borrow: ReadonlyMap<string, Big>;
}
