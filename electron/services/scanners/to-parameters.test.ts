// Seam: the parameter file that IBKR really sent becomes choices, none lost, at once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanParametersSchema } from '../../../shared/domain/scanner';
import { recordOf } from '../wire-record';
import { toParameters } from './to-parameters';

describe('toParameters', () => {
  it('lays the location tree flat with depth and path, and tells days, choices and bounds apart', () => {
    const found = toParameters({
      instrument_list: [
        { display_name: 'US Stocks', type: 'STK', filters: ['price'] },
        { display_name: 'None' },
      ],
      scan_type_list: [{ display_name: 'Gainers', code: 'GAIN', instruments: ['STK'] }],
      filter_list: [
        { code: 'priceAbove', display_name: 'Price Above', type: 'non-range' },
        { code: 'firstTradeDateAbove', type: 'non-range' },
        { code: 'kind', type: 'combo', combo_values: [{ display_name: 'All', value: 'all' }] },
        { code: 'haltedIs', type: 'combo', combo_values: [{ default: true, vendor: null }] },
      ],
      location_tree: [
        {
          ...{ display_name: 'US', type: 'STK' },
          locations: [{ display_name: 'Major', type: 'M', locations: [{ display_name: 'NYSE', type: 'N' }] }],
        },
      ],
    });
    expect(found.places).toEqual([
      { type: 'M', name: 'Major', instrument: 'STK', depth: 1, path: 'US › Major' },
      { type: 'N', name: 'NYSE', instrument: 'STK', depth: 2, path: 'US › Major › NYSE' },
    ]);
    expect(found.filters.map(({ kind }) => kind)).toEqual(['number', 'date', 'choice', 'text']);
    expect(found.instruments).toHaveLength(1);
  });

  const file = join(
    process.cwd(),
    '../shared/fixtures/recorded/scanner/params-LARGE-real-2020--areed1192.json',
  );
  const present = existsSync(file);
  it.skipIf(!present)(`a recorded file${present ? '' : ', skipped: no fixtures'}: nothing is lost`, () => {
    const wire = recordOf(recordOf(JSON.parse(readFileSync(file, 'utf8')))['response']);
    const found = scanParametersSchema.parse(toParameters(wire));
    expect(found.scans).toHaveLength(44);
    expect(found.instruments).toHaveLength(13);
    expect(found.filters).toHaveLength(201);
    expect(found.places.map(({ type }) => type)).toContain('STK.US.MAJOR');
  });
});
