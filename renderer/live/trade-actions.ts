import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { abs, type Decimal, multiply, sign } from '../../shared/domain/decimal';
import type { Conid } from '../../shared/domain/ids';
import type { Order } from '../../shared/domain/order';
import type { Side } from '../../shared/domain/order-draft';
import { portfolioQueries } from '../ipc/portfolio-queries';
import { askTicket } from '../state/ticket-requests';
import { showInstrument, workspaceNow } from '../state/workspace-store';
import type { MenuItem } from '../ui/menu';
import { quoteNow } from './quote-store';

interface Subject {
  readonly conid: Conid;
  readonly symbol: string;
}

/** What a row offers to trade. Each fills a ticket for the human to finish; none sends anything. */
export function tradeItems({ conid, symbol }: Subject, held: Decimal | null): ReadonlyArray<MenuItem> {
  const subject = { conid, symbol };
  const obstacle =
    held === null
      ? 'How much is held is not known yet.'
      : sign(held) === 0
        ? `Nothing is held of ${symbol}.`
        : null;
  return [
    { name: 'Buy', onPick: () => openTicket(subject, 'BUY') },
    { name: 'Sell', onPick: () => openTicket(subject, 'SELL') },
    { name: 'Close position', obstacle, newGroup: true, onPick: () => closeTicket(subject, held) },
    { name: 'Attach stop', obstacle, onPick: () => stopTicket(subject, held) },
    { name: 'Reverse', obstacle, onPick: () => closeTicket(subject, held, '2' as Decimal) },
  ];
}

/** What else a ticket is opened with. */
export interface TicketWish {
  /** A price pointed at, as in a chart: the limit, or the stop where the type says so. */
  readonly price?: Decimal;
  /** Default: a limit order. */
  readonly orderType?: 'LMT' | 'STP';
}

/**
 * A ticket at the price pointed at, else at the one the market would take; quantity left to the human. It fills the
 * form and sends nothing; an order that is being typed for another contract stays until the human takes this one.
 */
export function openTicket({ conid, symbol }: Subject, side: Side, wish: TicketWish = {}): void {
  showInstrument(conid, symbol);
  const { price, orderType = 'LMT' } = wish;
  const at =
    price === undefined
      ? atMarket(conid, side)
      : orderType === 'STP'
        ? { orderType, stopPrice: price, pointed: true }
        : { limitPrice: price, pointed: true };
  askTicket({ kind: 'new', conid, symbol, side, ...at });
}

/** A ticket that would sell what is held, or buy back what is short; twice that turns the position round. */
export function closeTicket({ conid, symbol }: Subject, held: Decimal | null, times = '1' as Decimal): void {
  if (held === null || sign(held) === 0) return;
  const side = closingSide(held);
  showInstrument(conid, symbol);
  const quantity = multiply(abs(held), times);
  askTicket({ kind: 'new', conid, symbol, side, quantity, ...atMarket(conid, side) });
}

/** Takes a working order into the ticket, to be changed there. */
export function changeTicket(order: Order): void {
  showInstrument(order.conid, order.symbol);
  askTicket({ kind: 'modify', order });
}

/** A ticket for a stop under what is held, or over what is short. */
export function stopTicket({ conid, symbol }: Subject, held: Decimal | null): void {
  if (held === null || sign(held) === 0) return;
  showInstrument(conid, symbol);
  askTicket({
    ...{ kind: 'new', conid, symbol, side: closingSide(held), quantity: abs(held) },
    ...{ orderType: 'STP', tif: 'GTC' },
  });
}

/** How much the account shown holds of a contract, at the moment of a press; `null` where not completely known. */
export function useHeldOf(): (conid: Conid) => Decimal | null {
  const client = useQueryClient();
  return useCallback(
    (conid) => {
      const { accountId } = workspaceNow();
      if (accountId === null) return null;
      const list = client.getQueryData(portfolioQueries.positions(accountId).queryKey);
      if (list?.complete !== true) return null;
      return list.positions.find((position) => position.conid === conid)?.quantity ?? ('0' as Decimal);
    },
    [client],
  );
}

const closingSide = (held: Decimal): Side => (sign(held) > 0 ? 'SELL' : 'BUY');

function atMarket(conid: Conid, side: Side): { readonly limitPrice?: Decimal } {
  const quote = quoteNow(conid);
  const price = side === 'BUY' ? quote?.ask : quote?.bid;
  return price == null ? {} : { limitPrice: price };
}
