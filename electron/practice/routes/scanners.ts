import { isRecord, textOf } from '../broker/order-request';
import { contractName, listingName } from '../broker/order-text';
import { failure, get, ok, post, type Reply, type Route } from '../http/reply';
import { placeNamed } from '../scans/places';
import { scanTypes } from '../scans/scan-types';
import { runScan, scanNamed, scannerParameters } from '../scans/scanner';
import { utcStamp } from '../wire-time';
import type { World } from '../world';

/** Market scanners over the practice catalogue. */
export const scannerRoutes: readonly Route[] = [
  get('/iserver/scanner/params', 'brokerage', () => ok(scannerParameters)),
  post('/iserver/scanner/run', 'brokerage', (world, { body }) => {
    if (!isRecord(body)) return failure(400, "Bad Request: body can't be empty");
    const scan = scanNamed(textOf(body.type));
    const rows =
      scan === null
        ? null
        : runScan(world, {
            scan,
            kind: textOf(body.instrument) || 'STK',
            place: textOf(body.location),
            filters: body.filter,
          });
    if (scan === null || rows === null) return failure(500, 'Invalid scanner parameters');
    const contracts = rows.slice(0, 50);
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
        contract_description_1: contractName(instrument),
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
  get('/hmds/scanner/params', 'web', (world) => (world.session.hmdsReady ? ok(scannerParameters) : notYet)),
  post('/hmds/scanner/run', 'web', (world, { body }) => historicalScan(world, body)),
  post('/hmds/scanner', 'web', (world, { body }) => historicalScan(world, body)),
];

const notYet: Reply = { status: 404, text: '' };

/** Shape of recorded/scanner/hmds-scanner. IBind sends `location`, IBKR documents `locations`. */
function historicalScan(world: World, body: unknown): Reply {
  if (!world.session.hmdsReady) return notYet;
  const wanted = isRecord(body) ? body : {};
  const secType = textOf(wanted.secType) || 'STK';
  const scan = scanNamed(textOf(wanted.scanCode)) ?? scanTypes[0];
  if (scan === undefined) return notYet;
  const place = placeNamed(textOf(wanted.locations) || textOf(wanted.location));
  const rows = runScan(world, { scan, kind: null, place: place?.type ?? null, filters: wanted.filters });
  const found = (rows ?? []).filter((row) => row.instrument.secType === secType);
  const most = Math.min(250, Number(wanted.maxItems) || 250);
  const inScanTime = utcStamp(world.clock.now());
  const Contract = found
    .slice(0, most)
    .map(({ instrument }) => ({ inScanTime, contractID: String(instrument.conid) }));
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
