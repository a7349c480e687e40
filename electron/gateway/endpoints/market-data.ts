import { z } from 'zod';
import { conidText, inBody, inQuery, integer, keptHere, oneOrMany, text, utcTime } from '../arguments';
import { endpoint } from '../endpoint';
import { historyByConid, historyWire, namedSeries } from '../history';
import { manyHistories, oneHistory, seriesByConid } from '../history-composites';
import { snapshot, snapshotBySymbol, snapshotInChunks, snapshotParameters } from '../snapshot';
import { stockQuery } from '../stock-query';
import { unsubscribeEach, unsubscribeWire } from '../unsubscribe';
import { figure, flag, label, row, identity } from '../wire';

const period = inQuery(
  text.optional(),
  '`{1-30}min`, `{1-8}h`, `{1-1000}d`, `{1-792}w`, `{1-182}m` (months), `{1-15}y`.',
);
const bar = inQuery(text, '`1min`–`30min`, `1h`–`8h`, `1d`, `1w`, `1m` (a month).');
const outsideRth = inQuery(z.boolean().optional(), 'True includes bars outside regular hours.');
const startTime = inQuery(
  utcTime.optional(),
  'A moment; the period ends there. `YYYYMMDD-HH:mm:ss` UTC on the wire.',
);
const series = {
  period: inQuery(text.default('1min'), 'As marketdataHistoryByConid.'),
  bar: inQuery(text.default('1min'), 'As marketdataHistoryByConid. With the default period: one bar.'),
  exchange: inQuery(text.optional(), 'Exchange.'),
  outsideRth: inQuery(z.boolean().default(true), 'True includes bars outside regular hours.'),
  startTime: inQuery(utcTime.optional(), 'A moment; the period ends there.'),
  raiseOnError: keptHere(
    z.boolean().default(false),
    'True makes the first failing series the error of the whole call.',
  ),
  runInParallel: keptHere(
    z.boolean().default(true),
    'False asks one after the other; otherwise four at a time.',
  ),
};
const seriesReturns =
  'Each key to bars `{open, high, low, close, volume, date}` (`date` ISO, UTC, start of the bar), or to `{error}` where that series failed.';

