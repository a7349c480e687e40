import { z } from 'zod';
import { err, ok } from '../../shared/result';
import { conidText, inQuery, oneOrMany, text } from './arguments';
import type { Caller } from './caller';
import { inChunks } from './chunks';
import { endpoint, type Answered } from './endpoint';
import { gatewayError } from './gateway-error';
import { withFieldNames } from './snapshot-fields';
import { findConids, type StockQuery } from './stock-query';
import { figure, label, row, identity } from './wire';

const quote = row({ conid: identity, conidEx: label, _updated: figure, server_id: label });
const snapshotWire = z.array(quote);
type Quotes = z.output<typeof snapshotWire>;

export const snapshotParameters = {
  conids: inQuery(oneOrMany(conidText), 'Contract ids; `265598@SMART` names an exchange.'),
  fields: inQuery(
    oneOrMany(z.union([text, z.number().int()]).transform(String)).refine(
      (fields) => fields.length <= 50,
      'at most 50 fields',
    ),
    'Field codes, such as `31` last price, `84` bid, `86` ask. Ask for all of them at once: later ones warm up separately.',
  ),
};

/** Codes that are there before any value is. */
const markers = new Set(['6119', '6509']);

export const snapshot = endpoint({
  area: 'marketData',
  verb: 'GET',
  path: '/iserver/marketdata/snapshot',
  parameters: snapshotParameters,
  wire: snapshotWire,
  preflight: 'accounts',
  warmUp: {
    isKnown: (rows, input) => {
      const { conids, fields } = z
        .object({ conids: z.array(z.string()), fields: z.array(z.string()) })
        .parse(input);
      const wanted = fields.filter((code) => !markers.has(code));
      const values = wanted.length === 0 ? fields : wanted;
      const warm = rows.filter((entry) => values.some((code) => Object.hasOwn(entry, code)));
      return warm.length >= new Set(conids).size;
    },
    attempts: 6,
    delayMs: 500,
  },
  docs: { purpose: 'Current values of fields.', returns: 'Rows by contract.', source: 'OpenAPI 2.28' },
});

interface SnapshotInput {
  readonly conids: ReadonlyArray<string>;
  readonly fields: ReadonlyArray<string>;
}

/** At most 100 contracts per request — GATEWAY_FACTS §4. */
export async function snapshotInChunks(caller: Caller, { conids, fields }: SnapshotInput): Answered<Quotes> {
  const answer = await inChunks(conids, 100, (chunk) =>
    caller.call(snapshot, { conids: chunk, fields: [...fields] }),
  );
  return answer.ok ? ok({ ...answer.value, data: answer.value.data.flat() }) : answer;
}

export async function snapshotBySymbol(
  caller: Caller,
  input: { readonly queries: ReadonlyArray<StockQuery>; readonly fields: ReadonlyArray<string> },
): Answered<Record<string, Record<string, unknown> & { conid: string }>> {
  const resolved = await findConids(caller, {
    queries: input.queries,
    defaultFiltering: true,
    returnType: 'dict',
  });
  if (!resolved.ok) return resolved;
  const conids = Object.entries(resolved.value.data).map(
    ([symbol, conid]) => [symbol, String(conid)] as const,
  );
  const answer = await snapshotInChunks(caller, {
    conids: conids.map(([, conid]) => conid),
    fields: input.fields,
  });
  if (!answer.ok) return answer;
  const rows = new Map(answer.value.data.map((entry) => [String(entry.conid), entry]));
  if (conids.every(([, conid]) => !rows.has(conid)))
    return err(gatewayError('no-data', { path: snapshot.path }));
  const bySymbol = conids.map(
    ([symbol, conid]) => [symbol, { ...withFieldNames(rows.get(conid) ?? {}), conid }] as const,
  );
  const { missing } = resolved.value;
  return ok({
    ...answer.value,
    data: Object.fromEntries(bySymbol),
    ...(missing === undefined ? {} : { missing }),
  });
}
