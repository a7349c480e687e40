import type { CalendarName, Instrument } from '../instrument';

const cent = [{ lowerEdge: 0, increment: 0.01 }] as const;

/** A stock or fund on an exchange; whatever is not said is that of a liquid US share. */
export function makeStock(
  conid: number,
  symbol: string,
  name: string,
  exchange: string,
  price: number,
  more: Partial<Instrument> & { readonly volatility?: number; readonly marketWeight?: number } = {},
): Instrument {
  const { volatility = 0.28, marketWeight = 0.6, ...rest } = more;
  // What shares have earned in the long run, dividends included; other kinds go nowhere.
  const drift = rest.secType === undefined ? 0.07 : 0;
  return {
    conid,
    symbol,
    localSymbol: symbol,
    name,
    secType: 'STK',
    type: 'COMMON',
    currency: 'USD',
    exchange,
    validExchanges: `SMART,AMEX,NYSE,CBOE,${exchange === 'NYSE' ? '' : 'ARCA,'}${exchange}`,
    countryCode: 'US',
    industry: 'Technology',
    category: 'Computers',
    tradingClass: exchange === 'NASDAQ' ? 'NMS' : symbol,
    multiplier: 1,
    magnifier: 1,
    increments: cent,
    sizeIncrement: 1,
    anchorPrice: price,
    model: { kind: 'path', volatility, marketWeight, drift },
    dailyVolume: Math.round(3_000_000_000 / price),
    spreadTicks: 1,
    availability: 'R',
    calendar: 'us-equity' satisfies CalendarName,
    hasOptions: false,
    tradable: true,
    ...rest,
  };
}
