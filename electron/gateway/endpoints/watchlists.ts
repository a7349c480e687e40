import { z } from 'zod';
import { idText, inBody, inQuery, integer, text } from '../arguments';
import { endpoint } from '../endpoint';
import { flag, label, labels, part, row, identity } from '../wire';

const instruments = z.array(
  row({ conid: identity, C: label, H: label, ticker: label, name: label, fullName: label }),
);
const sparse = (rows: z.output<typeof instruments>): boolean =>
  rows.some(
    (entry) =>
      entry.conid !== null && entry.conid !== undefined && (entry.ticker ?? entry.fullName ?? null) === null,
  );
const watchlistId = idText.refine((id) => /^\d+$/.test(id), 'a watchlist id has digits only');

export const watchlistEndpoints = {
  createWatchlist: endpoint({
    area: 'watchlists',
    verb: 'POST',
    path: '/iserver/watchlist',
    parameters: {
      id: inBody(watchlistId, 'Digits; an existing list with this id is overwritten.'),
      name: inBody(text, 'Name.'),
      rows: inBody(
        z.array(z.union([z.strictObject({ C: integer }), z.strictObject({ H: z.string() })])),
        'Rows: `{C: conid}`, or `{H: ""}` for a blank one.',
      ),
    },
    wire: row({ id: label, name: label, hash: label, readOnly: flag, instruments: labels }),
    docs: {
      purpose: 'Creates or overwrites a watchlist.',
      returns: '`id`, `hash`, `name`; `instruments` is always empty here.',
      source: 'OpenAPI 2.28',
      example: { id: '1234', name: 'Test', rows: [{ C: 8314 }, { H: '' }] },
    },
  }),
  getAllWatchlists: endpoint({
    area: 'watchlists',
    verb: 'GET',
    path: '/iserver/watchlists',
    parameters: { sc: inQuery(text.default('USER_WATCHLIST'), 'Which lists.', { wireName: 'SC' }) },
    wire: row({
      data: row({
        user_lists: z.array(row({ id: label, name: label, read_only: flag, modified: label })).nullish(),
      }),
      action: label,
    }),
    docs: {
      purpose: 'Watchlists of the user.',
      returns: '`data.user_lists`: `{id, name, read_only, modified (ms)}`.',
      source: 'OpenAPI 2.28',
    },
  }),
  getWatchlistInformation: endpoint({
    area: 'watchlists',
    verb: 'GET',
    path: '/iserver/watchlist',
    parameters: { id: inQuery(idText, 'Id of the list.') },
    wire: row({ id: label, name: label, hash: label, readOnly: flag, instruments }),
    warmUp: { isKnown: (data) => !sparse(data.instruments), attempts: 2, delayMs: 500 },
    docs: {
      purpose: 'One watchlist with its instruments.',
      returns: '`instruments`: `{conid, name, ticker, assetClass}`; `{H: ""}` is a blank row.',
      source: 'OpenAPI 2.28',
      example: { id: '1234' },
    },
  }),
  deleteWatchlist: endpoint({
    area: 'watchlists',
    verb: 'DELETE',
    path: '/iserver/watchlist',
    parameters: { id: inQuery(idText, 'Id of the list.') },
    wire: row({ data: part, action: label }),
    docs: {
      purpose: 'Deletes a watchlist.',
      returns: '`data.deleted`: the id. An unknown id is no error.',
      source: 'OpenAPI 2.28; the reference puts the id in the body',
      example: { id: '1234' },
    },
  }),
} as const;
