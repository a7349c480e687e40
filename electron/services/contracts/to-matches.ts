import { conidSchema } from '../../../shared/domain/ids';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/**
 * Hits of /iserver/secdef/search, completed by /trsrv/secdef: the search names no currency, and two listings of
 * one ticker differ in nothing else. A hit that lists bond issuers is no contract, although it has a number for one.
 */
export function toMatches(
  hits: ReadonlyArray<WireRecord>,
  definitions: ReadonlyArray<WireRecord>,
): InstrumentMatch[] {
  const byConid = new Map(definitions.map((definition) => [Number(definition['conid']), definition]));
  return hits.flatMap((hit) => {
    const conid = conidSchema.safeParse(Number(hit['conid']));
    if (!conid.success || conid.data === noContract) return [];
    const definition = byConid.get(conid.data) ?? {};
    return [
      {
        conid: conid.data,
        symbol: textOf(hit['symbol']) ?? textOf(definition['ticker']) ?? '',
        name: textOf(hit['companyName']) ?? textOf(definition['name']) ?? textOf(hit['companyHeader']) ?? '',
        exchange: textOf(definition['listingExchange']) ?? textOf(hit['description']),
        currency: textOf(definition['currency']),
        assetClass: textOf(definition['assetClass']) ?? textOf(hit['secType']) ?? sectionTypes(hit)[0] ?? '',
        derivatives: derivativesOf(hit),
      },
    ];
  });
}

// The largest 32-bit number stands where IBKR has no contract — OpenAPI 2.28, read 2026-11.
const noContract = 2_147_483_647;

/** A definition alone: what is known of a contract found by its id. */
export function matchOf(definition: WireRecord): InstrumentMatch | null {
  const conid = conidSchema.safeParse(Number(definition['conid']));
  if (!conid.success) return null;
  return {
    conid: conid.data,
    symbol: symbolOf(definition) ?? String(conid.data),
    name: contractName(definition),
    exchange: textOf(definition['listingExchange']),
    currency: textOf(definition['currency']),
    assetClass: textOf(definition['assetClass']) ?? '',
    derivatives: [],
  };
}

/** A pair's ticker is its base currency alone. */
const symbolOf = (definition: WireRecord): string | null => {
  const [ticker, whole] = [textOf(definition['ticker']), textOf(definition['fullName'])];
  return definition['assetClass'] === 'CASH' ? (whole ?? ticker) : (ticker ?? whole);
};

/** Futures and options of one symbol differ only in what stands here. */
function contractName(definition: WireRecord): string {
  const name = textOf(definition['name']) ?? '';
  const [expiry, strike, right] = ['expiry', 'strike', 'putOrCall'].map((key) => textOf(definition[key]));
  const dated = [expiry, strike === '0' ? null : strike, right].filter((part) => part != null).join(' ');
  return [name, dated].filter((part) => part !== '').join(' · ');
}

const sectionTypes = (hit: WireRecord): string[] =>
  recordsOf(hit['sections']).flatMap((section) => textOf(section['secType']) ?? []);

/** `sections` of a hit: lists joined with semicolons, one sometimes at the end. The first is the hit itself. */
const derivativesOf = (hit: WireRecord): InstrumentMatch['derivatives'] =>
  recordsOf(hit['sections']).flatMap((section) => {
    const assetClass = textOf(section['secType']);
    if (assetClass === null || !derivativeKinds.has(assetClass)) return [];
    return [{ assetClass, months: parts(section['months']), exchanges: parts(section['exchange']) }];
  });

const derivativeKinds: ReadonlySet<string> = new Set(['OPT', 'FUT', 'FOP', 'WAR', 'CFD', 'IOPT']);
const parts = (value: unknown): string[] => (textOf(value) ?? '').split(';').filter((part) => part !== '');

/** Other contracts that a hit names by id: its CFD. */
export const sectionConids = (hits: ReadonlyArray<WireRecord>, secType: string): number[] =>
  hits.flatMap((hit) =>
    recordsOf(hit['sections'])
      .filter((section) => section['secType'] === secType)
      .map((section) => Number(section['conid']))
      .filter((conid) => Number.isSafeInteger(conid) && conid > 0),
  );
