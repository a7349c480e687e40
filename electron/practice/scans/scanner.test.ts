// Promise to a scanner panel: whatever the parameters list can be run, and every filter filters.
import { beforeAll, expect, it } from 'vitest';
import { createClock } from '../clock';
import { testStartMs } from '../testing/test-gateway';
import { createWorld, type World } from '../world';
import { facts } from './facts';
import { kinds, placeNamed } from './places';
import { scanTypes } from './scan-types';
import { runScan, scanNamed, scannerParameters } from './scanner';

let world: World;
beforeAll(() => {
  world = createWorld({
    seed: 2,
    scenario: 'empty',
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
  });
});
const run = (code: string, kind: string, filters: unknown = []) => {
  const scan = scanNamed(code);
  if (scan === null) throw new Error(`no ${code}`);
  return runScan(world, { scan, kind, place: null, filters });
};

it('lists as much as a real parameter file and nothing twice', () => {
  const { scan_type_list, filter_list, instrument_list, location_tree } = scannerParameters;
  expect(scan_type_list.length).toBeGreaterThan(60);
  expect(filter_list.length).toBeGreaterThan(120);
  expect(instrument_list.length).toBe(location_tree.length);
  expect(new Set(scan_type_list.map(({ code }) => code)).size).toBe(scan_type_list.length);
  expect(new Set(filter_list.map(({ code }) => code)).size).toBe(filter_list.length);
  for (const { locations } of location_tree)
    for (const place of locations) expect(placeNamed(place.type)).not.toBeNull();
});

it('finds something of every kind but OTC, best first', () => {
  for (const { type } of kinds) expect(run('TOP_PERC_GAIN', type)?.length, type).toBeGreaterThan(0);
  for (const { code } of scanTypes) {
    const scores = (run(code, 'STK') ?? []).map((row) => row.score);
    expect(scores.length, code).toBeGreaterThan(20);
    expect(scores, code).toEqual([...scores].sort((a, b) => b - a));
  }
});

it('filters by every figure it lists', () => {
  const everything = run('MOST_ACTIVE', 'STK') ?? [];
  for (const { code, of } of facts) {
    const values = everything.map(({ instrument }) => of(world, instrument)).sort((a, b) => a - b);
    const bound = values[Math.floor(values.length / 2)] ?? 0;
    const above = run('MOST_ACTIVE', 'STK', [{ code: `${code}Above`, value: bound }]) ?? [];
    expect(above.length, code).toBe(values.filter((value) => value >= bound).length);
    const below = run('MOST_ACTIVE', 'STK', [{ code: `${code}Below`, value: bound }]) ?? [];
    expect(below.length, code).toBe(values.filter((value) => value <= bound).length);
  }
});

it('knows no other kind or place', () => {
  expect(run('MOST_ACTIVE', 'STK.MARS')).toBeNull();
});
