import type { Market } from '../market/market';
import { big, sum, withCommas, type Big, zero } from '../money';
import { valueOf, type Account } from './account';
import { legsOf } from './combo';
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
  const commission =
    instrument.secType === 'BAG'
      ? sum(
          legsOf(instrument).map((leg) => {
            const quantity = ticket.quantity.times(Math.abs(leg.ratio));
            const legValue = valueOf(leg.instrument, quantity, big(market.quote(leg.instrument).last));
            return commissionOf(leg.instrument, quantity, legValue);
          }),
        )
      : commissionOf(instrument, ticket.quantity, value);
  const held = account.positions.get(instrument.conid)?.quantity ?? zero;
  const after = held.plus(signed);
  const rate = valuation.rate(instrument.secType === 'CASH' ? 'USD' : instrument.currency);
  const parts = legsOf(instrument).map((leg) => ({
    part: leg.instrument,
    change: signed.times(leg.ratio),
    at: big(market.quote(leg.instrument).last),
  }));
  const margins = (parts.length === 0 ? [{ part: instrument, change: signed, at: price }] : parts).map(
    ({ part, change, at }) => {
      const before = account.positions.get(part.conid)?.quantity ?? zero;
      const growth = before.plus(change).abs().minus(before.abs());
      const rates = marginRate(part);
      const amount = growth.times(valueOf(part, big(1), at)).times(rate);
      return {
        amount,
        initial: amount.times(rates.initial),
        maintenance: amount.times(rates.maintenance),
      };
    },
  );
  const change = sum(margins.map((margin) => margin.amount));
  const equityAfter = now.netLiquidation.minus(commission.times(rate));
  const initialMarginAfter = now.initialMargin.plus(sum(margins.map((margin) => margin.initial)));
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
    maintenanceMarginAfter: now.maintenanceMargin.plus(sum(margins.map((margin) => margin.maintenance))),
    positionNow: held,
    positionAfter: after,
    refusal,
  };
}

const isCash = (ticket: OrderTicket) => ticket.instrument.secType === 'CASH';
