import type { Instrument } from '../instrument';
import { makeStock } from './make';

/** Tick table of the MiFID venues, liquid band (ESMA RTS 11 annex), shortened. */
const euroTicks = [
  { lowerEdge: 0, increment: 0.001 },
  { lowerEdge: 10, increment: 0.005 },
  { lowerEdge: 20, increment: 0.01 },
  { lowerEdge: 100, increment: 0.05 },
  { lowerEdge: 500, increment: 0.2 },
] as const;
/** London quotes in pence. */
const penceTicks = [
  { lowerEdge: 0, increment: 0.02 },
  { lowerEdge: 100, increment: 0.1 },
  { lowerEdge: 500, increment: 0.5 },
  { lowerEdge: 2000, increment: 1 },
] as const;
const yenTicks = [
  { lowerEdge: 0, increment: 0.1 },
  { lowerEdge: 1000, increment: 0.5 },
  { lowerEdge: 3000, increment: 1 },
] as const;

const europe = { calendar: 'europe-equity', increments: euroTicks, dailyVolume: 2_400_000 } as const;
const xetra = {
  ...europe,
  currency: 'EUR',
  countryCode: 'DE',
  validExchanges: 'SMART,IBIS,FWB,SWB',
  tradingClass: 'XETRA',
} as const;
const paris = {
  ...europe,
  currency: 'EUR',
  countryCode: 'FR',
  validExchanges: 'SMART,SBF,CHIXEN,TRQXEN',
  tradingClass: 'P',
} as const;
const amsterdam = {
  ...europe,
  currency: 'EUR',
  countryCode: 'NL',
  validExchanges: 'SMART,AEB,CHIXEN,TRQXEN',
  tradingClass: 'A',
} as const;
const london = {
  calendar: 'europe-equity',
  currency: 'GBP',
  countryCode: 'GB',
  magnifier: 100,
  increments: penceTicks,
  validExchanges: 'SMART,LSE,CHIXUK,TRQXUK',
  tradingClass: 'SET1',
  dailyVolume: 9_000_000,
} as const;
const swiss = {
  ...europe,
  currency: 'CHF',
  countryCode: 'CH',
  validExchanges: 'SMART,EBS,CHIXCH',
  tradingClass: 'EBS',
} as const;
const tokyo = {
  calendar: 'asia-equity',
  currency: 'JPY',
  countryCode: 'JP',
  increments: yenTicks,
  sizeIncrement: 100,
  validExchanges: 'SMART,TSEJ,CHIXJ',
  tradingClass: 'TSEJ',
  dailyVolume: 12_000_000,
} as const;
const hongKong = {
  calendar: 'asia-equity',
  currency: 'HKD',
  countryCode: 'HK',
  increments: [
    { lowerEdge: 0, increment: 0.05 },
    { lowerEdge: 100, increment: 0.1 },
  ],
  sizeIncrement: 100,
  validExchanges: 'SEHK',
  tradingClass: 'SEHK',
  dailyVolume: 18_000_000,
} as const;

