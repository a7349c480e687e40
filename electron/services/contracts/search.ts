import type { AppError } from '../../../shared/app-error';
import type { InstrumentMatch, SearchKind } from '../../../shared/domain/instrument';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, type WireRecord } from '../wire-record';
import { meaningOf } from './search-text';
import { matchOf, sectionConids, toMatches } from './to-matches';

export interface SearchWish {
  readonly text: string;
  readonly kind?: SearchKind | undefined;
  readonly byName?: boolean | undefined;
}
type Found = Result<InstrumentMatch[], AppError>;
type Contracts = Pick<Gateway, 'contracts'>['contracts'];

const maxHits = 40;

/** IBKR has one search and several lists: which of them are asked follows from the kind and the text. */
export function createSearch({ contracts }: Pick<Gateway, 'contracts'>) {
  const define = (conids: ReadonlyArray<number>): Promise<WireRecord[]> => definitions(contracts, conids);

  const bySymbol = async (wish: SearchWish): Promise<Result<WireRecord[], AppError>> => {
    const { text, byName, kind = 'all' } = wish;
    const answer = await contracts.searchContractBySymbol({
      symbol: text,
      ...(byName === true ? { name: true } : {}),
      ...(asked.has(kind) ? { secType: kind } : {}),
    });
    if (answer.ok) return ok([...recordsOf(answer.value.data)].slice(0, maxHits));
    const none = answer.error.code === 'no-data' || answer.error.code === 'not-found';
    // "No symbol found" is an answer, with status 200 and the word error.
    return none || /no symbol found/i.test(answer.error.bodyText ?? '')
      ? ok([])
      : err(toAppError(answer.error));
  };
  const defined = async (conids: ReadonlyArray<number>): Promise<InstrumentMatch[]> =>
    (await define(conids)).flatMap((definition) => matchOf(definition) ?? []);

  const pairs = async (base: string, quote: string | null): Promise<InstrumentMatch[]> => {
    const answer = await contracts.currencyPairs({ currency: base });
    const rows = answer.ok ? Object.values(answer.value.data).flatMap((list) => [...recordsOf(list)]) : [];
    const wanted = rows.filter(({ ccyPair, symbol }) => {
      const named = [String(ccyPair), ...String(symbol).split('.')];
      return quote === null || named.includes(quote);
    });
    return defined(wanted.map(({ conid }) => Number(conid)));
  };
  const futures = async (symbol: string): Promise<InstrumentMatch[]> => {
    const answer = await contracts.securityFutureBySymbol({ symbols: symbol });
    const rows = answer.ok ? Object.values(answer.value.data).flatMap((list) => [...recordsOf(list)]) : [];
    const sorted = rows.sort((a, b) => Number(a['expirationDate']) - Number(b['expirationDate']));
    return defined(sorted.map(({ conid }) => Number(conid)));
  };

  return async (wish: SearchWish): Promise<Found> => {
    const { kind = 'all' } = wish;
    const text = wish.text.trim();
    const meaning = meaningOf(text);
    if (meaning.kind === 'conid') {
      const known = await defined([meaning.conid]);
      if (known.length > 0) return ok(known);
    }
    if (kind === 'FUT') return ok(await futures(text.toUpperCase()));
    if (kind === 'CASH' || (kind === 'all' && meaning.kind === 'pair')) {
      const [base, quote] = meaning.kind === 'pair' ? [meaning.base, meaning.quote] : [text, null];
      const found = await pairs(base.toUpperCase(), quote);
      if (kind === 'CASH' || found.length > 0) return ok(found);
    }
    const hits = await bySymbol(wish);
    if (!hits.ok) return hits;
    if (kind === 'CFD') return ok(await defined(sectionConids(hits.value, 'CFD')));
    const rows = await define(hits.value.map(({ conid }) => Number(conid)));
    return ok(toMatches(hits.value, rows).filter((match) => isOfKind(match, kind)));
  };
}

/** Kinds that the search itself can be limited to — /iserver/secdef/search, read 2026-11. */
const asked: ReadonlySet<SearchKind> = new Set<SearchKind>(['STK', 'IND', 'BOND']);

/** Options, warrants and future options are found through what they are written on. */
const isOfKind = (match: InstrumentMatch, kind: SearchKind): boolean =>
  kind === 'all' ||
  match.assetClass === kind ||
  match.derivatives.some(({ assetClass }) => assetClass === kind);

/** Without its definition a hit still helps, with currency unknown: a failure here is an empty list. */
export async function definitions(
  contracts: Contracts,
  conids: ReadonlyArray<number>,
): Promise<WireRecord[]> {
  const sound = conids.filter((conid) => Number.isSafeInteger(conid) && conid > 0);
  if (sound.length === 0) return [];
  const answer = await contracts.securityDefinitionByConid({ conids: sound });
  if (!answer.ok) return [];
  const rows = recordsOf(recordOf(answer.value.data)['secdef']);
  // In the order they were asked for, whatever the answer's.
  const place = new Map(sound.map((conid, at) => [conid, at]));
  return [...rows].sort(
    (a, b) => (place.get(Number(a['conid'])) ?? 0) - (place.get(Number(b['conid'])) ?? 0),
  );
}
