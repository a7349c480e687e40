import type { Instrument } from './instrument';
import { makeStock } from './catalogue/make';
import { stocks } from './catalogue/stocks';
import { otherListings } from './catalogue/other-listings';
import { currencies } from './catalogue/currencies';
import { futures } from './catalogue/futures';
import { indices } from './catalogue/indices';
import { options } from './catalogue/options';
import { otherKinds } from './catalogue/other-kinds';
import { warrants } from './catalogue/warrants';

export interface Catalogue {
  readonly all: readonly Instrument[];
  readonly byConid: (conid: number) => Instrument | undefined;
  readonly bySymbol: (symbol: string) => readonly Instrument[];
  readonly derivativesOf: (conid: number) => readonly Instrument[];
}

/** Every instrument of the practice market. Derivatives expire relative to `nowMs`, strikes lie around `priceOf`. */
export function createCatalogue(
  nowMs: number,
  fillers = 0,
  priceOf: (underlying: Instrument) => number = (underlying) => underlying.anchorPrice,
): Catalogue {
  const underlyings = [...stocks, ...otherListings, ...indices];
  const spotOf = (instrument: Instrument): number => {
    const { model } = instrument;
    const of = model.kind === 'multiple' ? underlyings.find(({ conid }) => conid === model.of) : undefined;
    return model.kind === 'multiple' && of !== undefined ? spotOf(of) * model.factor : priceOf(instrument);
  };
  const all = [
    ...underlyings,
    ...currencies,
    ...otherKinds,
    ...futures(nowMs, spotOf),
    ...options(underlyings, nowMs, spotOf),
    ...warrants(underlyings, nowMs, spotOf),
    ...fillerStocks(fillers),
  ];
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

/** Small companies that exist only to make a portfolio large. */
function fillerStocks(count: number): Instrument[] {
  return Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(5, '0');
    return makeStock(
      900_000_001 + i,
      `PX${number}`,
      `PRACTICE COMPANY ${number}`,
      'NYSE',
      5 + ((i * 37) % 200),
      {
        industry:
          ['Industrial', 'Financial', 'Energy', 'Basic Materials', 'Utilities'][i % 5] ?? 'Industrial',
        category: 'Miscellaneous',
      },
    );
  });
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
