import type { Instrument } from '../market/instrument';

/** Where a scanner looks: a node of `location_tree`. */
export interface Place {
  readonly type: string;
  readonly name: string;
  readonly has: (instrument: Instrument) => boolean;
  readonly within?: readonly Place[];
}

/** A kind of instrument with its places. */
export interface ScannedKind extends Place {
  readonly within: readonly Place[];
}

const isShare = ({ secType, type }: Instrument) => secType === 'STK' && type !== 'ETF';
const on = (type: string, name: string, ...exchanges: readonly string[]): Place => ({
  type,
  name,
  has: ({ exchange }) => exchanges.includes(exchange),
});

const us = (instrument: Instrument) => instrument.secType === 'STK' && instrument.countryCode === 'US';
const inCurrencies =
  (...names: readonly string[]) =>
  (instrument: Instrument) =>
    instrument.secType === 'STK' && names.includes(instrument.currency);
const future = (instrument: Instrument) => instrument.secType === 'FUT';
const index = (instrument: Instrument) => instrument.secType === 'IND';

/** Kinds and places the catalogue can answer for; conids of other venues are not in it. */
export const kinds: readonly ScannedKind[] = [
  {
    type: 'STK',
    name: 'US Stocks',
    has: us,
    within: [
      {
        type: 'STK.US.MAJOR',
        name: 'Listed/NASDAQ',
        has: us,
        within: [
          on('STK.NYSE', 'NYSE', 'NYSE'),
          on('STK.NASDAQ', 'NASDAQ', 'NASDAQ'),
          on('STK.AMEX', 'AMEX', 'AMEX'),
          on('STK.ARCA', 'ARCA', 'ARCA'),
        ],
      },
      { type: 'STK.US', name: 'All US', has: us },
      { type: 'STK.US.MINOR', name: 'OTC Markets', has: () => false },
    ],
  },
  {
    type: 'ETF.EQ.US',
    name: 'US Equity ETFs',
    has: (i) => us(i) && i.type === 'ETF',
    within: [
      { type: 'ETF.EQ.US.MAJOR', name: 'All US', has: (i) => us(i) && i.type === 'ETF' },
      on('ETF.EQ.ARCA', 'ARCA', 'ARCA'),
    ],
  },
  {
    type: 'STOCK.NA',
    name: 'America Non-US Stocks',
    has: (i) => isShare(i) && ['CAD', 'MXN'].includes(i.currency),
    within: [on('STK.NA.TSE', 'Canada', 'TSE', 'AEQLIT'), on('STK.NA.MEXI', 'Mexico', 'MEXI')],
  },
  {
    type: 'STOCK.EU',
    name: 'Europe Stocks',
    has: inCurrencies('EUR', 'GBP', 'CHF'),
    within: [
      { type: 'STK.EU', name: 'Europe', has: inCurrencies('EUR', 'GBP', 'CHF') },
      on('STK.EU.IBIS', 'Germany (XETRA)', 'IBIS', 'IBIS2'),
      on('STK.EU.SBF', 'France', 'SBF'),
      on('STK.EU.AEB', 'Netherlands', 'AEB'),
      on('STK.EU.LSE', 'United Kingdom', 'LSE'),
      on('STK.EU.EBS', 'Switzerland', 'EBS'),
    ],
  },
  {
    type: 'STOCK.HK',
    name: 'Asia Stocks',
    has: inCurrencies('HKD', 'JPY'),
    within: [
      { type: 'STK.HK', name: 'Asia', has: inCurrencies('HKD', 'JPY') },
      on('STK.HK.SEHK', 'Hong Kong', 'SEHK'),
      on('STK.HK.TSE_JPN', 'Japan', 'TSEJ'),
    ],
  },
  {
    type: 'FUT.US',
    name: 'US Futures',
    has: future,
    within: [
      { type: 'FUT.US', name: 'All US', has: future },
      on('FUT.CME', 'CME', 'CME'),
      on('FUT.NYMEX', 'NYMEX', 'NYMEX'),
      on('FUT.COMEX', 'COMEX', 'COMEX'),
    ],
  },
  {
    type: 'IND.US',
    name: 'US Indexes',
    has: (i) => index(i) && i.currency === 'USD',
    within: [{ type: 'IND.US', name: 'All US', has: (i) => index(i) && i.currency === 'USD' }],
  },
  {
    type: 'IND.EU',
    name: 'Europe Indexes',
    has: (i) => index(i) && i.currency === 'EUR',
    within: [{ type: 'IND.EU', name: 'All Europe', has: (i) => index(i) && i.currency === 'EUR' }],
  },
  {
    type: 'BOND',
    name: 'Corporate Bonds',
    has: (i) => i.secType === 'BOND' && i.type === 'CORP',
    within: [{ type: 'BOND.US', name: 'US', has: (i) => i.secType === 'BOND' && i.type === 'CORP' }],
  },
  {
    type: 'BOND.GOVT',
    name: 'US Government Bonds',
    has: (i) => i.secType === 'BOND' && i.type === 'GOVT',
    within: [{ type: 'BOND.GOVT.US', name: 'US', has: (i) => i.secType === 'BOND' && i.type === 'GOVT' }],
  },
  {
    type: 'CRYPTO',
    name: 'Cryptocurrencies',
    has: (i) => i.secType === 'CRYPTO',
    within: [{ type: 'CRYPTO.ZEROHASH', name: 'Zero Hash', has: (i) => i.secType === 'CRYPTO' }],
  },
  {
    type: 'FUND.US',
    name: 'US Mutual Funds',
    has: (i) => i.secType === 'FUND',
    within: [{ type: 'FUND.ALL', name: 'All', has: (i) => i.secType === 'FUND' }],
  },
];

const flatten = (places: readonly Place[]): Place[] =>
  places.flatMap((place) => [place, ...flatten(place.within ?? [])]);

const byType = new Map([...kinds, ...flatten(kinds.flatMap((kind) => kind.within))].map((p) => [p.type, p]));
/** The node of that name, or null. Names of venues alone do not say the kind: `scan` asks for both. */
export const placeNamed = (type: string): Place | null => byType.get(type) ?? null;
export const kindNamed = (type: string): ScannedKind | null =>
  kinds.find((kind) => kind.type === type) ?? null;
