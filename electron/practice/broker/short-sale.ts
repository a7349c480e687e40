import { isDerivative, type Instrument } from '../market/instrument';
import { big, type Big } from '../money';
import { hash } from '../random';
import type { OrderTicket } from './order';

export interface Borrow {
  /** Shares that can be borrowed. */
  readonly shares: number;
  /** Yearly, in per cent. */
  readonly feePercent: number;
  /** Field 7644: above 2.5 at least 1,000 shares are available, above 1.5 after being located, below that none. */
  readonly level: number;
}

const none: Borrow = { shares: 0, feePercent: 0, level: 1 };
/** Small, expensive and thinly traded: what is hard to borrow in life is so here. */
const hardToBorrowVolume = 3_000_000;

/** What may be borrowed of an instrument; null where selling short needs no borrowing. Simulated, but fixed per instrument. */
export function borrowOf(instrument: Instrument): Borrow | null {
  const { secType, dailyVolume, conid } = instrument;
  // A warrant can only be bought from its issuer and sold again.
  if (secType === 'WAR') return none;
  if (secType === 'CASH' || secType === 'CFD' || secType === 'BAG' || isDerivative(instrument)) return null;
  if (secType !== 'STK') return none;
  const dice = hash(conid, 31);
  if (dailyVolume < hardToBorrowVolume && dice % 5 === 0) return none;
  if (dailyVolume < hardToBorrowVolume && dice % 5 === 1)
    return { shares: 100 * (1 + (dice % 9)), feePercent: 18 + (dice % 40), level: 2 };
  return { shares: Math.min(10_000_000, Math.floor(dailyVolume / 2)), feePercent: 0.25, level: 3 };
}

/** IBKR's refusal of a sale beyond what is held, or null (TWS message 201, "not available for short sale"). */
export function shortSaleRefusal(ticket: OrderTicket, held: Big): string | null {
  if (ticket.side !== 'SELL' || ticket.parentClientId !== null) return null;
  const shortAfter = held.minus(ticket.quantity).times(-1);
  const borrow = borrowOf(ticket.instrument);
  return borrow !== null && shortAfter.gt(0) && shortAfter.gt(big(borrow.shares))
    ? 'Order rejected - reason: The contract is not available for short sale.'
    : null;
}
