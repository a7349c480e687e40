import { isRecord, textOf } from '../broker/order-request';
import { listingName } from '../broker/order-text';
import { failure, get, ok, post, type Reply, type Route } from '../http/reply';
import { utcStamp } from './market-data';
import type { Instrument } from '../market/instrument';
import type { World } from '../world';

interface Scan {
  readonly code: string;
  readonly name: string;
  readonly column: string;
  readonly score: (world: World, instrument: Instrument) => number;
  readonly show: (score: number) => string;
}

const change = (world: World, instrument: Instrument) => {
  return (world.market.quote(instrument).last / world.market.priorClose(instrument) - 1) * 100;
};
const percent = (score: number) => `${score.toFixed(2)}%`;
const volume = (world: World, instrument: Instrument) => world.market.day(instrument).volume;

const scans: readonly Scan[] = [
  { code: 'TOP_PERC_GAIN', name: 'Top % Gainers', column: 'Chg%', score: change, show: percent },
  {
    code: 'TOP_PERC_LOSE',
    name: 'Top % Losers',
    column: 'Chg%',
    score: (w, i) => -change(w, i),
    show: (s) => percent(-s),
  },
  {
    code: 'MOST_ACTIVE',
    name: 'Most Active',
    column: 'Volume',
    score: volume,
    show: (s) => `${(s / 1e6).toFixed(2)}M`,
  },
  {
    code: 'MOST_ACTIVE_USD',
    name: 'Most Active ($)',
    column: 'Volume',
    score: (w, i) => volume(w, i) * w.market.quote(i).last,
    show: (s) => `${(s / 1e6).toFixed(1)}M`,
  },
  { code: 'HIGH_VS_52W_HL', name: '52 Week High', column: 'Chg%', score: change, show: percent },
  {
    code: 'HOT_BY_VOLUME',
    name: 'Hot by Volume',
    column: 'Volume',
    score: volume,
    show: (s) => `${(s / 1e6).toFixed(2)}M`,
  },
];

const locations: Readonly<Record<string, (instrument: Instrument) => boolean>> = {
  STK: (i) => i.secType === 'STK',
  'STK.US': (i) => i.secType === 'STK' && i.countryCode === 'US',
  'STK.US.MAJOR': (i) => i.secType === 'STK' && i.countryCode === 'US',
  'STK.NYSE': (i) => i.exchange === 'NYSE',
  'STK.NASDAQ': (i) => i.exchange === 'NASDAQ',
  'STK.ARCA': (i) => i.exchange === 'ARCA',
  'STK.EU': (i) => ['EUR', 'GBP', 'CHF'].includes(i.currency) && i.secType === 'STK',
};

const filters: Readonly<Record<string, (world: World, instrument: Instrument, value: number) => boolean>> = {
  priceAbove: (w, i, value) => w.market.quote(i).last >= value,
  priceBelow: (w, i, value) => w.market.quote(i).last <= value,
  volumeAbove: (w, i, value) => volume(w, i) >= value,
  changePercAbove: (w, i, value) => change(w, i) >= value,
  changePercBelow: (w, i, value) => change(w, i) <= value,
};

/** Market scanners over the practice catalogue. */
export const scannerRoutes: readonly Route[] = [
  get('/iserver/scanner/params', 'brokerage', () => ok(parameters)),
  post('/iserver/scanner/run', 'brokerage', (world, { body }) => {
    if (!isRecord(body)) return failure(400, "Bad Request: body can't be empty");
    const scan = scans.find((entry) => entry.code === textOf(body.type));
    const location = locations[textOf(body.location)];
    if (scan === undefined || location === undefined) return failure(500, 'Invalid scanner parameters');
    const contracts = run(world, scan, location, body.filter).slice(0, 50);
    return ok({
      contracts: contracts.map(({ instrument, score }, index) => ({
        server_id: String(index),
        ...(index === 0 ? { column_name: scan.column } : {}),
        symbol: instrument.symbol,
        conidex: String(instrument.conid),
        con_id: instrument.conid,
        available_chart_periods: '#R|1',
        company_name: instrument.name,
        scan_data: scan.show(score),
        contract_description_1: instrument.symbol,
        listing_exchange: listingName(instrument),
        sec_type: instrument.secType,
      })),
      scan_data_column_name: scan.column,
    });
  }),
  // Gone from OpenAPI 2.28; answers 404 until POST /hmds/auth/init (CPAPI, read 2026-11).
  post('/hmds/auth/init', 'web', (world) => {
    world.session.hmdsReady = true;
    return ok({ status: 'ok' });
  }),
  get('/hmds/scanner/params', 'web', (world) => (world.session.hmdsReady ? ok(parameters) : notYet)),
  post('/hmds/scanner/run', 'web', (world, { body }) => historicalScan(world, body)),
  post('/hmds/scanner', 'web', (world, { body }) => historicalScan(world, body)),
];

