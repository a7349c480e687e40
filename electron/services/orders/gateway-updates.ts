import type { Gateway } from '../../gateway/gateway';
import { recordOf } from '../wire-record';
import type { OrderUpdates } from './ports';
import { toExecution, toOrderRow } from './to-order-row';

/** IBKR keeps seven days of trades and no more. */
const tradeDays = 7;

/** Orders (`sor`) and executions (`str`) as they happen; what comes before is read by the reconciler. */
export const createGatewayUpdates = ({ socket }: Pick<Gateway, 'socket'>): OrderUpdates => ({
  onOrders: (listener) =>
    socket.subscribe({ topic: 'sor' }, (update) => {
      if (update.kind === 'data') listener(update.changed.flatMap((row) => toOrderRow(recordOf(row)) ?? []));
    }),
  onExecutions: (listener) =>
    socket.subscribe({ topic: 'str', days: tradeDays }, (update) => {
      if (update.kind === 'data') listener(update.changed.flatMap((row) => toExecution(recordOf(row)) ?? []));
    }),
});
