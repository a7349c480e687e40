// Seam: IBKR's limits hold whatever is asked and however slowly it answers; nothing is lost, orders go first.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPacing, type PacedJob } from '../../electron/gateway/pacing';
import { createManualClock } from '../support/manual-clock';

const job = (more: Partial<PacedJob> = {}): PacedJob => ({
  key: 'a',
  priority: 'visible',
  limits: {},
  holdable: true,
  ...more,
});
const most = (times: ReadonlyArray<number>, windowMs: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

it('never more than ten in any second, however slow the answers', async () => {
  const burst = fc.array(fc.record({ atMs: fc.nat(3_000), lastsMs: fc.nat(1_200), urgent: fc.boolean() }), {
    minLength: 20,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(burst, async (asked) => {
      const clock = createManualClock();
      const pacing = createPacing(clock);
      const started: number[] = [];
      let done = 0;
      for (const { atMs, lastsMs, urgent } of asked) {
        clock.after(atMs, () => {
          void pacing
            .run(job({ priority: urgent ? 'order' : 'background' }), async () => {
              started.push(clock.now());
              await clock.sleep(lastsMs);
            })
            .then(() => (done += 1));
        });
      }
      await clock.pass(60_000);
      expect(most(started, 1_000)).toBeLessThanOrEqual(10);
      expect(done).toBe(asked.length);
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('holds the interval and the concurrency of an endpoint without holding others up', async () => {
  const clock = createManualClock();
  const pacing = createPacing(clock);
  const started: Record<string, number[]> = { slow: [], narrow: [], free: [] };
  let inFlight = 0;
  let widest = 0;
  const limits = { slow: { intervalMs: 5_000 }, narrow: { concurrency: 4 }, free: {} };
  for (const key of [
    'slow',
    'slow',
    'slow',
    ...Array.from({ length: 12 }, () => 'narrow'),
    'free',
  ] as const) {
    void pacing.run(job({ key, limits: limits[key as keyof typeof limits] }), async () => {
      started[key]?.push(clock.now());
      if (key === 'narrow') widest = Math.max(widest, (inFlight += 1));
      await clock.sleep(300);
      if (key === 'narrow') inFlight -= 1;
    });
  }
  await clock.pass(30_000);
  const gaps = (started['slow'] ?? []).map((at, index, all) => at - (all[index - 1] ?? at - 5_000));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
  expect([started['slow']?.length, started['narrow']?.length, widest]).toEqual([3, 12, 4]);
  expect((started['free']?.[0] ?? 0) - clock.now()).toBeLessThan(-25_000);
});

it('orders overtake everything that waits, reads wait while a round is open, and the breaker empties the queue', async () => {
  const clock = createManualClock();
  const pacing = createPacing(clock);
  const order: string[] = [];
  const ask = (name: string, more: Partial<PacedJob>) =>
    pacing.run(job({ key: name, ...more }), () => Promise.resolve(order.push(name)));
  const release = pacing.hold();
  const waiting = ask('read', {});
  void ask('background', { priority: 'background', holdable: false });
  void ask('session', { priority: 'session', holdable: false });
  void ask('order', { priority: 'order', holdable: false });
  await clock.pass(5_000);
  expect(order).toEqual(['order', 'session', 'background']);
  release();
  await clock.pass(1);
  expect(order.at(-1)).toBe('read');
  await waiting;
  const again = pacing.hold();
  const refused = ask('late', {});
  const untilMs = pacing.openBreaker(1_000);
  expect(await refused).toEqual({ ok: false, error: { reason: 'paused', untilMs } });
  again();
  await clock.pass(1_000);
  expect(await ask('after', { holdable: false })).toMatchObject({ ok: true });
});
