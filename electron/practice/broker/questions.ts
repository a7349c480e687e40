import type { Market } from '../market/market';
import { incrementAt } from '../market/ticks';
import { big, withCommas, type Big } from '../money';
import { valueOf, type Account } from './account';
import type { Order, OrderTicket } from './order';
import { contractName, ticketText } from './order-text';

export interface Question {
  readonly messageId: string;
  readonly text: string;
}

export interface QuestionContext {
  readonly market: Market;
  readonly account: Account;
  readonly openOrders: readonly Order[];
  /** True once the session has asked for this instrument's market data. */
  readonly hasMarketData: boolean;
}

type Rule = (ticket: OrderTicket, context: QuestionContext) => Question | null;

const ask = (messageId: string, text: string): Question => ({ messageId, text });

/**
 * The order presets of the practice account. Texts are IBKR's own where a public source quotes them
 * (recorded/orders/place-question-o163, IBind's QuestionType texts, CPAPI `#suppressible-id`, read 2026-11).
 */
const percentLimit = '3';
const sizeLimit = '20000';
const valueLimitUsd = '1000000';
const tickLimit = 5000;

const rules: readonly Rule[] = [
  function withoutMarketData(ticket, { hasMarketData }) {
    if (hasMarketData || ticket.instrument.availability !== 'N') return null;
    return ask(
      'o354',
      'You are submitting an order without market data. We strongly recommend against this as it may result in erroneous and unexpected trades.\nAre you sure you want to submit this order?',
    );
  },
  function priceFarFromMarket(ticket, { market }) {
    if (ticket.limit === null || ticket.type === 'MIDPRICE' || ticket.type === 'REL') return null;
    // A spread may cost nothing: three per cent of it is no measure.
    if (ticket.instrument.secType === 'BAG') return null;
    const last = big(market.quote(ticket.instrument).last);
    const away = ticket.limit.minus(last).abs().div(last).times(100);
    if (away.lte(percentLimit)) return null;
    return ask(
      'o163',
      `The following order "${ticketText(ticket)}" price exceeds \nthe Percentage constraint of ${percentLimit}%.\nAre you sure you want to submit this order?`,
    );
  },
  function farInTicks(ticket, { market }) {
    if (ticket.limit === null || ticket.instrument.secType !== 'FUT') return null;
    const { last } = market.quote(ticket.instrument);
    const ticks = ticket.limit.minus(last).abs().div(incrementAt(ticket.instrument.increments, last));
    if (ticks.lte(tickLimit)) return null;
    return ask(
      'o382',
      `The following order "${ticketText(ticket)}" price exceeds the Tick Size Limit of ${tickLimit}.\nAre you sure you want to submit this order?`,
    );
  },
  function sizeTooLarge(ticket) {
    const limit = ticket.instrument.secType === 'CASH' ? big(sizeLimit).times(100) : big(sizeLimit);
    if (ticket.quantity.lte(limit)) return null;
    return ask(
      'o383',
      `The following order "${ticketText(ticket)}" size exceeds the Size Limit of ${limit.toFixed()}.\nAre you sure you want to submit this order?`,
    );
  },
  function valueTooLarge(ticket, { market }) {
    const price = ticket.limit ?? big(market.quote(ticket.instrument).last);
    const value = valueOf(ticket.instrument, ticket.quantity, price).abs();
    if (value.lte(scaledValueLimit(ticket))) return null;
    return ask(
      'o451',
      `The following order "${ticketText(ticket)}" value estimate of ${withCommas(value, 2)} ${ticket.instrument.currency} exceeds \nthe Total Value Limit of ${withCommas(scaledValueLimit(ticket))} ${ticket.instrument.currency}.\nAre you sure you want to submit this order?`,
    );
  },
  function stopTriggersAtOnce(ticket, { market }) {
    if (ticket.stop === null || (ticket.type !== 'STP' && ticket.type !== 'STOP_LIMIT')) return null;
    const { last } = market.quote(ticket.instrument);
    const at = ticket.side === 'BUY' ? ticket.stop.lte(last) : ticket.stop.gte(last);
    if (!at) return null;
    return ask(
      'o403',
      `This order will most likely trigger and fill immediately.\nAre you sure you want to submit this order?`,
    );
  },
  function stopRisks(ticket) {
    if (ticket.type !== 'STP') return null;
    return ask(
      'o10331',
      'You are about to submit a stop order. Please be aware of the various stop order types available and the risks associated with each one.\nAre you sure you want to submit this order?',
    );
  },
  function crossSide(ticket, { openOrders }) {
    const opposite = openOrders.some(
      (order) =>
        order.instrument.conid === ticket.instrument.conid &&
        order.instrument.localSymbol === ticket.instrument.localSymbol &&
        order.account === ticket.account &&
        order.side !== ticket.side &&
        order.parentOrderId === null,
    );
    if (!opposite || ticket.parentClientId !== null) return null;
    return ask(
      'o2137',
      `You have an open order for ${contractName(ticket.instrument)} on the opposite side. Submitting this order may result in a cross trade.\nWould you like to cancel all open orders and then place new closing order?`,
    );
  },
  function cashQuantityTerms(ticket) {
    if (ticket.cashQuantity === null) return null;
    return ask(
      'o10164',
      'Traders are responsible for understanding cash quantity details, which are provided on a best efforts basis only.\nAre you sure you want to submit this order?',
    );
  },
  function cashQuantityOrder(ticket) {
    if (ticket.cashQuantity === null) return null;
    return ask(
      'o10223',
      '<h4>Cash Quantity Order Confirmation</h4>Orders that express size using a monetary value (cash quantity) are provided on a non-guaranteed basis. The system simulates the order by cancelling it once the specified amount is spent (for buy orders) or collected (for sell orders). In addition to the monetary value, the order uses a maximum size that is calculated using the Cash Quantity Estimate Factor, which you can modify in Presets.\nAre you sure you want to submit this order?',
    );
  },
  function cryptoMarketOrder(ticket) {
    if (ticket.instrument.secType !== 'CRYPTO' || ticket.type !== 'MKT') return null;
    return ask(
      'o10288',
      'Market orders for cryptocurrencies may be filled at prices that differ from the displayed quote.\nAre you sure you want to submit this order?',
    );
  },
  function stopLimitOutsideHours(ticket) {
    if (ticket.type !== 'STP' || !ticket.outsideRth) return null;
    return ask(
      'o10152',
      'Stop orders that trigger outside regular trading hours become market orders in a thin market and may be filled far from the stop price.\nAre you sure you want to submit this order?',
    );
  },
  function manyAccounts(ticket) {
    if (ticket.allocation === null || ticket.allocation === undefined) return null;
    return ask(
      'p6',
      'This order will be distributed over multiple accounts. We strongly suggest you familiarize yourself with our allocation facilities before submitting orders.\nAre you sure you want to submit this order?',
    );
  },
  function fractionsOutsideHours(ticket) {
    if (!ticket.outsideRth || ticket.quantity.mod(1).eq(0) || ticket.instrument.secType !== 'STK')
      return null;
    return ask(
      'o2165',
      'Fractional shares cannot be traded outside regular trading hours; the fraction will wait for the session.\nAre you sure you want to submit this order?',
    );
  },
  function limitedLiquidity(ticket) {
    if (ticket.instrument.secType !== 'OPT' || ticket.type !== 'MKT') return null;
    return ask(
      'o10336',
      'The liquidity of this instrument is limited; a market order may be filled at an unfavourable price.\nAre you sure you want to submit this order?',
    );
  },
  function mandatoryCapPrice(ticket) {
    if (ticket.type !== 'MKT' || ticket.instrument.secType !== 'FUT') return null;
    return ask(
      'o10153',
      '<h4>Confirm Mandatory Cap Price</h4>To avoid trading at a price that is not consistent with a fair and orderly market, IB may set a cap (for a buy order) or sell order) on your market order. THIS MAY CAUSE AN ORDER THAT WOULD OTHERWISE BE MARKETABLE NOT TO BE TRADED.\nAre you sure you want to submit this order?',
    );
  },
];

/** Orders in other currencies are measured in their own: a million yen is not a large order. */
const scaledValueLimit = (ticket: OrderTicket): Big =>
  big(valueLimitUsd).times(
    ticket.instrument.currency === 'JPY' ? 150 : ticket.instrument.secType === 'CASH' ? 5 : 1,
  );

/** Every question IBKR would ask before this order, in the order it asks them. */
export const questionsFor = (ticket: OrderTicket, context: QuestionContext): Question[] =>
  rules.map((rule) => rule(ticket, context)).filter((question) => question !== null);
