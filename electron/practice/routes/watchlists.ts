import { isRecord, textOf } from '../broker/order-request';
import { failure, get, ok, post, del, type ApiRequest, type Route } from '../http/reply';
import { secdefFields } from '../market/wire-secdef';
import type { Watchlist, World } from '../world';

/** Watchlists kept for the login, in memory. */
export const watchlistRoutes: readonly Route[] = [
  post('/iserver/watchlist', 'brokerage', (world, { body }) => {
    if (!isRecord(body)) return failure(400, "Bad Request: body can't be empty");
    const id = textOf(body.id);
    if (!/^\d+$/.test(id)) return failure(400, 'Bad Request: id must be numeric');
    const rows = (Array.isArray(body.rows) ? (body.rows as unknown[]) : []).flatMap(
      (row): Watchlist['rows'] => {
        if (!isRecord(row)) return [];
        return row.C === undefined ? [{ blank: textOf(row.H) }] : [{ conid: Number(row.C) }];
      },
    );
    const list: Watchlist = { id, name: textOf(body.name), modifiedMs: world.clock.now(), rows };
    // An existing id is silently overwritten (QUIRKS §8).
    world.watchlists.set(id, list);
    return ok({ id, hash: String(list.modifiedMs), name: list.name, readOnly: false, instruments: [] });
  }),
  get('/iserver/watchlists', 'brokerage', (world, { query }) => {
    const user_lists = [...world.watchlists.values()].map((list) => ({
      is_open: false,
      read_only: false,
      name: list.name,
      modified: list.modifiedMs,
      id: list.id,
      type: 'watchlist',
    }));
    const onlyUser = query.get('SC') === 'USER_WATCHLIST';
    const data = { scanners_only: false, show_scanners: false, bulk_delete: false, user_lists };
    return ok({ data: onlyUser ? data : { ...data, system_lists: [] }, action: 'content', MID: '1' });
  }),
  get('/iserver/watchlist', 'brokerage', (world, { query }) => {
    const list = world.watchlists.get(query.get('id') ?? '');
    if (list === undefined) return failure(503, 'Service Unavailable');
    return ok({
      id: list.id,
      hash: String(list.modifiedMs),
      name: list.name,
      readOnly: false,
      instruments: list.rows.map((row) =>
        'conid' in row ? instrumentRow(world, row.conid) : { H: row.blank },
      ),
    });
  }),
  del('/iserver/watchlist', 'brokerage', (world, request) => {
    const id = idOf(request);
    world.watchlists.delete(id);
    return ok({ data: { deleted: id }, action: 'context', MID: '2' });
  }),
];

/** IBind puts the id into a JSON body, everyone else into the query. */
const idOf = ({ query, body }: ApiRequest) => query.get('id') ?? (isRecord(body) ? textOf(body.id) : '');

function instrumentRow(world: World, conid: number): Record<string, unknown> {
  const instrument = world.market.catalogue.byConid(conid);
  if (instrument === undefined) return { ST: 'STK', C: String(conid), conid, name: '' };
  const { name, ticker, fullName, chineseName } = secdefFields(instrument);
  return {
    ST: instrument.secType,
    C: String(conid),
    conid,
    name,
    fullName,
    assetClass: instrument.secType,
    ticker,
    chineseName,
  };
}
