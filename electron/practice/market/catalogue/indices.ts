import type { Instrument } from '../instrument';
import { makeStock } from './make';

const index = (
  conid: number,
  symbol: string,
  name: string,
  exchange: string,
  price: number,
  more: Parameters<typeof makeStock>[5],
): Instrument =>
  makeStock(conid, symbol, name, exchange, price, {
    secType: 'IND',
    type: '',
    validExchanges: exchange,
    industry: 'Indices',
    category: '*',
    tradingClass: symbol,
    dailyVolume: 0,
    tradable: false,
    ...more,
  });

const spy = 756733;
const qqq = 320227571;

/** Indices follow the funds that track them; the rows of futures products (`ES`, `CL` …) are what search finds. */
export const indices: readonly Instrument[] = [
  index(416904, 'SPX', 'S&P 500 Stock Index', 'CBOE', 6465, {
    model: { kind: 'multiple', of: spy, factor: 10.02 },
    hasOptions: true,
  }),
  index(416843, 'NDX', 'NASDAQ 100 Stock Index', 'NASDAQ', 23_480, {
    model: { kind: 'multiple', of: qqq, factor: 41.1 },
  }),
  index(13455763, 'VIX', 'CBOE Volatility Index', 'CBOE', 15.4, { volatility: 0.9, marketWeight: -0.75 }),
  index(825711, 'DAX', 'DAX 40 Index (Deutsche Aktien Xchange 40)', 'EUREX', 24_300, {
    currency: 'EUR',
    countryCode: 'DE',
    calendar: 'europe-equity',
    availability: 'D',
    model: { kind: 'path', volatility: 0.16, marketWeight: 0.8 },
  }),
  index(4356500, 'ESTX50', 'Dow Jones Euro STOXX50', 'EUREX', 5480, {
    currency: 'EUR',
    countryCode: 'DE',
    calendar: 'europe-equity',
    availability: 'D',
    model: { kind: 'path', volatility: 0.16, marketWeight: 0.8 },
  }),
  index(11004968, 'ES', 'E-mini S&P 500', 'CME', 6465, {
    model: { kind: 'multiple', of: spy, factor: 10.02 },
    calendar: 'futures',
  }),
  index(362673777, 'MES', 'Micro E-Mini S&P 500 Stock Price Index', 'CME', 6465, {
    model: { kind: 'multiple', of: spy, factor: 10.02 },
    calendar: 'futures',
  }),
  index(11004958, 'NQ', 'E-mini NASDAQ 100', 'CME', 23_480, {
    model: { kind: 'multiple', of: qqq, factor: 41.1 },
    calendar: 'futures',
  }),
  index(17340715, 'CL', 'Light Sweet Crude Oil', 'NYMEX', 63.8, {
    model: { kind: 'path', volatility: 0.34, marketWeight: 0.25 },
    calendar: 'futures',
    countryCode: '',
  }),
  index(17340718, 'GC', 'Gold', 'COMEX', 3450, {
    model: { kind: 'multiple', of: 51529211, factor: 10.87 },
    calendar: 'futures',
    countryCode: '',
  }),
];
