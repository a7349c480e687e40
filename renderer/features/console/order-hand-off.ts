import { useState } from 'react';
import { tryCall } from '../../ipc/client';
import { useOrderBook } from '../../live/order-feed';
import { showPanel } from '../../state/panel-requests';
import { askTicket } from '../../state/ticket-requests';
import { showInstrument, useWorkspace } from '../../state/workspace-store';
import { accountOf, orderFieldsOf } from './order-arguments';

const actions: Readonly<Record<string, string>> = {
  placeOrder: 'Fill the ticket',
  modifyOrder: 'Open in the ticket',
  cancelOrder: 'Cancel the order',
  reply: 'Answer the question',
};

/** Orders typed into the console go where all orders go: the ticket and its review, or the order service's cancel. */
export function useOrderHandOff(method: string) {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const book = useOrderBook(accountId);
  const [said, setSaid] = useState<string | null>(null);

  const place = async (json: string): Promise<string> => {
    const read = orderFieldsOf(json, accountId);
    if (typeof read === 'string') return read;
    const found = await tryCall('contracts.instrument', { conid: read.conid });
    if (!found.ok) return `${found.error.message} ${found.error.action} Nothing was sent.`;
    const { conid, ...fields } = read;
    showInstrument(conid, found.value.symbol);
    showPanel('ticket');
    askTicket({ kind: 'new', conid, symbol: found.value.symbol, ...fields });
    return 'The ticket has it. Nothing was sent: review it there.';
  };

  const withOrder = async (json: string): Promise<string> => {
    const { accountId: named, orderId } = accountOf(json);
    if (accountId === null || (named !== null && named !== accountId))
      return 'The desk shows another account. Choose the order’s account first; nothing was sent.';
    const order = book?.orders.find((known) => known.orderId === orderId);
    if (order === undefined) return `Order ${orderId} is not in the list of this account. Nothing was sent.`;
    if (method === 'modifyOrder') {
      showPanel('ticket');
      askTicket({ kind: 'modify', order });
      return 'The ticket has the order. Nothing was sent: change it there.';
    }
    const asked = await tryCall('orders.cancel', { accountId, orderId: order.orderId });
    return asked.ok
      ? 'IBKR was asked to cancel it. It is cancelled when the orders panel says so.'
      : `${asked.error.message} ${asked.error.meaning} ${asked.error.action}`;
  };

  const open = async (json: string): Promise<void> => {
    setSaid(null);
    if (actions[method] === undefined) {
      setSaid('This can make IBKR trade: it is not sent from the console. Use IBKR’s own pages.');
      return;
    }
    setSaid(
      method === 'placeOrder'
        ? await place(json)
        : method === 'reply'
          ? 'No question is open. IBKR’s questions are answered in the dialog that shows them. Nothing was sent.'
          : await withOrder(json),
    );
  };

  return { action: actions[method] ?? null, said, open };
}
