import { wireTrade } from '../broker/wire-trade';
import type { World } from '../world';
import type { Send, Topic } from './topic';

const dayMs = 86_400_000;

/** `str`: a first empty frame, the past days unless told otherwise, then each execution as it happens. */
export function createTradesTopic(world: World, send: Send): Topic {
  let stop: (() => void) | null = null;
  return {
    channel: 'tr',
    subscribe: (_target, args) => {
      stop?.();
      send({ topic: 'str', args: [] });
      if (args.realtimeUpdatesOnly !== true) {
        const sinceMs = world.clock.now() - Math.min(7, Number(args.days ?? 1)) * dayMs;
        const rows = world.broker.executions().filter((execution) => execution.atMs >= sinceMs);
        if (rows.length > 0)
          send({ topic: 'str', args: rows.map((execution) => wireTrade(execution, world.user.name)) });
      }
      stop = world.broker.subscribe((event) => {
        if (event.kind !== 'execution') return;
        // Whole executions are sent twice: at first without the commission (WEBSOCKET.md §3).
        const { commission, ...early } = wireTrade(event.execution, world.user.name);
        send({ topic: 'str', args: [early] });
        if (commission !== undefined) send({ topic: 'str', args: [{ ...early, commission }] });
      });
    },
    unsubscribe: () => {
      stop?.();
      stop = null;
    },
    end: () => stop?.(),
  };
}
