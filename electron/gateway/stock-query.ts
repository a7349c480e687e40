import { z } from 'zod';
import { err, ok } from '../../shared/result';
import { idText, inQuery } from './arguments';
import type { Caller } from './caller';
import { endpoint, type Answered } from './endpoint';
import { gatewayError, type GatewayError } from './gateway-error';
import { label, row, wireId } from './wire';
import { ownEntry } from '../../shared/own-entry';

const conditions = z.record(z.string(), z.unknown()).nullish();
export const stockQuery = z.union([
  idText.transform((symbol) => ({ symbol })),
  z.strictObject({
    symbol: idText,
    nameMatch: z.string().nullish(),
    instrumentConditions: conditions,
    contractConditions: conditions,
  }),
]);
export type StockQuery = z.output<typeof stockQuery> & {
  readonly nameMatch?: string | null | undefined;
  readonly instrumentConditions?: Conditions | null | undefined;
  readonly contractConditions?: Conditions | null | undefined;
};
type Conditions = Readonly<Record<string, unknown>>;

const contract = row({ conid: wireId, exchange: label, isUS: z.unknown() });
/** Entries of an impossible shape are left out; the others of the same list stay. */
const readable = <S extends z.ZodType>(entry: S) =>
  z.array(entry.nullable().catch(null)).transform((list) => list.filter((one) => one !== null));
const instrument = row({ name: label, assetClass: label, contracts: readable(contract).catch([]) });
/** A symbol whose value is no list of instruments is treated as one IBKR does not know. */
export const stocksBySymbol = z
  .record(z.string(), readable(instrument).nullable().catch(null))
  .transform((symbols) =>
    Object.fromEntries(
      Object.entries(symbols).flatMap(([symbol, found]) =>
        found === null ? [] : [[symbol, found] as const],
      ),
    ),
  );
type Instrument = z.output<typeof instrument>;
type Stocks = z.output<typeof stocksBySymbol>;
interface StockInput {
  readonly queries: ReadonlyArray<StockQuery>;
  readonly defaultFiltering: boolean;
}

const stocks = endpoint({
  area: 'contracts',
  verb: 'GET',
  path: '/trsrv/stocks',
  parameters: { symbols: inQuery(z.array(z.string()), 'Symbols, upper case.') },
  wire: stocksBySymbol,
  docs: {
    purpose: 'Stocks by symbol, as IBKR lists them.',
    returns: 'Symbol to instruments.',
    source: 'OpenAPI 2.28',
  },
});

/** One query against the instruments of its symbol; the instruments are not touched — BEHAVIOUR §9. */
export function matchInstruments(
  instruments: ReadonlyArray<Instrument>,
  query: StockQuery,
  defaultFiltering: boolean,
): Instrument[] {
  const wanted = query.contractConditions ?? (defaultFiltering ? { isUS: true } : null);
  return instruments
    .filter((entry) => includesName(entry, query.nameMatch) && satisfies(entry, query.instrumentConditions))
    .map((entry) => ({ ...entry, contracts: entry.contracts.filter((one) => satisfies(one, wanted)) }))
    .filter((entry) => wanted === null || entry.contracts.length > 0);
}

/** The filtered instruments of every symbol, and the symbols IBKR does not know. */
export async function searchStocks(
  caller: Caller,
  { queries, defaultFiltering }: StockInput,
): Answered<{ readonly found: Stocks; readonly missing: ReadonlyArray<string> }> {
  const answer = await caller.call(stocks, { symbols: queries.map(({ symbol }) => symbol) });
  if (!answer.ok) return answer;
  const listed = answer.value.data;
  const present = queries.filter(({ symbol }) => (ownEntry(listed, symbol) ?? []).length > 0);
  const found = present.map((query) => [
    query.symbol,
    matchInstruments(ownEntry(listed, query.symbol) ?? [], query, defaultFiltering),
  ]);
  const missing = [
    ...new Set(queries.filter((query) => !present.includes(query)).map(({ symbol }) => symbol)),
  ];
  return ok({ data: { found: Object.fromEntries(found) as Stocks, missing }, request: answer.value.request });
}

export async function findStocks(caller: Caller, input: StockInput): Answered<Stocks> {
  const answer = await searchStocks(caller, input);
  if (!answer.ok) return answer;
  const { found, missing } = answer.value.data;
  if (missing.length > 0) caller.log.warn('gateway.unknown-symbols', { count: missing.length });
  return ok({ data: found, request: answer.value.request, ...(missing.length > 0 ? { missing } : {}) });
}

export async function findConids(
  caller: Caller,
  input: StockInput & { readonly returnType: string },
): Answered<Record<string, number> | number[]> {
  const answer = await searchStocks(caller, input);
  if (!answer.ok) return answer;
  const { found, missing } = answer.value.data;
  const asked = input.queries.filter(({ symbol }) => !missing.includes(symbol));
  if (asked.length === 0) return err(unknownSymbols(missing));
  const conids: Record<string, number> = {};
  for (const query of asked) {
    const instruments = ownEntry(found, query.symbol) ?? [];
    const only = instruments[0]?.contracts[0];
    if (instruments.length !== 1 || instruments[0]?.contracts.length !== 1 || only === undefined) {
      return err(ambiguous(query, instruments));
    }
    conids[query.symbol] = Number(only.conid);
  }
  // Symbols such as "7203" would be reordered as keys of an object; the list follows the queries.
  const inOrder = [...new Set(asked.map(({ symbol }) => symbol))].map((symbol) => conids[symbol] ?? 0);
  return ok({
    data: input.returnType === 'list' ? inOrder : conids,
    request: answer.value.request,
    ...(missing.length > 0 ? { missing } : {}),
  });
}

const includesName = (entry: Instrument, part: string | null | undefined): boolean =>
  part === null ||
  part === undefined ||
  String(entry.name ?? '')
    .toUpperCase()
    .includes(part.toUpperCase());

const satisfies = (entry: Conditions, wanted: Conditions | null | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => Object.hasOwn(entry, key) && same(entry[key], value));

/** Equal as the reference sees it: 1 equals true, and lists and objects are compared by value. */
const same = (left: unknown, right: unknown): boolean =>
  isCountable(left) && isCountable(right)
    ? Number(left) === Number(right)
    : left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));

const isCountable = (value: unknown): boolean => typeof value === 'boolean' || typeof value === 'number';

const unknownSymbols = (symbols: ReadonlyArray<string>): GatewayError =>
  gatewayError('unknown-symbol', {
    message: `IBKR knows no stock with the symbol ${symbols.join(', ')}.`,
    path: stocks.path,
  });

function ambiguous(query: StockQuery, instruments: ReadonlyArray<Instrument>): GatewayError {
  const contracts = instruments.reduce((count, entry) => count + entry.contracts.length, 0);
  return gatewayError('ambiguous-symbol', {
    message: `${query.symbol}: ${instruments.length} instruments and ${contracts} contracts match ${JSON.stringify(query)}; exactly one of each is needed.`,
    path: stocks.path,
    detail: JSON.stringify(instruments).slice(0, 1_000),
  });
}
