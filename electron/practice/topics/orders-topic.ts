import type { Order } from '../broker/order';
import { liveOrder } from '../broker/wire-order';
import type { World } from '../world';
import { changedKeys, type Send, type Topic } from './topic';

/** `sor`: forward only; the first message about an order is whole, later ones are deltas. */
export function createOrdersTopic(world: World, send: Send): Topic {
  const sent = new Map<number, Record<string, unknown>>();
  let stop: (() => void) | null = null;

  const push = (order: Order) => {
    // A filtered order list silences the stream until force=true (GATEWAY_FACTS §5).
    if (world.session.ordersFiltered) return;
    const row = liveOrder(order);
    const before = sent.get(order.id);
    sent.set(order.id, row);
    if (before === undefined) {
      send({ topic: 'sor', args: [row] });
      return;
    }
    const changes = changedKeys(before, row);
    if (Object.keys(changes).length > 0)
      send({ topic: 'sor', args: [{ acct: order.account, orderId: order.id, ...changes }] });
  };

  return {
    channel: 'or',
    subscribe: () => {
      stop ??= world.broker.subscribe((event) => {
        if (event.kind === 'order') push(event.order);
      });
    },
    unsubscribe: () => {
      stop?.();
      stop = null;
      sent.clear();
    },
    end: () => stop?.(),
  };
}
