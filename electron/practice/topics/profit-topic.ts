import type { World } from '../world';
import { partitionedProfit } from './profit';
import { changedKeys, type Send, type Topic } from './topic';

const cadenceMs = 1000;

/** `spl`: profit and loss per account; after the first frame only what changed. */
export function createProfitTopic(world: World, send: Send): Topic {
  let stop: (() => void) | null = null;
  let sent: Record<string, Record<string, number>> = {};
  const push = () => {
    const rows = partitionedProfit(world);
    const changes = Object.entries(rows).flatMap(([key, row]) => {
      const changed = changedKeys(sent[key] ?? {}, row);
      return Object.keys(changed).length === 0 ? [] : [[key, { rowType: 1, ...changed }] as const];
    });
    sent = rows;
    if (changes.length > 0) send({ topic: 'spl', args: Object.fromEntries(changes) });
  };
  const halt = () => {
    stop?.();
    stop = null;
    sent = {};
  };
  return {
    channel: 'pl',
    subscribe: () => {
      halt();
      world.session.profitPrimed = true;
      push();
      stop = world.clock.every(cadenceMs, push);
    },
    unsubscribe: halt,
    end: halt,
  };
}
