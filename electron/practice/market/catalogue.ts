import type { Instrument } from './instrument';
import { stocks } from './catalogue/stocks';
import { otherListings } from './catalogue/other-listings';
import { currencies } from './catalogue/currencies';

export interface Catalogue {
  readonly all: readonly Instrument[];
  readonly byConid: (conid: number) => Instrument | undefined;
  readonly bySymbol: (symbol: string) => readonly Instrument[];
  readonly derivativesOf: (conid: number) => readonly Instrument[];
}

/** Every instrument of the practice market. Derivatives expire relative to `nowMs`. */
export function createCatalogue(_nowMs: number): Catalogue {
  const all = [...stocks, ...otherListings, ...currencies];
  const conids = new Map(all.map((instrument) => [instrument.conid, instrument]));
  const symbols = groupBy(all, (instrument) => instrument.symbol.toUpperCase());
  const derivatives = groupBy(all, (instrument) => instrument.underlyingConid ?? 0);
  return {
    all,
    byConid: (conid) => conids.get(conid),
    bySymbol: (symbol) => symbols.get(symbol.toUpperCase()) ?? [],
    derivativesOf: (conid) => derivatives.get(conid) ?? [],
  };
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
