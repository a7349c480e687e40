import type { Decimal } from './decimal';
import type { Instrument } from './instrument';

/** What a hundredth of the currency is called where prices are quoted in it. */
const hundredths: Readonly<Record<string, string>> = { GBP: 'GBX', ZAR: 'ZAC', ILS: 'ILA' };

/** Currencies whose exchanges may quote in hundredths. */
export const mayQuoteInHundredths = (currency: string | null): boolean =>
  currency !== null && currency in hundredths;

/**
 * The unit in which prices of the contract are quoted, where that is not its currency: GBX for London's pence, in
 * which a price of 95.06 is 0.9506 GBP. `null` where prices are in the currency itself.
 */
export function priceUnit({
  currency,
  priceMagnifier,
}: Pick<Instrument, 'currency' | 'priceMagnifier'>): string | null {
  if (currency === null || Number(priceMagnifier) === 1) return null;
  return Number(priceMagnifier) === 100 && hundredths[currency] !== undefined
    ? hundredths[currency]
    : `1/${priceMagnifier} ${currency}`;
}

/** "95.06 GBX"; a price in the currency itself stands bare. */
export const markedPrice = (price: Decimal, unit: string | null): string =>
  unit === null ? price : `${price} ${unit}`;
