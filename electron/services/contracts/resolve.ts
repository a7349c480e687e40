import type { AppError } from '../../../shared/app-error';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordsOf } from '../wire-record';
import type { createSearch } from './search';
import { definitions } from './search';
import { matchOf } from './to-matches';

interface Resolved {
  readonly symbol: string;
  readonly matches: InstrumentMatch[];
}

/** More symbols than this that are no stocks are not searched one by one: ten requests a second is all there is. */
const maxSearches = 20;

/** What many pasted symbols may stand for. Stocks come in one request; the rest is searched. */
export const createResolve =
  ({ contracts }: Pick<Gateway, 'contracts'>, search: ReturnType<typeof createSearch>) =>
  async (symbols: ReadonlyArray<string>): Promise<Result<Resolved[], AppError>> => {
    const wanted = [...new Set(symbols.map((symbol) => symbol.trim().toUpperCase()))];
    const plain = wanted.filter((symbol) => /^[A-Z0-9. -]+$/.test(symbol));
    const answer =
      plain.length === 0
        ? null
        : await contracts.securityStocksBySymbol({ queries: plain, defaultFiltering: false });
    if (answer !== null && !answer.ok && answer.error.code !== 'unknown-symbol')
      return err(toAppError(answer.error));
    const listed = answer?.ok === true ? answer.value.data : {};
    const conidsOf = (symbol: string): number[] =>
      recordsOf(listed[symbol]).flatMap(({ contracts: rows }) =>
        recordsOf(rows).map(({ conid }) => Number(conid)),
      );
    const defined = await definitions(contracts, wanted.flatMap(conidsOf));
    const byConid = new Map(defined.map((definition) => [Number(definition['conid']), definition]));

    const resolved: Resolved[] = [];
    let searches = 0;
    for (const symbol of wanted) {
      const matches = conidsOf(symbol).flatMap((conid) => matchOf(byConid.get(conid) ?? {}) ?? []);
      if (matches.length > 0 || searches >= maxSearches) {
        resolved.push({ symbol, matches });
        continue;
      }
      searches += 1;
      const found = await search({ text: symbol });
      if (!found.ok) return found;
      const exact = found.value.filter((match) => match.symbol.toUpperCase() === symbol);
      resolved.push({ symbol, matches: exact.length > 0 ? exact : found.value.slice(0, 8) });
    }
    return ok(resolved);
  };