export const marketDataEndpoints = {
  liveMarketdataSnapshot: endpoint({
    ...snapshot,
    docs: {
      purpose:
        'Current values of fields. The first call only opens the stream: it is repeated until values come.',
      returns:
        'One row per contract: codes to text, decorated as IBKR sends it (`C168.42`, `1,300`, `1.2M`); `6509` says whether it is live. Absent codes are not known.',
      pacing: '10 requests per s; at most 100 contracts per request (more are split) and 50 fields',
      source: 'OpenAPI 2.28',
      example: { conids: [265598], fields: ['31', '84', '86'] },
    },
    run: snapshotInChunks,
  }),
  regulatorySnapshot: endpoint({
    area: 'marketData',
    verb: 'GET',
    path: '/md/regsnapshot',
    parameters: { conid: inQuery(conidText, 'Contract id.') },
    wire: row({ conid: identity }),
    repeat: 'once',
    docs: {
      purpose:
        'A regulatory snapshot. COSTS USD 0.01 PER CALL, on paper accounts too: never repeated, never automatic.',
      returns: 'Codes to values: `84` bid, `86` ask, `31` last, …',
      source: 'OpenAPI 2.20; gone from 2.28',
      example: { conid: 265598 },
    },
  }),
  marketdataHistoryByConid: endpoint({
    ...historyByConid,
    docs: {
      purpose: 'Price history of a contract.',
      returns:
        '`data`: bars `{o, h, l, c, v, t}`, `t` the start of the bar in ms; `mdAvailability`, `priceFactor`, `volumeFactor` (multiply `v`). At most 1000 bars.',
      errors: '`no-data` for an empty window (IBKR answers 500).',
      pacing: 'four at a time',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, period: '1w', bar: '1d' },
    },
  }),
  historicalMarketdataBeta: endpoint({
    area: 'marketData',
    verb: 'GET',
    path: '/hmds/history',
    parameters: {
      conid: inQuery(conidText, 'Contract id.'),
      period: inQuery(text, '`3600S`, `1d`, `6d`, … — units S, d, w, m, y.'),
      bar: inQuery(text, '`30secs`, `5mins`, `1hrs`, `1d`, `1w`, `1m`.'),
      outsideRth,
      startTime,
      direction: inQuery(
        z.union([z.literal([-1, 1]), z.literal(['-1', '1'])]).optional(),
        '-1 or 1; documents disagree about the meaning.',
      ),
      barType: inQuery(text.optional(), '`Last`, `Bid`, `Ask`, `Midpoint`, `FeeRate`, `Inventory`.'),
    },
    wire: historyWire,
    docs: {
      purpose: 'Price history of the older service. Prefer marketdataHistoryByConid.',
      returns: '`data`: bars `{t, o, h, l, c, v}`.',
      errors: '`not-found` while the service starts, or where it is gone.',
      source: 'OpenAPI 2.20; gone from 2.28',
      example: { conid: 265598, period: '1d', bar: '1hrs' },
    },
    startsService: '/hmds/auth/init',
  }),
  marketdataHistoryBySymbol: endpoint({
    area: 'marketData',
    verb: 'GET',
    path: '/iserver/marketdata/history',
    parameters: {
      symbol: keptHere(stockQuery, 'Symbol or stock query.'),
      bar,
      exchange: inQuery(text.optional(), 'Exchange.'),
      period,
      outsideRth,
      startTime,
    },
    wire: historyWire,
    docs: {
      purpose: 'Price history of a stock by symbol.',
      returns: 'As marketdataHistoryByConid.',
      errors: '`ambiguous-symbol`, `unknown-symbol`.',
      source: 'BEHAVIOUR §12',
      example: { symbol: 'AAPL', bar: '1d', period: '1w' },
    },
    run: oneHistory,
  }),
  marketdataHistoryBySymbols: endpoint({
    area: 'marketData',
    verb: 'GET',
    path: '/iserver/marketdata/history',
    parameters: { queries: keptHere(oneOrMany(stockQuery), 'Symbols or stock queries.'), ...series },
    wire: namedSeries,
    docs: {
      purpose: 'Price histories of several stocks; one that fails does not stop the others.',
      returns: seriesReturns,
      source: 'BEHAVIOUR §12',
      example: { queries: ['AAPL', 'MSFT'], period: '1w', bar: '1d' },
    },
    run: manyHistories,
  }),
  marketdataUnsubscribe: endpoint({
    area: 'marketData',
    verb: 'POST',
    path: '/iserver/marketdata/unsubscribe',
    parameters: {
      conids: inBody(oneOrMany(integer), 'Contract ids; one request for each.', { wireName: 'conid' }),
    },
    wire: unsubscribeWire,
    docs: {
      purpose: 'Gives back the market-data lines of contracts.',
      returns:
        'Contract id to `{success: true}`; a line that was not open is `{success: true, nothingToCancel: true}`.',
      source: 'OpenAPI 2.28',
      example: { conids: [265598] },
    },
    run: unsubscribeEach,
  }),
  marketdataUnsubscribeAll: endpoint({
    area: 'marketData',
    verb: 'GET',
    path: '/iserver/marketdata/unsubscribeall',
    parameters: {},
    wire: row({ unsubscribed: flag, confirmed: flag }),
    repeat: 'once',
    docs: {
      purpose: 'Gives back all market-data lines of the session, those of other programs included.',
      returns: '`{unsubscribed: true}`.',
      source: 'OpenAPI 2.28',
    },
  }),
  liveMarketdataSnapshotBySymbol: endpoint({
    area: 'marketData',
    extra: true,
    verb: 'GET',
    path: '/iserver/marketdata/snapshot',
    parameters: {
      queries: keptHere(oneOrMany(stockQuery), 'Symbols or stock queries.'),
      fields: keptHere(snapshotParameters.fields.schema, 'Field codes.'),
    },
    wire: z.record(z.string(), row({ conid: label })),
    docs: {
      purpose: 'Current values by symbol, with names instead of codes.',
      returns: 'Symbol to `{conid, last_price, …}`.',
      source: 'IBind 0.1.9',
      example: { queries: 'AAPL', fields: ['31'] },
    },
    run: snapshotBySymbol,
  }),
  marketdataHistoryByConids: endpoint({
    area: 'marketData',
    extra: true,
    verb: 'GET',
    path: '/iserver/marketdata/history',
    parameters: {
      conids: keptHere(
        z.union([oneOrMany(conidText), z.record(z.string(), conidText)]),
        'Contract ids, or names to contract ids.',
      ),
      ...series,
    },
    wire: namedSeries,
    docs: {
      purpose: 'Price histories of several contracts.',
      returns: seriesReturns,
      source: 'IBind 0.1.9',
      example: { conids: [265598], period: '1w', bar: '1d' },
    },
    run: seriesByConid,
  }),
  /** Starts the older historical service; it answers 404 before — GATEWAY_FACTS §5. */
  initializeHistoricalService: endpoint({
    area: 'marketData',
    extra: true,
    verb: 'POST',
    path: '/hmds/auth/init',
    parameters: {},
    wire: row({ authenticated: flag, code: figure }),
    docs: {
      purpose: 'Starts the older historical service.',
      returns: 'Its authentication status.',
      source: 'HTML documentation',
    },
  }),
} as const;
