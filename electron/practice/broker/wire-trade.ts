import { isDerivative } from '../market/instrument';
import { toNumber } from '../money';
import { utcStamp } from '../wire-time';
import type { Execution } from './order';
import { contractName, listingName, orderPriceText } from './order-text';

/** One row of `/iserver/account/trades` and of `str`: size a number, price and commission strings. */
export function wireTrade(execution: Execution, user: string): Record<string, unknown> {
  const { instrument } = execution;
  const price = orderPriceText(instrument, execution.price);
  const expired = execution.settled === 'expired';
  const verb = execution.side === 'BUY' ? 'Bot' : 'Sold';
  return {
    execution_id: execution.id,
    symbol: instrument.symbol,
    supports_tax_opt: instrument.secType === 'STK' ? '1' : '0',
    // Expiries are side X, with no commission (recorded/orders/trades-fop-fut-expiry).
    side: expired ? 'X' : execution.side === 'BUY' ? 'B' : 'S',
    order_description: expired
      ? `EXPIRED ${execution.quantity.toFixed()} on ${execution.exchange}`
      : `${verb} ${execution.quantity.toFixed()} @ ${price} on ${execution.exchange}`,
    trade_time: utcStamp(execution.atMs),
    trade_time_r: execution.atMs,
    size: toNumber(execution.quantity),
    price,
    ...(execution.clientId === null ? {} : { order_ref: execution.clientId }),
    submitter: user,
    exchange: execution.exchange,
    ...(execution.settled === undefined ? { commission: execution.commission.toFixed() } : {}),
    net_amount: toNumber(execution.netAmount),
    account: execution.account,
    accountCode: execution.account,
    account_allocation_name: execution.allocationName ?? execution.account,
    company_name: instrument.name,
    contract_description_1: contractName(instrument),
    ...(isDerivative(instrument) ? { contract_description_2: instrument.localSymbol } : {}),
    sec_type: instrument.secType,
    listing_exchange: listingName(instrument),
    conid: instrument.conid,
    conidEx: String(instrument.conid),
    position: execution.positionAfter.toFixed(),
    clearing_id: 'IB',
    clearing_name: 'IB',
    liquidation_trade: '0',
    is_event_trading: '0',
    ...(execution.orderId === null ? {} : { order_id: execution.orderId }),
  };
}
