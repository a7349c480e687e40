// Seam: pages that IBKR really answered, replayed by a server that knows nothing of our code, arrive bar by bar and exact.
import { afterAll, assert, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import Big from 'big.js';
import { chartSeriesSchema } from '../../shared/domain/chart-series';
import { createHistory, type History } from '../../electron/services/history/history';
import { createReadPage } from '../../electron/services/history/read-page';
import { createBarCache } from '../../electron/store/bar-cache';
import { openDatabase, type Sql } from '../../electron/store/database';
import { systemClock } from '../../electron/support/clock';
import { clientOf } from '../support/gateway-client';
import { hasRecordings, loadRecordings } from '../support/gateway-recordings';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

interface Row {
  readonly o: number;
  readonly h: number;
  readonly l: number;
  readonly c: number;
  readonly v: number;
  readonly t: number;
}
interface Page {
  readonly data: ReadonlyArray<Row>;
  readonly volumeFactor: number;
  readonly priceFactor: number;
  readonly high: string;
  readonly low: string;
}
const pages = loadRecordings()
  .filter(({ path, status }) => path === '/iserver/marketdata/history' && status === 200)
  .flatMap(({ name, response }) => (isPage(response) ? [[name, response] as const] : []));

function isPage(response: unknown): response is Page {
  return (
    typeof response === 'object' && response !== null && 'data' in response && Array.isArray(response.data)
  );
}

let server: ScriptedGateway;
let sql: Sql;
let history: History;
let close = (): void => undefined;
beforeAll(async () => {
  server = await startScriptedGateway();
});
afterAll(() => server.close());
beforeEach(() => {
  close();
  sql = openDatabase(':memory:');
  const gateway = clientOf(server);
  close = () => {
    gateway.close();
    sql.close();
  };
  history = createHistory({
    cache: createBarCache(sql, 0),
    readPage: createReadPage(gateway),
    clock: systemClock,
    origin: 'recorded',
  });
});
afterAll(() => close());

const series = chartSeriesSchema.parse({ conid: 7, bar: '1d', outsideRth: false, source: 'trades' });
const shown = (rows: ReadonlyArray<Row>, factor: number) =>
  rows.map(({ t, o, h, l, c, v }) => ({
    timeMs: t,
    open: new Big(o).toFixed(),
    high: new Big(h).toFixed(),
    low: new Big(l).toFixed(),
    close: new Big(c).toFixed(),
    volume: new Big(v).times(factor).toFixed(),
  }));
const historyOf = (answer: () => unknown): void => {
  server.answer = ({ path }) =>
    path === '/v1/api/iserver/marketdata/history' ? { json: answer() } : { json: { accounts: ['U1'] } };
};
const collect = async (): Promise<unknown[]> => {
  const newest = await history.newest(series, 20_000);
  assert(newest.ok, JSON.stringify(newest));
  let bars = newest.value.bars;
  for (let page = 0; page < 20; page += 1) {
    const older = await history.older(series, bars[0]?.timeMs ?? 0, 20_000);
    assert(older.ok, JSON.stringify(older));
    if (older.value.bars.length === 0) break;
    bars = [...older.value.bars, ...bars];
  }
  return bars;
};

describe.skipIf(!hasRecordings)(hasRecordings ? 'recorded pages' : 'skipped: no fixtures', () => {
  it('are there', () => expect(pages.length).toBeGreaterThanOrEqual(6));

  it.each(pages)('%s: every bar, prices as sent, volume by its factor', async (_, page) => {
    historyOf(() => page);
    expect(await collect()).toEqual(shown(page.data, page.volumeFactor));
    // "33622/847829.15/36000" is the highest price by priceFactor: what `o h l c` hold is not to be divided by it.
    const [highest] = page.high.split('/').map(Number);
    const top = Math.max(...page.data.map(({ h }) => h));
    if (highest !== undefined && page.data.length > 3)
      expect(Math.round(top * page.priceFactor)).toBeLessThanOrEqual(highest);
  });

  it.each([
    ['repeats the bar at the boundary', 1],
    ['omits it', 0],
  ])('paging back over answers whose next page %s loses none and doubles none', async (_, overlap) => {
    const [, page] = pages.find(([, { data }]) => data.length >= 12) ?? [];
    assert(page !== undefined);
    const third = Math.floor(page.data.length / 3);
    const parts = [
      page.data.slice(2 * third),
      page.data.slice(third, 2 * third + overlap),
      page.data.slice(0, third + overlap),
      [],
    ];
    let asked = 0;
    historyOf(() => ({ ...page, data: parts[Math.min(asked++, parts.length - 1)] }));
    expect(await collect()).toEqual(shown(page.data, page.volumeFactor));
  });

  it('an answer that never gets older ends the paging', async () => {
    const [, page] = pages[0] ?? [];
    assert(page !== undefined);
    historyOf(() => page);
    const before = server.at('/iserver/marketdata/history').length;
    await collect();
    expect(server.at('/iserver/marketdata/history').length - before).toBeLessThan(8);
  });

  it('unordered, doubled and priceless rows become a clean series', async () => {
    const [, page] = pages.find(([, { data }]) => data.length >= 3) ?? [];
    assert(page !== undefined);
    const [a, b, c] = page.data;
    assert(a !== undefined && b !== undefined && c !== undefined);
    historyOf(() => ({ ...page, data: [c, a, { ...b, c: null }, a] }));
    expect(await collect()).toEqual(shown([a, c], page.volumeFactor));
  });
});
