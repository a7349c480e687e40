import { isRecord, textOf } from '../broker/order-request';
import type { Instrument } from '../market/instrument';
import type { World } from '../world';
import { facts } from './facts';
import { kindNamed, kinds, placeNamed, type Place } from './places';
import { scanTypes, type ScanType } from './scan-types';

export interface ScanRow {
  readonly instrument: Instrument;
  readonly score: number;
}

export interface ScanRequest {
  readonly scan: ScanType;
  /** `STK`, `FUT.US` …; null for all kinds. */
  readonly kind: string | null;
  readonly place: string | null;
  readonly filters: unknown;
}

/** Ranks the catalogue; null when there is no such kind or place. */
export function runScan(world: World, { scan, kind, place, filters }: ScanRequest): ScanRow[] | null {
  const where = [kind === null ? null : kindNamed(kind), place === null ? null : placeNamed(place)];
  if ((kind !== null && where[0] === null) || (place !== null && where[1] === null)) return null;
  const tests = filterTests(filters);
  return world.market.catalogue.all
    .filter((i) => where.every((node) => node?.has(i) !== false) && tests.every((test) => test(world, i)))
    .map((instrument) => ({ instrument, score: scan.score(world, instrument) }))
    .sort((a, b) => b.score - a.score);
}

export const scanNamed = (code: string): ScanType | null =>
  scanTypes.find((scan) => scan.code === code) ?? null;

type Test = (world: World, instrument: Instrument) => boolean;

/** `[{code, value}]`; codes nobody knows let everything pass, as IBKR ignores them. */
function filterTests(filters: unknown): Test[] {
  const wanted: unknown[] = Array.isArray(filters) ? filters : [];
  return wanted.flatMap((entry): Test[] => {
    if (!isRecord(entry)) return [];
    const [, code = '', side] = /^(.+?)(Above|Below)$/.exec(textOf(entry.code)) ?? [];
    const bound = Number(entry.value);
    const fact = facts.find((known) => known.code === code);
    if (textOf(entry.code) === 'stkTypes') return stockTypes(textOf(entry.value));
    if (fact === undefined || Number.isNaN(bound)) return [];
    return [
      (world, instrument) =>
        side === 'Above' ? fact.of(world, instrument) >= bound : fact.of(world, instrument) <= bound,
    ];
  });
}

const stockTypes = (value: string): Test[] =>
  value === 'inc:ETF'
    ? [(_world, { type }) => type === 'ETF']
    : value === 'exc:ETF'
      ? [(_world, { type }) => type !== 'ETF']
      : [];

const shareKinds = kinds.filter(
  (kind) => kind.type.startsWith('STK') || kind.type.startsWith('STOCK') || kind.type.startsWith('ETF'),
);
const filterCodes = [...facts.flatMap(({ code }) => [`${code}Above`, `${code}Below`]), 'stkTypes'];

interface TreeNode {
  readonly display_name: string;
  readonly type: string;
  readonly locations: readonly TreeNode[];
}

const treeOf = ({ name, type, within = [] }: Place): TreeNode => ({
  display_name: name,
  type,
  locations: within.map(treeOf),
});

/** `/iserver/scanner/params`: everything listed here does what it says. */
export const scannerParameters = {
  scan_type_list: scanTypes.map(({ code, name, sharesOnly }) => ({
    display_name: name,
    code,
    instruments: (sharesOnly ? shareKinds : kinds).map((kind) => kind.type),
  })),
  instrument_list: kinds.map(({ name, type }) => ({
    display_name: name,
    type,
    filters: filterCodes,
  })),
  filter_list: [
    ...facts.flatMap(({ code, name }) =>
      ['Above', 'Below'].map((side) => ({
        group: `${code}${side}`,
        display_name: `${name} ${side}`,
        code: `${code}${side}`,
        type: 'non-range',
      })),
    ),
    {
      group: 'stkTypes',
      display_name: 'Stock Types',
      code: 'stkTypes',
      type: 'combo',
      combo_values: [
        { default: true, vendor: null, display_name: 'All', value: 'all' },
        { default: false, vendor: null, display_name: 'ETFs', value: 'inc:ETF' },
        { default: false, vendor: null, display_name: 'No ETFs', value: 'exc:ETF' },
      ],
    },
  ],
  location_tree: kinds.map(treeOf),
};
