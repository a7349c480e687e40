import type { Instrument } from '../instrument';
import { makeStock } from './make';

const bond = (
  conid: number,
  symbol: string,
  name: string,
  price: number,
  coupon: number,
  expiry: string,
): Instrument =>
  makeStock(conid, symbol, name, 'SMART', price, {
    localSymbol: `${symbol} ${coupon} ${expiry.slice(4, 6)}/${expiry.slice(6)}/${expiry.slice(2, 4)}`,
    secType: 'BOND',
    type: symbol === 'US-T' ? 'GOVT' : 'CORP',
    validExchanges: 'SMART',
    industry: symbol === 'US-T' ? 'Government' : 'Corporate bonds',
    category: 'Bonds',
    increments: [{ lowerEdge: 0, increment: 0.001 }],
    sizeIncrement: 1000,
    dailyVolume: 5_000_000,
    spreadTicks: 60,
    expiry,
    expiryMs: Date.UTC(
      Number(expiry.slice(0, 4)),
      Number(expiry.slice(4, 6)) - 1,
      Number(expiry.slice(6)),
      21,
    ),
    coupon,
    issuer: symbol,
    volatility: 0.05,
    marketWeight: -0.2,
  });

const crypto = (conid: number, symbol: string, name: string, price: number, volatility: number): Instrument =>
  makeStock(conid, symbol, name, 'ZEROHASH', price, {
    localSymbol: `${symbol}.USD`,
    secType: 'CRYPTO',
    type: '',
    validExchanges: 'ZEROHASH',
    countryCode: '',
    industry: 'Crypto',
    category: 'Crypto',
    increments: [{ lowerEdge: 0, increment: price > 10_000 ? 0.25 : 0.01 }],
    sizeIncrement: 0.00001,
    dailyVolume: 30_000,
    spreadTicks: 8,
    calendar: 'always',
    volatility,
    marketWeight: 0.35,
  });

const fund = (
  conid: number,
  symbol: string,
  name: string,
  of: number,
  price: number,
  factor: number,
): Instrument =>
  makeStock(conid, symbol, name, 'FUNDSERV', price, {
    secType: 'FUND',
    type: '',
    validExchanges: 'FUNDSERV',
    industry: 'Funds',
    category: 'Mutual Fund',
    sizeIncrement: 0.001,
    dailyVolume: 100_000,
    model: { kind: 'multiple', of, factor },
  });

const cfd = (
  conid: number,
  symbol: string,
  name: string,
  of: number,
  price: number,
  factor = 1,
): Instrument =>
  makeStock(conid, symbol, name, 'SMART', price, {
    secType: 'CFD',
    type: '',
    validExchanges: 'SMART',
    dailyVolume: 500_000,
    model: { kind: 'multiple', of, factor },
    underlyingConid: of,
  });

/** Bonds quoted in per cent of face value, crypto by the fraction, funds, contracts for difference. */
export const otherKinds: readonly Instrument[] = [
  bond(743216501, 'US-T', 'US Treasury Note 4.25% 11/15/2034', 100.4, 4.25, '20341115'),
  bond(743216502, 'US-T', 'US Treasury Bond 4.625% 02/15/2055', 96.8, 4.625, '20550215'),
  bond(743216503, 'AAPL', 'APPLE INC 2.4% 08/20/2050', 61.2, 2.4, '20500820'),
  crypto(479624278, 'BTC', 'Bitcoin cryptocurrency', 112_400, 0.45),
  crypto(495759171, 'ETH', 'Ethereum cryptocurrency', 4380, 0.6),
  fund(52196301, 'VFIAX', 'VANGUARD 500 INDEX FUND ADMIRAL SHARES', 756733, 596.4, 0.9244),
  fund(52196302, 'VBTLX', 'VANGUARD TOTAL BOND MKT INDEX ADMIRAL', 15547841, 9.7, 0.1112),
  cfd(120550477, 'AAPL', 'APPLE INC', 265598, 232.4),
  cfd(134770228, 'SPY', 'SPDR S&P 500 ETF TRUST', 756733, 645.2),
  cfd(111987407, 'IBUS500', 'US 500', 756733, 6465, 10.02),
];