const notYet: Reply = { status: 404, text: '' };

/** Shape of recorded/scanner/hmds-scanner. IBind sends `location`, IBKR documents `locations`. */
function historicalScan(world: World, body: unknown): Reply {
  if (!world.session.hmdsReady) return notYet;
  const wanted = isRecord(body) ? body : {};
  const place = textOf(wanted.locations) || textOf(wanted.location);
  const secType = textOf(wanted.secType) || 'STK';
  const scan = scans.find((entry) => entry.code === textOf(wanted.scanCode));
  const found =
    scan !== undefined && secType === 'STK'
      ? run(world, scan, locations[place] ?? (() => true), wanted.filters).map((row) => row.instrument)
      : world.market.catalogue.all.filter((instrument) => instrument.secType === secType);
  const most = Math.min(250, Number(wanted.maxItems) || 250);
  const inScanTime = utcStamp(world.clock.now());
  const Contract = found.slice(0, most).map(({ conid }) => ({ inScanTime, contractID: String(conid) }));
  return ok({
    total: String(found.length),
    size: String(Contract.length),
    offset: '0',
    scanTime: inScanTime,
    id: 'scanner1',
    position: 'v1:AAAAAQABG3gAAAAAAAAA+g==',
    Contracts: { Contract },
  });
}

function run(world: World, scan: Scan, location: (instrument: Instrument) => boolean, wanted: unknown) {
  const tests = (Array.isArray(wanted) ? (wanted as unknown[]) : []).flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const test = filters[textOf(entry.code)];
    return test === undefined
      ? []
      : [(instrument: Instrument) => test(world, instrument, Number(entry.value))];
  });
  return world.market.catalogue.all
    .filter((i) => i.secType === 'STK' && location(i) && tests.every((test) => test(i)))
    .map((instrument) => ({ instrument, score: scan.score(world, instrument) }))
    .sort((a, b) => b.score - a.score);
}

const filterNames: Readonly<Record<string, string>> = {
  priceAbove: 'Price Above',
  priceBelow: 'Price Below',
  volumeAbove: 'Volume Above',
  changePercAbove: 'Change (%) Above',
  changePercBelow: 'Change (%) Below',
};

const parameters = {
  scan_type_list: scans.map(({ code, name }) => ({
    display_name: name,
    code,
    instruments: ['STK', 'STOCK.NA', 'STOCK.EU'],
  })),
  instrument_list: [
    { display_name: 'US Stocks', type: 'STK', filters: Object.keys(filters) },
    { display_name: 'Europe Stocks', type: 'STOCK.EU', filters: Object.keys(filters) },
  ],
  filter_list: Object.entries(filterNames).map(([code, display_name]) => ({
    group: code,
    display_name,
    code,
    type: 'non-range',
  })),
  location_tree: [
    {
      display_name: 'US Stocks',
      type: 'STK',
      locations: [
        { display_name: 'Listed/NASDAQ', type: 'STK.US.MAJOR', locations: [] },
        { display_name: 'NYSE', type: 'STK.NYSE', locations: [] },
        { display_name: 'NASDAQ', type: 'STK.NASDAQ', locations: [] },
        { display_name: 'ARCA', type: 'STK.ARCA', locations: [] },
      ],
    },
    {
      display_name: 'Europe Stocks',
      type: 'STOCK.EU',
      locations: [{ display_name: 'Europe', type: 'STK.EU', locations: [] }],
    },
  ],
};
