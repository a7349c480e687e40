import { historyBars, parsePeriodMs } from '../market/history';
import { historyAnswer } from '../market/wire-history';
import type { World } from '../world';
import { textOf } from '../broker/order-request';
import type { Send, Topic } from './topic';

const cadenceMs = 5000;

/** `smh`: one whole answer, then the running bar; stopped by server id, five at once. */
export function createHistoryTopic(world: World, send: Send): Topic {
  const streams = new Map<string, () => void>();
  return {
    channel: 'mh',
    subscribe: (target, args) => {
      const topic = `smh+${target}`;
      const instrument = world.market.catalogue.byConid(Number(target.split('@')[0]));
      if (instrument === undefined) {
        send({ error: 'Invalid conid', code: 500, topic });
        return;
      }
      if (streams.size >= world.quoteStream.histories) {
        send({ error: 'Too many historical data requests', code: 500, topic });
        return;
      }
      const period = textOf(args.period) || '1d';
      const barMs = parsePeriodMs(textOf(args.bar) || '5min');
      const periodMs = parsePeriodMs(period);
      if (barMs === null || periodMs === null) {
        send({ error: 'Chart data unavailable', code: 500, topic });
        return;
      }
      const outsideRth = args.outsideRth === true || args.outsideRTH === true;
      const serverId = world.random.integer(100_000_000).toString();
      const bars = (fromMs: number) =>
        historyBars(world.market, instrument, { fromMs, toMs: world.clock.now(), barMs, outsideRth });
      const whole = historyAnswer(instrument, bars(world.clock.now() - periodMs), {
        period,
        barMs,
        outsideRth,
      });
      send({ ...whole, serverId, topic });
      const stop = world.clock.every(cadenceMs, () => {
        const rows = bars(world.clock.now() - barMs).slice(-1);
        const last = historyAnswer(instrument, rows, { period, barMs, outsideRth });
        send({ topic, serverId, data: last.data, points: 1 });
      });
      streams.set(serverId, stop);
    },
    unsubscribe: (serverId) => {
      const stop = streams.get(serverId);
      if (stop === undefined) {
        send({ error: 'unknown', code: 500, topic: 'umh' });
        return;
      }
      stop();
      streams.delete(serverId);
      send({ message: `Unsubscribed ${serverId}` });
    },
    end: () => {
      for (const stop of streams.values()) stop();
    },
  };
}
