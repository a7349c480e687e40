import { hashText } from '../../random';
import type { Instrument } from '../instrument';
import { activity, impliedVolatility, type Chain } from './chain';
import { longDate, monthCode, monthlyExpiries, type Expiry } from './expiries';
import { indices } from './indices';
import { makeStock } from './make';

interface Product {
  readonly underlying: number;
  readonly multiplier: number;
  readonly increment: number;
  readonly months?: readonly number[];
  readonly volume: number;
}

const quarterly = [2, 5, 8, 11];
const products: readonly Product[] = [
  { underlying: 11004968, multiplier: 50, increment: 0.25, months: quarterly, volume: 1_500_000 },
  { underlying: 362673777, multiplier: 5, increment: 0.25, months: quarterly, volume: 900_000 },
  { underlying: 11004958, multiplier: 20, increment: 0.25, months: quarterly, volume: 600_000 },
  { underlying: 17340715, multiplier: 1000, increment: 0.01, volume: 400_000 },
  { underlying: 17340718, multiplier: 100, increment: 0.1, months: [1, 3, 5, 7, 9, 11], volume: 200_000 },
];
const yearMs = 365 * 86_400_000;
/** Yearly carry between the index and its futures. */
const carry = 0.035;

const letters = 'FGHJKMNQUVXZ';
const localSymbol = (symbol: string, { date }: Expiry) =>
  `${symbol}${letters[Number(date.slice(4, 6)) - 1] ?? ''}${date.slice(3, 4)}`;

/** Conids of derivatives come from their name, so that the same contract keeps its id from day to day. */
export const derivativeConid = (name: string): number => 700_000_000 + (hashText(name) % 99_000_000);

/** Four expiries of each product, and option chains on the E-mini: each on the future that outlives it. */
export function futures(nowMs: number, priceOf: (underlying: Instrument) => number): Instrument[] {
  const contracts = products.flatMap((product) => {
    const root = indices.find((index) => index.conid === product.underlying);
    return root === undefined
      ? []
      : monthlyExpiries(nowMs, 4, product.months).map((expiry) => future(root, product, expiry, nowMs));
  });
  const es = contracts.filter((contract) => contract.underlyingConid === 11004968);
  return [
    ...contracts,
    ...monthlyExpiries(nowMs, 2).flatMap((expiry) => {
      const delivered = es.find(({ expiryMs = 0 }) => expiryMs >= expiry.ms);
      return delivered === undefined ? [] : futureOptions(delivered, expiry, nowMs, priceOf(delivered));
    }),
  ];
}

function future(root: Instrument, product: Product, expiry: Expiry, nowMs: number): Instrument {
  const local = localSymbol(root.symbol, expiry);
  return makeStock(
    derivativeConid(`FUT ${root.symbol} ${expiry.date}`),
    root.symbol,
    root.name,
    root.exchange,
    root.anchorPrice,
    {
      localSymbol: local,
      secType: 'FUT',
      type: '',
      validExchanges: root.exchange,
      industry: root.industry,
      category: root.category,
      tradingClass: root.symbol,
      multiplier: product.multiplier,
      increments: [{ lowerEdge: 0, increment: product.increment }],
      model: { kind: 'multiple', of: root.conid, factor: 1 + (carry * (expiry.ms - nowMs)) / yearMs },
      dailyVolume: Math.round(product.volume * nearness(expiry, nowMs)),
      calendar: 'futures',
      expiry: expiry.date,
      expiryMs: expiry.ms,
      openInterest: Math.round(product.volume * nearness(expiry, nowMs) * 1.8),
      underlyingConid: root.conid,
    },
  );
}

/** Most of the trading is in the next contract. */
const nearness = (expiry: Expiry, nowMs: number): number => Math.exp((-8 * (expiry.ms - nowMs)) / yearMs);

function futureOptions(front: Instrument, expiry: Expiry, nowMs: number, spot: number): Instrument[] {
  const chain: Chain = { nowMs, spot, volatility: 0.17, step: 50, busiest: 6000 };
  const middle = Math.round(spot / 50) * 50;
  return Array.from({ length: 41 }, (_, i) => middle + (i - 20) * 50).flatMap((strike) =>
    (['C', 'P'] as const).map((right) => {
      const conid = derivativeConid(`FOP ES ${expiry.date} ${strike} ${right}`);
      const place = { conid, strike, right, expiry, weekly: false };
      const { volume, openInterest } = activity(chain, place);
      const volatility = impliedVolatility(chain, place);
      return makeStock(conid, front.symbol, front.name, front.exchange, 1, {
        localSymbol: `${longDate(expiry.date)} ${strike} ${right === 'C' ? 'Call' : 'Put'}`,
        secType: 'FOP',
        type: '',
        validExchanges: front.exchange,
        industry: front.industry,
        category: front.category,
        tradingClass: monthCode(expiry.date).startsWith('DEC') ? 'ES' : 'EW3',
        multiplier: 50,
        increments: [
          { lowerEdge: 0, increment: 0.05 },
          { lowerEdge: 10, increment: 0.25 },
        ],
        model: { kind: 'option', of: front.conid, strike, right, expiryMs: expiry.ms, volatility },
        dailyVolume: volume,
        openInterest,
        spreadTicks: 2,
        calendar: 'futures',
        expiry: expiry.date,
        expiryMs: expiry.ms,
        strike,
        right,
        underlyingConid: 11004968,
      });
    }),
  );
}
