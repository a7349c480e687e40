import type { Instrument } from '../instrument';
import { makeStock } from './make';

const pair = (
  conid: number,
  base: string,
  quote: string,
  rate: number,
  increment: number,
  volatility: number,
): Instrument =>
  makeStock(conid, base, `${base}.${quote}`, 'IDEALPRO', rate, {
    localSymbol: `${base}.${quote}`,
    secType: 'CASH',
    type: '',
    currency: quote,
    validExchanges: 'IDEALPRO',
    countryCode: '',
    industry: '',
    category: '',
    tradingClass: `${base}.${quote}`,
    increments: [{ lowerEdge: 0, increment }],
    dailyVolume: 80_000_000,
    spreadTicks: 2,
    calendar: 'forex',
    volatility,
    marketWeight: 0.1,
  });

/** Crosses follow the dollar pairs, so that no free money can be made going round the triangle. */
const cross = (
  conid: number,
  base: string,
  quote: string,
  increment: number,
  of: number,
  by: number,
  divide: boolean,
): Instrument => ({
  ...pair(conid, base, quote, 1, increment, 0),
  model: { kind: 'cross', of, by, divide },
});

/** Forex pairs with IBKR's conids; the rates of the practice bank between currencies are derived from these. */
export const currencies: readonly Instrument[] = [
  pair(12087792, 'EUR', 'USD', 1.1672, 0.00005, 0.075),
  pair(12087797, 'GBP', 'USD', 1.3514, 0.00005, 0.08),
  pair(14433401, 'AUD', 'USD', 0.6538, 0.00005, 0.095),
  pair(39453441, 'NZD', 'USD', 0.5891, 0.00005, 0.1),
  pair(15016059, 'USD', 'JPY', 147.12, 0.005, 0.095),
  pair(12087820, 'USD', 'CHF', 0.8012, 0.00005, 0.07),
  pair(15016062, 'USD', 'CAD', 1.3742, 0.00005, 0.06),
  pair(12345770, 'USD', 'HKD', 7.7952, 0.00005, 0.005),
  pair(37928772, 'USD', 'SEK', 9.4612, 0.0001, 0.1),
  pair(35045199, 'USD', 'MXN', 18.642, 0.0001, 0.12),
  cross(12087807, 'EUR', 'GBP', 0.00005, 12087792, 12087797, true),
  cross(12087817, 'EUR', 'CHF', 0.00005, 12087792, 12087820, false),
  cross(14321016, 'EUR', 'JPY', 0.005, 12087792, 15016059, false),
];
