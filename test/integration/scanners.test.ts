// Seam: what can be scanned for is asked once in a quarter of an hour and kept; a run tells what was not in the one before.
import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scan } from '../../shared/domain/scanner';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { startGateway, type PracticeGateway } from '../../electron/practice/gateway';
import { createScanners, type Scanners } from '../../electron/services/scanners/scanners';
import { openCache, type Cache } from '../../electron/store/open-cache';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';

const minute = 60_000;
const gainers: Scan = {
  source: 'market',
  instrument: 'STK',
  place: 'STK.US.MAJOR',
  ranking: 'TOP_PERC_GAIN',
  filters: [],
};

let practice: PracticeGateway;
let gateway: Gateway;
let cache: Cache;
let scanners: Scanners;
let folder: string;
let nowMs: number;

beforeEach(async () => {
  practice = await startGateway({ seed: 3, penaltyMs: null, easy: true });
  gateway = createGateway(
    { baseUrl: practice.url, cacertPath: practice.cacert },
    { clock: systemClock, log: silentLog },
  );
  gateway.sessionMachine.start();
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('ready'), 10_000);
  folder = mkdtempSync(join(tmpdir(), 'scanners-'));
  nowMs = Date.now();
  const clock = { ...systemClock, now: () => nowMs };
  cache = openCache(join(folder, 'cache.sqlite'), clock);
  scanners = createScanners(gateway, cache, clock);
});
afterEach(async () => {
  gateway.close();
  cache.close();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('parameters', () => {
  it('are read once, shared, and not asked again within a quarter of an hour', async () => {
    const asked = vi.spyOn(gateway.scanners, 'scannerParameters');
    const [first, second] = await Promise.all([
      scanners.parameters({ source: 'market', renew: false }),
      scanners.parameters({ source: 'market', renew: false }),
    ]);
    assert(first.ok && second.ok);
    expect(first.value.parameters.scans.length).toBeGreaterThan(50);
    expect(first.value.nextMs).toBe(nowMs + 15 * minute);
    nowMs += 14 * minute;
    const renewed = await scanners.parameters({ source: 'market', renew: true });
    assert(renewed.ok);
    expect(renewed.value.asOfMs).toBe(first.value.asOfMs);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('stay as they were, with their age and the reason, where IBKR does not answer again', async () => {
    const first = await scanners.parameters({ source: 'market', renew: false });
    assert(first.ok);
    nowMs += 16 * minute;
    const gone = createGateway(
      { baseUrl: 'https://127.0.0.1:9/v1/api' },
      { clock: systemClock, log: silentLog },
    );
    const clock = { ...systemClock, now: () => nowMs };
    const renewed = await createScanners(gone, cache, clock).parameters({ source: 'market', renew: true });
    assert(renewed.ok);
    expect(renewed.value.asOfMs).toBe(first.value.asOfMs);
    expect(renewed.value.remark).not.toBeNull();
    gone.close();
  });
});

describe('a run', () => {
  it('marks what the run before it did not have, and nothing in the first', async () => {
    const first = await scanners.run(gainers);
    assert(first.ok);
    expect(first.value.rows.length).toBeGreaterThan(30);
    expect(first.value.previousMs).toBeNull();
    expect(first.value.rows.some(({ isNew }) => isNew)).toBe(false);
    // As if the run before had not seen the first three.
    const [known] = cache.sql.all("SELECT key FROM copies WHERE kind = 'scan-seen'");
    cache.put(
      'scan-seen',
      String(known?.key),
      first.value.rows.slice(3).map(({ conid }) => conid),
    );
    const second = await scanners.run(gainers);
    assert(second.ok);
    const wasThere = new Set(first.value.rows.slice(3).map(({ conid }) => conid));
    expect(second.value.rows.filter(({ isNew }) => isNew).map(({ conid }) => conid)).toEqual(
      second.value.rows.filter(({ conid }) => !wasThere.has(conid)).map(({ conid }) => conid),
    );
    expect(second.value.rows.filter(({ isNew }) => isNew).length).toBeGreaterThan(0);
    expect(second.value.previousMs).toBe(nowMs);
  });

  it('sends bounds as numbers, and they bound', async () => {
    const cheap = await scanners.run({ ...gainers, filters: [{ code: 'priceBelow', value: '50' }] });
    const all = await scanners.run(gainers);
    assert(cheap.ok && all.ok);
    expect(cheap.value.rows.length).toBeGreaterThan(0);
    expect(cheap.value.rows.length).toBeLessThan(all.value.rows.length);
  });

  it('of the historical scanner names its contract ids, up to 250', async () => {
    const found = await scanners.run({ ...gainers, source: 'historical', place: 'STK.US' });
    assert(found.ok);
    expect(found.value.rows.length).toBeGreaterThan(30);
    expect(found.value.rows.length).toBeLessThanOrEqual(250);
    expect(found.value.rows.every(({ symbol, conid }) => symbol !== String(conid))).toBe(true);
  });
});
