import type { Market } from '../market/market';
import { big, withCommas, type Big, zero } from '../money';
import { valueOf, type Account } from './account';
import { commissionOf } from './commission';
import type { OrderTicket } from './order';
import { marginRate, type Valuation } from './valuation';

export interface OrderImpact {
  /** Trade currency. */
  readonly value: Big;
  readonly commission: Big;
  /** Base currency. */
  readonly equity: Big;
  readonly equityAfter: Big;
  readonly initialMargin: Big;
  readonly initialMarginAfter: Big;
  readonly maintenanceMargin: Big;
  readonly maintenanceMarginAfter: Big;
  readonly positionNow: Big;
  readonly positionAfter: Big;
  /** IBKR's refusal, or null. */
  readonly refusal: string | null;
}

/** What an order would do to margin if it filled completely at its price: the one rule for what-if and acceptance. */
export function orderImpact(
  market: Market,
  valuation: Valuation,
  account: Account,
  ticket: OrderTicket,
): OrderImpact {
  const { instrument } = ticket;
  const now = valuation.account(account);
  const quote = market.quote(instrument);
  const touch = big(ticket.side === 'BUY' ? quote.ask : quote.bid);
  const price = ticket.limit ?? ticket.stop ?? touch;
  const signed = ticket.side === 'BUY' ? ticket.quantity : ticket.quantity.times(-1);
  const value = valueOf(instrument, ticket.quantity, price);
  const commission = commissionOf(instrument, ticket.quantity, value);
  const held = account.positions.get(instrument.conid)?.quantity ?? zero;
  const after = held.plus(signed);
  const rate = valuation.rate(instrument.secType === 'CASH' ? 'USD' : instrument.currency);
  const unit = valueOf(instrument, big(1), price).times(rate);
  const change = after.abs().minus(held.abs()).times(unit);
  const rates = marginRate(instrument);
  const equityAfter = now.netLiquidation.minus(commission.times(rate));
  const initialMarginAfter = now.initialMargin.plus(change.times(rates.initial));
  const grows = change.gt(0) && !isCash(ticket);
  const refusal =
    grows && equityAfter.lt(initialMarginAfter)
      ? `YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR EQUITY WITH LOAN VALUE [${withCommas(equityAfter, 2)} ${account.currency}] MUST EXCEED THE INITIAL MARGIN [${withCommas(initialMarginAfter, 2)} ${account.currency}]`
      : null;
  return {
    value,
    commission,
    equity: now.netLiquidation,
    equityAfter,
    initialMargin: now.initialMargin,
    initialMarginAfter,
    maintenanceMargin: now.maintenanceMargin,
    maintenanceMarginAfter: now.maintenanceMargin.plus(change.times(rates.maintenance)),
    positionNow: held,
    positionAfter: after,
    refusal,
  };
}

const isCash = (ticket: OrderTicket) => ticket.instrument.secType === 'CASH';
