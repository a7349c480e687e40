import { z } from 'zod';
import { conidText, inPath, inQuery, text } from './arguments';
import type { Caller } from './caller';
import { endpoint, type Answered } from './endpoint';
import { label, record, row } from './wire';

interface StrikesInput {
  readonly conid: string;
  readonly secType: string;
  readonly month?: string | undefined;
  readonly exchange?: string | undefined;
}
const strikesWire = row({
  call: z.array(z.union([z.number(), z.string()])),
  put: z.array(z.union([z.number(), z.string()])),
});
type Strikes = z.output<typeof strikesWire>;

const docs = {
  purpose: 'Part of searchStrikesByConid.',
  returns: 'as documented there',
  source: 'OpenAPI 2.28',
};
export const strikes = endpoint({
  area: 'contracts',
  verb: 'GET',
  path: '/iserver/secdef/strikes',
  parameters: {
    conid: inQuery(conidText, 'Underlying.'),
    secType: inQuery(text, 'Type.', { wireName: 'sectype' }),
    month: inQuery(text.optional(), 'Month.'),
    exchange: inQuery(text.optional(), 'Exchange.'),
  },
  wire: strikesWire,
  docs,
});
const info = endpoint({
  area: 'contracts',
  verb: 'GET',
  path: '/iserver/contract/{conid}/info',
  parameters: { conid: inPath(conidText, 'Underlying.') },
  wire: row({ symbol: label }),
  docs,
});
const search = endpoint({
  area: 'contracts',
  verb: 'GET',
  path: '/iserver/secdef/search',
  parameters: { symbol: inQuery(text, 'Symbol of the underlying.') },
  wire: z.array(record),
  docs,
});

/**
 * Two empty lists are the signature of a search that was not made in this session: IBKR answers 200 and nothing
 * else. The search is made once and the question repeated — endpoints.json, search_strikes_by_conid.
 */
export async function strikesAfterSearch(caller: Caller, input: StrikesInput): Answered<Strikes> {
  const first = await caller.call(strikes, input);
  const mark = `search ${input.conid}`;
  if (!first.ok || !isEmpty(first.value.data) || caller.preflight.isDone(mark)) return first;
  if (!(await searchUnderlying(caller, input.conid))) return first;
  caller.preflight.done(mark);
  const second = await caller.call(strikes, input);
  return second.ok ? second : first;
}

/** Looks the underlying up by its symbol, as IBKR wants it before its derivatives; false when that failed. */
export async function searchUnderlying(caller: Caller, conid: string): Promise<boolean> {
  const contract = await caller.call(info, { conid });
  const symbol = contract.ok ? contract.value.data.symbol : null;
  if (typeof symbol !== 'string' || symbol === '') return false;
  const found = await caller.call(search, { symbol });
  return found.ok;
}

const isEmpty = ({ call, put }: Strikes): boolean => call.length === 0 && put.length === 0;
