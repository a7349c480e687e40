// Seam: what the chart is given is IBKR's history — no bar lost, none twice, none of another history — for as few requests as can be.
import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bar } from '../../shared/domain/bar';
import type { ChartSeries, HistoryPage } from '../../shared/domain/chart-series';
import { conidSchema } from '../../shared/domain/ids';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { createClock, type PracticeClock } from '../../electron/practice/clock';
import { startGateway, type PracticeGateway } from '../../electron/practice/gateway';
import { createHistory, type History } from '../../electron/services/history/history';
import { createReadPage } from '../../electron/services/history/read-page';
import { createVenues } from '../../electron/services/history/venue';
import { createBarCache } from '../../electron/store/bar-cache';
import { openDatabase, type Sql } from '../../electron/store/database';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';

const apple = conidSchema.parse(265598);
const series = (part: Partial<ChartSeries> = {}): ChartSeries => ({
  conid: apple,
  bar: '1d',
  outsideRth: false,
  source: 'trades',
  ...part,
});
const [minute, day] = [60_000, 86_400_000];
// A Wednesday in trading hours, three days after New York left summer time.
const wednesday = Date.UTC(2026, 10, 4, 16, 0, 30);

let practice: PracticeGateway;
let clock: PracticeClock;
let gateway: Gateway;
let sql: Sql;
let history: History;
let asked: string[];

const start = (): History =>
  createHistory({
    cache: createBarCache(sql, clock.now()),
    clock: { ...systemClock, now: () => clock.now() },
    origin: 'practice',
    readPage: (one, window) => {
      asked.push(window.period);
      return createReadPage(gateway)(one, window);
    },
  });

beforeEach(async () => {
  clock = createClock({ startMs: wednesday, manual: true });
  practice = await startGateway({ clock, seed: 3, hours: 'real', penaltyMs: null, easy: true });
  gateway = createGateway(
    { baseUrl: practice.url, cacertPath: practice.cacert },
    { clock: systemClock, log: silentLog },
  );
  gateway.sessionMachine.start();
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('ready'), 10_000);
  sql = openDatabase(':memory:');
  asked = [];
  history = start();
});
afterEach(async () => {
  gateway.close();
  sql.close();
  await practice.stop();
});

const newest = async (one: ChartSeries, count = 20_000): Promise<HistoryPage> => {
  const answer = await history.newest(one, count);
  assert(answer.ok, JSON.stringify(answer));
  return answer.value;
};
/** Pages back until `enough` bars are there or IBKR has no more. */
const withOlder = async (one: ChartSeries, enough: number): Promise<ReadonlyArray<Bar>> => {
  let { bars }: { bars: ReadonlyArray<Bar> } = await newest(one);
  while (bars.length < enough) {
    const older = await history.older(one, bars[0]?.timeMs ?? 0, 20_000);
    assert(older.ok, JSON.stringify(older));
    if (older.value.bars.length === 0) break;
    bars = [...older.value.bars, ...bars];
  }
  return bars;
};
const instrument = () => {
  const found = practice.host.world().market.catalogue.byConid(apple);
  assert(found !== undefined);
  return found;
};

describe('paging back', () => {
  it('gives every minute of every session once, over weekends and the change of clocks', async () => {
    const bars = await withOlder(series({ bar: '1min' }), 3_000);
    const firstMs = bars[0]?.timeMs ?? 0;
    const { market } = practice.host.world();
    const expected = market
      .calendarOf(instrument())
      .sessions(firstMs, clock.now())
      .flatMap(({ openMs, closeMs }) =>
        Array.from({ length: (closeMs - openMs) / minute }, (_, index) => openMs + index * minute),
      )
      .filter((timeMs) => timeMs >= firstMs && timeMs < clock.now());
    expect(bars.map(({ timeMs }) => timeMs)).toEqual(expected);
    const opens = new Set(
      bars
        .map(({ timeMs }) => timeMs % day)
        .filter((ms) => (ms / minute) % 60 === 30 && ms < 15 * 60 * minute),
    );
    expect([...opens]).toEqual(expect.arrayContaining([13.5 * 60 * minute, 14.5 * 60 * minute]));
    for (const { timeMs, open, close } of bars.filter((_, index) => index % 97 === 0)) {
      const truth = market.bar(instrument(), timeMs, Math.min(timeMs + minute, clock.now()));
      expect([Number(open), Number(close)]).toEqual([truth?.open, truth?.close]);
    }
  });

  it('includes the hours around the session when they are wanted, as a series of their own', async () => {
    const regular = await newest(series({ bar: '5min' }));
    const all = await newest(series({ bar: '5min', outsideRth: true }));
    expect(all.bars.length).toBeGreaterThan(regular.bars.length);
    expect(history.cached(series({ bar: '5min' }), 9_999)?.bars).toEqual(regular.bars);
  });

  it.each(['1min', '2min', '3min', '5min', '10min', '15min', '30min'] as const)(
    'reads %s bars on their grid',
    (bar) => onGrid(bar, Number.parseInt(bar) * minute),
  );
  it.each(['1h', '2h', '3h', '4h', '8h'] as const)('reads %s bars on their grid', (bar) =>
    onGrid(bar, Number.parseInt(bar) * 60 * minute),
  );
  const onGrid = async (bar: ChartSeries['bar'], barMs: number): Promise<void> => {
    const bars = await withOlder(series({ bar }), 200);
    expect(bars.length).toBeGreaterThanOrEqual(200);
    for (const [index, { timeMs }] of bars.entries())
      if (index > 0)
        expect(timeMs - (bars[index - 1]?.timeMs ?? 0)).toBeGreaterThanOrEqual(Math.min(barMs, 30 * minute));
  };

  it.each(['1d', '1w', '1m'] as const)('reads %s bars far back and stops by itself', async (bar) => {
    const bars = await withOlder(series({ bar }), 1_100);
    expect(new Set(bars.map(({ timeMs }) => timeMs)).size).toBe(bars.length);
    expect(bars.length).toBeGreaterThan(bar === '1m' ? 100 : 400);
  });
});

