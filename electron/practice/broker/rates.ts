import type { Market } from '../market/market';
import { big, type Big } from '../money';

export interface Rates {
  /** Value of one unit of a currency in dollars, now or at a moment of the past; 1 where no pair is known. */
  readonly rate: (currency: string, atMs?: number) => Big;
}

/** The bank of the practice market converts at the last price of the dollar pair. */
export function createRates(market: Market): Rates {
  const pairs = market.catalogue.all.filter((instrument) => instrument.secType === 'CASH');
  const rate = (currency: string, atMs?: number): Big => {
    if (currency === 'USD') return big(1);
    const pair = pairs.find((i) => i.symbol === currency && i.currency === 'USD');
    if (pair !== undefined) return big(market.quote(pair, atMs).last);
    const inverse = pairs.find((i) => i.symbol === 'USD' && i.currency === currency);
    return inverse === undefined ? big(1) : big(1).div(market.quote(inverse, atMs).last);
  };
  return { rate };
}
