import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result';
import { conidText, inQuery, text, utcTime } from './arguments';
import { endpoint } from './endpoint';
import { gatewayError, type GatewayError } from './gateway-error';
import { figure, label, row } from './wire';

const price = z.union([z.number(), z.string()]);
const wireBar = row({
  o: price.nullish(),
  h: price.nullish(),
  l: price.nullish(),
  c: price.nullish(),
  v: price.nullish(),
  t: z.number().nullish(),
});
export const historyWire = row({
  data: z.array(wireBar),
  symbol: label,
  mdAvailability: label,
  points: figure,
  priceFactor: figure,
  volumeFactor: figure,
  startTime: label,
  serverId: label,
});
type History = z.output<typeof historyWire>;

/** Bars with names; `error` where the series of this key failed. */
const bar = z.object({ open: price, high: price, low: price, close: price, volume: price, date: z.string() });
export const namedSeries = z.record(
  z.string(),
  z.union([z.array(bar), z.object({ error: z.custom<GatewayError>() })]),
);
export type Bar = z.output<typeof bar>;

export const historyByConid = endpoint({
  area: 'marketData',
  verb: 'GET',
  path: '/iserver/marketdata/history',
  parameters: {
    conid: inQuery(conidText, 'Contract id.'),
    bar: inQuery(text, '`1min`–`30min`, `1h`–`8h`, `1d`, `1w`, `1m` (a month). Must suit the period.'),
    exchange: inQuery(text.optional(), 'Exchange.'),
    period: inQuery(
      text.optional(),
      '`{1-30}min`, `{1-8}h`, `{1-1000}d`, `{1-792}w`, `{1-182}m` (months), `{1-15}y`. Lower case: IBKR silently replaces `6M`.',
    ),
    outsideRth: inQuery(z.boolean().optional(), 'True includes bars outside regular hours.'),
    startTime: inQuery(
      utcTime.optional(),
      'A moment; the period ends there (now when absent). `YYYYMMDD-HH:mm:ss` UTC on the wire.',
    ),
    source: inQuery(text.optional(), '`Trades`, `Midpoint`, `Bid_Ask`; beyond the reference.'),
    direction: inQuery(
      z.literal([-1, 1]).optional(),
      '1 begins the period at `startTime`; beyond the reference.',
    ),
  },
  wire: historyWire,
  preflight: 'accounts',
  // Five at once are allowed and sometimes throttled; four are not — GOTCHAS 48, read 2026-11.
  pacing: { concurrency: 4 },
  docs: { purpose: 'Price history.', returns: 'Bars.', source: 'OpenAPI 2.28' },
});

/**
 * Names the members of the bars and dates them; order and values stay as received. A bar without one of its
 * values fails this series alone — BEHAVIOUR §12.
 */
export function namedBars(history: History): Result<Bar[], GatewayError> {
  const bars: Bar[] = [];
  for (const { o, h, l, c, v, t } of history.data) {
    const date = new Date(t ?? Number.NaN);
    const named = bar.safeParse({
      open: o,
      high: h,
      low: l,
      close: c,
      volume: v,
      date: Number.isNaN(date.getTime()) ? null : date.toISOString(),
    });
    if (!named.success) {
      const message = 'A bar of the history lacks one of its values; the series is not shown.';
      return err(gatewayError('bad-answer', { message, path: historyByConid.path }));
    }
    bars.push(named.data);
  }
  return ok(bars);
}

/** Whether the first letters say real time or snapshot; unknown letters are tolerated ("DPB" is real). */
export function isLive(availability: unknown): boolean {
  return typeof availability !== 'string' || /[sr]/i.test(availability);
}