describe('the cache', () => {
  it('opens a series seen before without asking, then asks for its missing end only', async () => {
    const before = await withOlder(series({ bar: '5min' }), 1_000);
    asked = [];
    history = start();
    expect(history.cached(series({ bar: '5min' }), 20_000)?.bars).toEqual(before);
    expect(asked).toEqual([]);

    clock.advance(30 * minute);
    const after = await newest(series({ bar: '5min' }));
    expect(asked).toEqual(['1h']);
    expect(after.bars.length).toBe(before.length + 6);
    expect(after.bars.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(after.generation).toBe(1);

    clock.advance(2 * day);
    asked = [];
    const later = await newest(series({ bar: '5min' }));
    expect(asked.length).toBeLessThanOrEqual(4);
    const times = later.bars.map(({ timeMs }) => timeMs);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(times.filter((timeMs) => timeMs >= wednesday + 14 * 60 * minute).length).toBeGreaterThan(78);
  });

  it('replaces the running bar by the finished one', async () => {
    const running = (await newest(series({ bar: '1h' }))).bars.at(-1);
    clock.advance(2 * 60 * minute);
    const { bars } = await newest(series({ bar: '1h' }));
    const finished = bars.find(({ timeMs }) => timeMs === running?.timeMs);
    expect(finished?.volume).not.toBe(running?.volume);
  });

  it('reads all anew after a split and says so: two scales are never joined', async () => {
    await withOlder(series(), 600);
    practice.host.world().market.split(instrument(), 4);
    clock.advance(minute);
    const { bars, generation, rereadBecause } = await newest(series());
    expect([generation, rereadBecause]).toEqual([2, 'adjusted']);
    const jumps = bars.map((bar, index) => Number(bar.open) / Number(bars[index - 1]?.close ?? bar.open));
    expect(Math.min(...jumps)).toBeGreaterThan(0.6);
    expect(history.cached(series(), 20_000)?.bars).toEqual(bars);
  });

  it('keeps the practice market and a real one apart', async () => {
    await newest(series());
    const real = createHistory({
      cache: createBarCache(sql, clock.now()),
      clock: systemClock,
      origin: 'live',
      readPage: () => Promise.reject(new Error('asked')),
    });
    expect(real.cached(series(), 100)).toBeNull();
  });
});

it('agrees with the live price', async () => {
  const { market } = practice.host.world();
  market.setPrice(instrument(), 333.33, true);
  clock.advance(1_000);
  const { bars } = await newest(series({ bar: '1min' }));
  expect(bars.at(-1)?.close).toBe('333.33');
  expect(market.quote(instrument()).last).toBe(333.33);
});

it('reads the older service by its own words, bid below ask, and fees as rates', async () => {
  const bid = await newest(series({ source: 'hmds-bid' }));
  const ask = await newest(series({ source: 'hmds-ask' }));
  const fee = await newest(series({ source: 'hmds-fee-rate' }));
  const [bidClose, askClose] = [bid.bars.at(-2)?.close, ask.bars.at(-2)?.close];
  expect(Number(bidClose)).toBeLessThan(Number(askClose));
  expect(Number(fee.bars.at(-2)?.close)).toBeLessThan(5);
});

it('knows zone and sessions of the venue', async () => {
  const nothingKept = { get: () => null, put: () => undefined };
  const venue = await createVenues(gateway, nothingKept, systemClock)(apple);
  assert(venue.ok);
  expect(venue.value.timeZone).toBe('America/New_York');
  expect(venue.value.sessions[0]).toEqual({
    openMs: Date.UTC(2026, 10, 4, 14, 30),
    closeMs: Date.UTC(2026, 10, 4, 21),
  });
});
