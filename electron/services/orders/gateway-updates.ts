import type { GatewaySocket } from '../../gateway/socket';
import { toExecution, toOrderRow } from './to-order-row';
import type { OrderUpdates } from './ports';

/** Orders and executions as the websocket tells them. It promises nothing: the lists stay the truth. */
export const createGatewayUpdates = ({ socket }: { readonly socket: GatewaySocket }): OrderUpdates => ({
  onOrders: (listener) =>
    socket.subscribe({ topic: 'sor' }, (update) => {
      if (update.kind === 'data') listener(update.changed.flatMap((row) => toOrderRow(row) ?? []));
    }),
  onExecutions: (listener) =>
    // Replays the days asked for at each connection: what is known already changes nothing.
    socket.subscribe({ topic: 'str', realtimeUpdatesOnly: false, days: 1 }, (update) => {
      if (update.kind === 'data') listener(update.changed.flatMap((row) => toExecution(row) ?? []));
    }),
  onGap: (listener) =>
    socket.onEvent((event) => {
      if (event.kind === 'resubscribed') listener();
    }),
});
