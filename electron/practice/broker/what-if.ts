import { big, sum, withCommas, type Big } from '../money';
import type { World } from '../world';
import type { Account } from './account';
import { spread } from './allocation';
import { orderImpact, type OrderImpact } from './funds';
import type { OrderTicket } from './order';
import { questionsFor } from './questions';

/** An advisor's order weighs on the accounts it is split over, not on the master that it stands in. */
function impactOf(world: World, account: Account, ticket: OrderTicket): OrderImpact {
  const { market, valuation } = world;
  if (ticket.allocation == null) return orderImpact(market, valuation, account, ticket);
  const shares = spread(ticket.allocation, ticket.quantity, big(ticket.instrument.sizeIncrement));
  const impacts = [...shares].flatMap(([id, quantity]) => {
    const owner = world.account(id);
    return owner === undefined || quantity.lte(0)
      ? []
      : [orderImpact(market, valuation, owner, { ...ticket, account: id, quantity })];
  });
  const total = (of: (impact: OrderImpact) => Big) => sum(impacts.map(of));
  return {
    value: total(({ value }) => value),
    commission: total(({ commission }) => commission),
    equity: total(({ equity }) => equity),
    equityAfter: total(({ equityAfter }) => equityAfter),
    initialMargin: total(({ initialMargin }) => initialMargin),
    initialMarginAfter: total(({ initialMarginAfter }) => initialMarginAfter),
    maintenanceMargin: total(({ maintenanceMargin }) => maintenanceMargin),
    maintenanceMarginAfter: total(({ maintenanceMarginAfter }) => maintenanceMarginAfter),
    positionNow: total(({ positionNow }) => positionNow),
    positionAfter: total(({ positionAfter }) => positionAfter),
    refusal: impacts.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  };
}

/** `/orders/whatif`: texts for people, from the same figures that decide whether the order is accepted. */
export function whatIf(world: World, ticket: OrderTicket): Record<string, unknown> {
  const account = world.account(ticket.account);
  if (account === undefined) return { error: 'Invalid account ID' };
  const impact = impactOf(world, account, ticket);
  const { instrument } = ticket;
  const unit =
    instrument.secType === 'OPT' || instrument.secType === 'FUT' || instrument.secType === 'FOP'
      ? 'Contracts'
      : 'Shares';
  const money = (amount: Big) => `${withCommas(amount, 2)} ${instrument.currency}`;
  const change = (before: Big, after: Big) => ({
    current: withCommas(before),
    change: withCommas(after.minus(before)),
    after: withCommas(after),
  });
  const hasMarketData = world.session.snapshotSince.has(instrument.conid);
  const blind = hasMarketData
    ? null
    : '21/You are trying to submit an order without having market data for this instrument. \nIB strongly recommends against this kind of blind trading which may result in \nerroneous or unexpected trades.';
  const [question] = questionsFor(ticket, {
    market: world.market,
    account,
    openOrders: [],
    hasMarketData: true,
  }).filter((q) => !world.session.suppressed.has(q.messageId));
  return {
    amount: {
      amount: `${money(impact.value)} (${ticket.quantity.toFixed()} ${unit})`,
      commission: money(impact.commission),
      total: money(
        ticket.side === 'BUY' ? impact.value.plus(impact.commission) : impact.value.minus(impact.commission),
      ),
    },
    equity: change(impact.equity, impact.equityAfter),
    initial: change(impact.initialMargin, impact.initialMarginAfter),
    maintenance: change(impact.maintenanceMargin, impact.maintenanceMarginAfter),
    position: {
      current: withCommas(impact.positionNow),
      change: withCommas(impact.positionAfter.minus(impact.positionNow)),
      after: withCommas(impact.positionAfter),
    },
    warn: blind ?? question?.text ?? null,
    error: impact.refusal,
  };
}