/** Europe, Asia and second listings of US names: the same ticker on several exchanges and in several currencies. */
export const otherListings: readonly Instrument[] = [
  makeStock(14204, 'SAP', 'SAP SE', 'IBIS', 234.5, { ...xetra, category: 'Software' }),
  makeStock(43645865, 'SAP', 'SAP SE-SPONSORED ADR', 'NYSE', 273.9, { type: 'ADR', category: 'Software' }),
  makeStock(14121, 'SIE', 'SIEMENS AG-REG', 'IBIS', 238.1, {
    ...xetra,
    industry: 'Industrial',
    category: 'Miscellaneous Manufactur',
  }),
  makeStock(14016, 'BMW', 'BAYERISCHE MOTOREN WERKE AG', 'IBIS', 89.62, {
    ...xetra,
    industry: 'Consumer, Cyclical',
    category: 'Auto Manufacturers',
  }),
  makeStock(14094, 'ALV', 'ALLIANZ SE-REG', 'IBIS', 361.4, {
    ...xetra,
    industry: 'Financial',
    category: 'Insurance',
    volatility: 0.2,
  }),
  makeStock(38708990, 'AAPL', 'APPLE INC', 'IBIS', 198.35, {
    ...xetra,
    localSymbol: 'APC',
    countryCode: 'DE',
    dailyVolume: 60_000,
    volatility: 0.26,
  }),
  makeStock(38708077, 'AAPL', 'APPLE INC', 'MEXI', 4330.0, {
    currency: 'MXN',
    countryCode: 'MX',
    validExchanges: 'MEXI',
    tradingClass: 'AAPL',
    dailyVolume: 12_000,
    availability: 'N',
  }),
  makeStock(532640894, 'AAPL', 'APPLE INC-CDR', 'AEQLIT', 33.45, {
    currency: 'CAD',
    countryCode: 'CA',
    validExchanges: 'SMART,AEQLIT',
    tradingClass: 'AAPL',
    dailyVolume: 220_000,
  }),
  makeStock(29612256, 'MC', 'LVMH MOET HENNESSY LOUIS VUI', 'SBF', 506.8, {
    ...paris,
    industry: 'Consumer, Cyclical',
    category: 'Apparel',
  }),
  makeStock(29612193, 'TTE', 'TOTALENERGIES SE', 'SBF', 53.72, {
    ...paris,
    industry: 'Energy',
    category: 'Oil&Gas',
    marketWeight: 0.35,
  }),
  makeStock(117589399, 'ASML', 'ASML HOLDING NV', 'AEB', 640.6, {
    ...amsterdam,
    category: 'Semiconductors',
    volatility: 0.36,
  }),
  makeStock(117902840, 'ASML', 'ASML HOLDING NV-NY REG SHS', 'NASDAQ', 748.5, {
    type: 'NY REG SHRS',
    category: 'Semiconductors',
    volatility: 0.36,
  }),
  makeStock(128831206, 'VWCE', 'VANG FTSE AW USDA', 'IBIS2', 134.62, {
    ...xetra,
    type: 'ETF',
    industry: 'Funds',
    category: 'Equity Fund',
    volatility: 0.15,
    marketWeight: 0.9,
  }),
  makeStock(138550125, 'VOD', 'VODAFONE GROUP PLC', 'LSE', 88.4, {
    ...london,
    industry: 'Communications',
    category: 'Telecommunications',
    volatility: 0.24,
    marketWeight: 0.35,
  }),
  makeStock(5111, 'AZN', 'ASTRAZENECA PLC', 'LSE', 11850, {
    ...london,
    industry: 'Consumer, Non-cyclical',
    category: 'Pharmaceuticals',
    dailyVolume: 2_000_000,
    volatility: 0.22,
  }),
  makeStock(5092, 'HSBA', 'HSBC HOLDINGS PLC', 'LSE', 951.6, {
    ...london,
    industry: 'Financial',
    category: 'Banks',
  }),
  makeStock(29612401, 'SHEL', 'SHELL PLC', 'LSE', 2731, {
    ...london,
    industry: 'Energy',
    category: 'Oil&Gas',
    marketWeight: 0.35,
  }),
  makeStock(38709473, 'BARC', 'BARCLAYS PLC', 'LSE', 365.4, {
    ...london,
    industry: 'Financial',
    category: 'Banks',
  }),
  makeStock(29613213, 'NESN', 'NESTLE SA-REG', 'EBS', 75.24, {
    ...swiss,
    industry: 'Consumer, Non-cyclical',
    category: 'Food',
    volatility: 0.16,
    marketWeight: 0.3,
  }),
  makeStock(14300, 'NOVN', 'NOVARTIS AG-REG', 'EBS', 101.58, {
    ...swiss,
    industry: 'Consumer, Non-cyclical',
    category: 'Pharmaceuticals',
    volatility: 0.18,
    marketWeight: 0.35,
  }),
  makeStock(29613208, 'ROG', 'ROCHE HOLDING AG-GENUSSCHEIN', 'EBS', 263.1, {
    ...swiss,
    industry: 'Consumer, Non-cyclical',
    category: 'Pharmaceuticals',
    volatility: 0.18,
    marketWeight: 0.35,
  }),
  makeStock(13905, '7203', 'TOYOTA MOTOR CORP', 'TSEJ', 2842, {
    ...tokyo,
    industry: 'Consumer, Cyclical',
    category: 'Auto Manufacturers',
  }),
  makeStock(13904, '6758', 'SONY GROUP CORP', 'TSEJ', 4123, {
    ...tokyo,
    industry: 'Consumer, Cyclical',
    category: 'Home Furnishings',
  }),
  makeStock(110786340, '700', 'TENCENT HOLDINGS LTD', 'SEHK', 594.5, {
    ...hongKong,
    industry: 'Communications',
    category: 'Internet',
    availability: 'D',
  }),
  makeStock(13898, '5', 'HSBC HOLDINGS PLC', 'SEHK', 100.3, {
    ...hongKong,
    industry: 'Financial',
    category: 'Banks',
    sizeIncrement: 400,
    availability: 'D',
  }),
];
