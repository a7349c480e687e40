import type { Instrument } from '../instrument';
import { activity, impliedVolatility, type Chain, type ChainPlace } from './chain';
import { longDate, monthlyExpiries, weeklyExpiries } from './expiries';
import { derivativeConid } from './futures';
import { makeStock } from './make';

const exchanges =
  'SMART,AMEX,CBOE,PHLX,PSE,ISE,BOX,BATS,NASDAQOM,CBOE2,NASDAQBX,MIAX,GEMINI,EDGX,MERCURY,PEARL,EMERALD,MEMX,IBUSOPT';

/** Chains on every underlying that has them: two weekly and four monthly expiries, strikes 35 % around the price at the start. */
export function options(
  underlyings: readonly Instrument[],
  nowMs: number,
  priceOf: (underlying: Instrument) => number,
): Instrument[] {
  const weekly = weeklyExpiries(nowMs, 2);
  const expiries = [...weekly, ...monthlyExpiries(nowMs, 4)];
  return underlyings
    .filter((underlying) => underlying.hasOptions)
    .flatMap((underlying) => {
      const chain = chainOf(underlying, nowMs, priceOf(underlying));
      return expiries.flatMap((expiry) =>
        strikesOf(chain).flatMap((strike) =>
          (['C', 'P'] as const).map((right) =>
            option(underlying, chain, { strike, right, expiry, weekly: weekly.includes(expiry) }),
          ),
        ),
      );
    });
}

function chainOf(underlying: Instrument, nowMs: number, spot: number): Chain {
  const { model } = underlying;
  return {
    nowMs,
    spot,
    volatility: model.kind === 'path' ? model.volatility : 0.17,
    step: spot > 2000 ? 100 : spot > 400 ? 10 : spot > 100 ? 5 : 2.5,
    busiest: Math.max(400, underlying.dailyVolume / 700),
  };
}

function strikesOf({ spot, step }: Chain): number[] {
  const lowest = Math.ceil((spot * 0.65) / step);
  const highest = Math.floor((spot * 1.35) / step);
  return Array.from({ length: highest - lowest + 1 }, (_, i) => (lowest + i) * step);
}

function option(underlying: Instrument, chain: Chain, at: Omit<ChainPlace, 'conid'>): Instrument {
  const { strike, right, expiry } = at;
  const conid = derivativeConid(`OPT ${underlying.symbol} ${expiry.date} ${strike} ${right}`);
  const place = { ...at, conid };
  const volatility = impliedVolatility(chain, place);
  const { volume, openInterest } = activity(chain, place);
  return makeStock(conid, underlying.symbol, underlying.name, 'CBOE', 1, {
    localSymbol: `${longDate(expiry.date)} ${strike} ${right === 'C' ? 'Call' : 'Put'}`,
    secType: 'OPT',
    type: '',
    validExchanges: exchanges,
    industry: underlying.industry,
    category: underlying.category,
    tradingClass: underlying.symbol,
    multiplier: 100,
    increments: [
      { lowerEdge: 0, increment: 0.01 },
      { lowerEdge: 3, increment: 0.05 },
    ],
    model: { kind: 'option', of: underlying.conid, strike, right, expiryMs: expiry.ms, volatility },
    dailyVolume: volume,
    openInterest,
    spreadTicks: 2,
    expiry: expiry.date,
    expiryMs: expiry.ms,
    strike,
    right,
    underlyingConid: underlying.conid,
  });
}
