import { err, ok, type Result } from '../../shared/result';
import type { Caller } from './caller';
import type { Answer, Answered } from './endpoint';
import { gatewayError, type GatewayError } from './gateway-error';
import { historyByConid, isLive, namedBars, type Bar, type historyWire } from './history';
import { matchInstruments, searchStocks, findConids, type StockQuery } from './stock-query';
import type { z } from 'zod';

type History = z.output<typeof historyWire>;
interface Window {
  readonly bar: string;
  readonly period?: string | undefined;
  readonly exchange?: string | undefined;
  readonly outsideRth?: boolean | undefined;
  readonly startTime?: string | undefined;
}
interface SeriesInput extends Window {
  readonly raiseOnError: boolean;
  readonly runInParallel: boolean;
}
type Series = Record<string, Bar[] | { error: GatewayError }>;

export async function oneHistory(
  caller: Caller,
  input: Window & { readonly symbol: StockQuery },
): Answered<History> {
  const { symbol, ...window } = input;
  const resolved = await findConids(caller, {
    queries: [symbol],
    defaultFiltering: true,
    returnType: 'list',
  });
  if (!resolved.ok) return resolved;
  const [conid] = Object.values(resolved.value.data);
  const answer = await caller.call(historyByConid, { conid: Number(conid), ...window });
  return answer.ok ? ok({ ...answer.value, request: resolved.value.request }) : answer;
}

/** Each symbol succeeds or fails by itself, also where it is ambiguous or unknown. */
export async function manyHistories(
  caller: Caller,
  input: SeriesInput & { readonly queries: ReadonlyArray<StockQuery> },
): Answered<Series> {
  const searched = await searchStocks(caller, { queries: input.queries, defaultFiltering: true });
  if (!searched.ok) return searched;
  const { found, missing } = searched.value.data;
  const failed: Series = {};
  const conids: Record<string, string> = {};
  for (const query of input.queries) {
    const instruments = matchInstruments(found[query.symbol] ?? [], query, true);
    const contracts = instruments.flatMap((entry) => entry.contracts);
    const [only] = contracts;
    if (missing.includes(query.symbol)) failed[query.symbol] = { error: unknown(query) };
    else if (only === undefined || contracts.length !== 1 || instruments.length !== 1)
      failed[query.symbol] = { error: ambiguous(query, instruments.length, contracts.length) };
    else conids[query.symbol] = String(only.conid);
  }
  const [firstFailure] = Object.values(failed);
  if (input.raiseOnError && firstFailure !== undefined && 'error' in firstFailure)
    return err(firstFailure.error);
  const answer = await seriesByConid(caller, { ...input, conids });
  if (!answer.ok) return answer;
  // Keys in the order of the queries, failures included.
  const all = { ...failed, ...answer.value.data };
  const ordered = input.queries.flatMap(({ symbol }) =>
    all[symbol] === undefined ? [] : [[symbol, all[symbol]] as const],
  );
  const { request } = searched.value;
  return ok({ data: Object.fromEntries(ordered), request, ...(missing.length > 0 ? { missing } : {}) });
}

export async function seriesByConid(
  caller: Caller,
  input: SeriesInput & { readonly conids: ReadonlyArray<string> | Readonly<Record<string, string>> },
): Answered<Series> {
  const { conids, raiseOnError, runInParallel, ...given } = input;
  const window: Window = {
    bar: given.bar,
    period: given.period,
    exchange: given.exchange,
    outsideRth: given.outsideRth,
    startTime: given.startTime,
  };
  const wanted = Array.isArray(conids)
    ? conids.map((conid: string) => [conid, conid] as const)
    : Object.entries(conids);
  const one = async ([key, conid]: readonly [string, string]) => {
    const answer = await caller.call(historyByConid, { conid, ...window });
    return { key, answer, bars: answer.ok ? namedOrNothing(caller, answer.value) : answer };
  };
  // The endpoint's own limit keeps four in flight, however many are started here.
  const results = runInParallel ? await Promise.all(wanted.map(one)) : await inTurn(wanted, one);
  const failure = results.find(({ bars }) => !bars.ok)?.bars;
  if (raiseOnError && failure !== undefined && !failure.ok) return failure;
  const data = results.map(({ key, bars }) => [key, bars.ok ? bars.value : { error: bars.error }] as const);
  const first = results.find(({ answer }) => answer.ok)?.answer;
  const request = first?.ok === true ? first.value.request : { url: caller.url(historyByConid.path) };
  return ok({ data: Object.fromEntries(data), request });
}

function namedOrNothing(caller: Caller, { data }: Answer<History>): Result<Bar[], GatewayError> {
  if (!isLive(data.mdAvailability))
    caller.log.warn('gateway.history-not-live', { availability: String(data.mdAvailability) });
  return namedBars(data);
}

async function inTurn<A, B>(items: ReadonlyArray<A>, work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

const unknown = ({ symbol }: StockQuery): GatewayError =>
  gatewayError('unknown-symbol', { message: `IBKR knows no stock with the symbol ${symbol}.` });
const ambiguous = (query: StockQuery, instruments: number, contracts: number): GatewayError =>
  gatewayError('ambiguous-symbol', {
    message: `${query.symbol}: ${instruments} instruments and ${contracts} contracts match; exactly one of each is needed.`,
  });
