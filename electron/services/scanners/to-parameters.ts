import type { ScanFilter, ScanParameters } from '../../../shared/domain/scanner';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/** IBKR's parameter file as the builder needs it. Entries without a code say nothing and are left out. */
export function toParameters(wire: WireRecord): ScanParameters {
  return {
    instruments: recordsOf(wire['instrument_list']).flatMap((entry) => {
      const type = textOf(entry['type']);
      if (type === null) return [];
      return [{ type, name: nameOf(entry) ?? type, filters: texts(entry['filters']) }];
    }),
    scans: recordsOf(wire['scan_type_list']).flatMap((entry) => {
      const code = textOf(entry['code']);
      if (code === null) return [];
      return [{ code, name: nameOf(entry) ?? code, instruments: texts(entry['instruments']) }];
    }),
    filters: recordsOf(wire['filter_list']).flatMap(toFilter),
    places: recordsOf(wire['location_tree']).flatMap((root) =>
      placesUnder(root, textOf(root['type']) ?? '', 1, nameOf(root) ?? ''),
    ),
  };
}

function toFilter(entry: WireRecord): ScanFilter[] {
  const code = textOf(entry['code']);
  if (code === null) return [];
  const name = nameOf(entry) ?? code;
  // Recorded files of 2020 and 2026 carry combos whose values were left out: those are typed by hand.
  const options = recordsOf(entry['combo_values']).flatMap((option) => {
    const value = textOf(option['value']);
    return value === null ? [] : [{ value, text: nameOf(option) ?? value }];
  });
  const kind = options.length > 0 ? 'choice' : entry['type'] === 'combo' ? 'text' : kindOf(code);
  return [{ code, name, group: textOf(entry['group']) ?? code, kind, options }];
}

/** IBKR types a bound as `non-range` whatever it bounds; only the name tells a day from a number. */
const kindOf = (code: string): ScanFilter['kind'] => (/Date(Above|Below)?$/.test(code) ? 'date' : 'number');

function placesUnder(
  node: WireRecord,
  instrument: string,
  depth: number,
  path: string,
): ScanParameters['places'] {
  return recordsOf(node['locations']).flatMap((place) => {
    const type = textOf(place['type']);
    const name = nameOf(place) ?? type ?? '';
    const here = `${path} › ${name}`;
    return [
      ...(type === null ? [] : [{ type, name, instrument, depth, path: here }]),
      ...placesUnder(place, instrument, depth + 1, here),
    ];
  });
}

const nameOf = (entry: WireRecord): string | null => textOf(entry['display_name']);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : [];
