import { isRecord } from '../broker/order-request';
import { bareFailure, flag, get, list, ok, post, type Route } from '../http/reply';
import { barsOfSource } from '../market/bar-sources';
import { historyBars, parsePeriodMs } from '../market/history';
import { historyAnswer } from '../market/wire-history';
import { snapshotRow } from '../market/wire-snapshot';
import { parseStartTime, utcStamp } from '../wire-time';
import type { World } from '../world';

/** Snapshots, history and their subscriptions. */
export const marketDataRoutes: readonly Route[] = [
  get('/iserver/marketdata/snapshot', 'brokerage', (world, { query }) => {
    const { session, easy } = world;
    if (!session.accountsQueried && !easy) return bareFailure(500, 'Please query /accounts first');
    const conids = list(query, 'conids').map((text) => Number(text.split('@')[0]));
    if (conids.length === 0) return bareFailure(400, 'Bad Request: conids is required');
    if (conids.length > 100) return bareFailure(400, 'Bad Request: too many conids');
    const fields = list(query, 'fields');
    const rows = conids.flatMap((conid) => {
      const instrument = world.market.catalogue.byConid(conid);
      if (instrument === undefined) return [];
      // The first look at an instrument answers bare ids (GATEWAY_FACTS §5). The second has them, however soon it
      // comes: IBKR answers too slowly for clients to have found out that there is a warm-up in between.
      const warm = easy || session.snapshotSince.has(conid);
      touchMarketData(world, conid);
      return [warm ? snapshotRow(world, instrument, fields) : { conid, conidEx: String(conid) }];
    });
    return ok(rows);
  }),
  get('/iserver/marketdata/history', 'brokerage', (world, { query }) => {
    const instrument = world.market.catalogue.byConid(Number((query.get('conid') ?? '').split('@')[0]));
    if (instrument === undefined) return bareFailure(500, 'No data.');
    const period = query.get('period') ?? '1w';
    const bar = query.get('bar') ?? '1d';
    const periodMs = parsePeriodMs(period);
    const barMs = parsePeriodMs(bar);
    if (periodMs === null || barMs === null) return bareFailure(500, 'Chart data unavailable');
    const startTime = parseStartTime(query.get('startTime'));
    const forward = query.get('direction') === '1' && startTime !== null;
    const nowMs = world.clock.now();
    const toMs = forward ? startTime + periodMs : Math.min(nowMs, startTime ?? nowMs);
    const fromMs = forward ? startTime : toMs - periodMs;
    const outsideRth = flag(query.get('outsideRth'));
    const delayed = instrument.availability === 'D' ? 15 * 60_000 : 0;
    const trades = historyBars(world.market, instrument, {
      fromMs,
      toMs: Math.min(toMs, nowMs - delayed),
      barMs,
      outsideRth,
    });
    const bars = barsOfSource(instrument, trades, query.get('source'));
    if (bars.length === 0) return bareFailure(500, 'No data.');
    return ok(historyAnswer(instrument, bars, { period, barMs, outsideRth }));
  }),
  // As /hmds/scanner: 404 until POST /hmds/auth/init (CPAPI, read 2026-11).
  get('/hmds/history', 'web', (world, { query }) => {
    if (!world.session.hmdsReady && !world.easy) return { status: 404, text: '' };
    const instrument = world.market.catalogue.byConid(Number(query.get('conid')));
    const periodMs = parsePeriodMs(query.get('period') ?? '1w');
    const barMs = parsePeriodMs(query.get('bar') ?? '1d');
    if (instrument === undefined || periodMs === null || barMs === null) return bareFailure(500, 'No data.');
    const toMs = parseStartTime(query.get('startTime')) ?? world.clock.now();
    const trades = historyBars(world.market, instrument, {
      fromMs: toMs - periodMs,
      toMs: Math.min(toMs, world.clock.now()),
      barMs,
      outsideRth: flag(query.get('outsideRth')),
    });
    const bars = barsOfSource(instrument, trades, query.get('barType'));
    const data = bars.map((b) => ({ t: b.startMs, o: b.open, h: b.high, l: b.low, c: b.close, v: b.volume }));
    const [first] = data;
    if (first === undefined) return bareFailure(500, 'No data.');
    return ok({
      startTime: utcStamp(first.t),
      startTimeVal: first.t,
      endTime: utcStamp(toMs),
      endTimeVal: toMs,
      data,
      points: data.length - 1,
      mktDataDelay: 0,
    });
  }),
  post('/iserver/marketdata/unsubscribe', 'brokerage', (world, { body }) => {
    const conid = isRecord(body) ? body.conid : undefined;
    if (typeof conid !== 'number' || !world.session.snapshotSince.delete(conid))
      return bareFailure(500, 'unknown');
    return ok({ success: true });
  }),
  get('/iserver/marketdata/unsubscribeall', 'brokerage', (world) => {
    world.session.snapshotSince.clear();
    return ok({ unsubscribed: true });
  }),
  get('/md/regsnapshot', 'web', (world, { query }) => {
    const instrument = world.market.catalogue.byConid(Number(query.get('conid')));
    if (instrument === undefined) return bareFailure(500, 'No data.');
    const row = snapshotRow(world, instrument, [
      '31',
      '84',
      '85',
      '86',
      '88',
      '7059',
      '7057',
      '7058',
      '7068',
    ]);
    return ok({
      ...row,
      sizeMinTick: 1,
      BboExchange: '9c0001',
      HasDelayed: false,
      BestBidExch: 64,
      BestAskExch: 64,
      LastExch: 64,
    });
  }),
];

/** Marks an instrument as watched, as a websocket subscription does. */
export function touchMarketData(world: World, conid: number): void {
  if (!world.session.snapshotSince.has(conid)) world.session.snapshotSince.set(conid, world.clock.now());
}
