import { snapshotRow } from '../market/wire-snapshot';
import { touchMarketData } from '../routes/market-data';
import type { World } from '../world';
import { changedKeys, type Send, type Topic } from './topic';

interface Stream {
  readonly topic: string;
  readonly conid: number;
  readonly fields: readonly string[];
  readonly sinceMs: number;
  sent: Readonly<Record<string, unknown>> | null;
}

/** `smd`: the first message is whole, later ones carry what changed. */
export function createQuotesTopic(world: World, send: Send): Topic {
  const streams = new Map<string, Stream>();
  const { clock, quoteStream } = world;
  let stop: (() => void) | null = null;

  const push = (stream: Stream) => {
    const instrument = world.market.catalogue.byConid(stream.conid);
    if (instrument === undefined) return;
    const row: Record<string, unknown> = {
      ...snapshotRow(world, instrument, stream.fields),
      topic: stream.topic,
    };
    // A number here, a text with % over REST: both were captured (WEBSOCKET.md §3, recorded/marketdata/GET-snapshot).
    if (typeof row['83'] === 'string') row['83'] = Number.parseFloat(row['83']);
    const changes = stream.sent === null ? row : changedKeys(stream.sent, row);
    const values = Object.fromEntries(Object.entries(changes).filter(([key]) => key !== '_updated'));
    if (Object.keys(values).length === 0) return;
    stream.sent = row;
    send({
      server_id: 'q0',
      conidEx: String(stream.conid),
      conid: stream.conid,
      _updated: clock.now(),
      ...values,
      topic: stream.topic,
    });
  };
  const pushAll = () => {
    for (const [key, stream] of streams) {
      if (clock.now() - stream.sinceMs >= quoteStream.lifetimeMs) streams.delete(key);
      else push(stream);
    }
  };

  return {
    channel: 'md',
    subscribe: (target, args) => {
      const topic = `smd+${target}`;
      if (!world.session.accountsQueried && !world.easy) {
        send({ error: 'No accounts', code: 500, topic: 'smd' });
        return;
      }
      const conid = Number(target.split('@')[0]);
      if (world.market.catalogue.byConid(conid) === undefined) {
        send({ error: 'Invalid conid', code: 500, topic });
        return;
      }
      if (streams.size >= quoteStream.lines && !streams.has(target)) {
        send({ error: 'Max number of tickers has been reached', code: 500, topic });
        return;
      }
      const fields = Array.isArray(args.fields) ? (args.fields as unknown[]).map(String) : ['31', '84', '86'];
      const stream: Stream = { topic, conid, fields, sinceMs: clock.now(), sent: null };
      streams.set(target, stream);
      touchMarketData(world, conid);
      push(stream);
      stop ??= clock.every(quoteStream.cadenceMs, pushAll);
    },
    unsubscribe: (target) => {
      streams.delete(target);
    },
    end: () => stop?.(),
  };
}
