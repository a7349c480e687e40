import { z } from 'zod';
import { inBody, integer, text } from '../arguments';
import { endpoint } from '../endpoint';
import { label, labels, part, row, identity } from '../wire';

const parametersWire = row({
  scan_type_list: labels,
  instrument_list: labels,
  filter_list: labels,
  location_tree: labels,
});

export const scannerEndpoints = {
  scannerParameters: endpoint({
    area: 'scanners',
    verb: 'GET',
    path: '/iserver/scanner/params',
    parameters: {},
    wire: parametersWire,
    repeat: 'once',
    pacing: { quotaMs: 900_000 },
    docs: {
      purpose: 'What the scanner can look for.',
      returns:
        '`scan_type_list`, `instrument_list`, `filter_list`, `location_tree`; hundreds of kilobytes, kept for 15 min.',
      pacing: '1 request per 15 min',
      source: 'OpenAPI 2.28',
    },
  }),
  marketScanner: endpoint({
    area: 'scanners',
    verb: 'POST',
    path: '/iserver/scanner/run',
    parameters: {
      instrument: inBody(text, 'Type of instrument, such as `STK`.'),
      type: inBody(text, 'Scan code, such as `TOP_PERC_GAIN`.'),
      location: inBody(text, 'Location, such as `STK.US.MAJOR`.'),
      filter: inBody(z.array(z.looseObject({})).default([]), 'Filters `{code, value}`.'),
    },
    wire: row({
      contracts: z.array(
        row({
          con_id: identity,
          symbol: label,
          conidex: label,
          company_name: label,
          listing_exchange: label,
          sec_type: label,
          contract_description_1: label,
        }),
      ),
      scan_data_column_name: label,
    }),
    pacing: { intervalMs: 1_000 },
    docs: {
      purpose: 'Runs a scan.',
      returns:
        '`contracts`, at most 50, with `con_id`, `symbol`, `company_name`; `column_name` only in the first row.',
      pacing: '1 request per s',
      source: 'OpenAPI 2.28',
      example: {
        instrument: 'STK',
        type: 'TOP_PERC_GAIN',
        location: 'STK.US.MAJOR',
        filter: [{ code: 'priceAbove', value: 5 }],
      },
    },
  }),
  hmdsScannerParameters: endpoint({
    area: 'scanners',
    verb: 'GET',
    path: '/hmds/scanner/params',
    parameters: {},
    wire: parametersWire,
    startsService: '/hmds/auth/init',
    docs: {
      purpose: 'What the older scanner can look for.',
      returns: 'As scannerParameters.',
      errors: '`not-found` where the service is gone.',
      source: 'OpenAPI 2.20; gone from 2.28',
    },
  }),
  hmdsMarketScanner: endpoint({
    area: 'scanners',
    verb: 'POST',
    path: '/hmds/scanner/run',
    parameters: {
      instrument: inBody(text, 'Type of instrument, such as `BOND`.'),
      location: inBody(text, 'Location, such as `BOND.US`.', { wireName: 'locations' }),
      scanCode: inBody(text, 'Scan code.'),
      secType: inBody(text, 'Type of security.'),
      filter: inBody(z.array(z.looseObject({})).default([]), 'Filters `{<code>: value}`.', {
        wireName: 'filters',
      }),
      maxItems: inBody(integer.optional(), 'At most this many, up to 250.'),
      delayedLocations: inBody(text.optional(), 'Locations with delayed data.'),
    },
    wire: row({ total: label, size: label, Contracts: part }),
    startsService: '/hmds/auth/init',
    fallbackPath: '/hmds/scanner',
    docs: {
      purpose: 'Runs a scan of the older scanner.',
      returns: '`Contracts.Contract`: `{inScanTime, contractID}`.',
      errors: '`not-found` where the service is gone.',
      source: 'OpenAPI 2.20; the reference misnames `locations` and `filters`',
      example: {
        instrument: 'BOND',
        location: 'BOND.US',
        scanCode: 'HIGH_BOND_ASK_YIELD_ALL',
        secType: 'BOND',
        filter: [],
      },
    },
  }),
} as const;
