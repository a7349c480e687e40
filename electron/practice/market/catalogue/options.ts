import type { Instrument } from '../instrument';
import { longDate, monthlyExpiries, weeklyExpiries, type Expiry } from './expiries';
import { derivativeConid } from './futures';
import { makeStock } from './make';

const exchanges =
  'SMART,AMEX,CBOE,PHLX,PSE,ISE,BOX,BATS,NASDAQOM,CBOE2,NASDAQBX,MIAX,GEMINI,EDGX,MERCURY,PEARL,EMERALD,MEMX,IBUSOPT';

/** Chains on every underlying that has them: two weekly and four monthly expiries, strikes 35 % around the anchor. */
export function options(underlyings: readonly Instrument[], nowMs: number): Instrument[] {
  const expiries = [...weeklyExpiries(nowMs, 2), ...monthlyExpiries(nowMs, 4)];
  return underlyings
    .filter((underlying) => underlying.hasOptions)
    .flatMap((underlying) =>
      expiries.flatMap((expiry) =>
        strikesOf(underlying).flatMap((strike) => pair(underlying, expiry, strike)),
      ),
    );
}

function strikesOf(underlying: Instrument): number[] {
  const price = underlying.anchorPrice;
  const step = price > 2000 ? 100 : price > 400 ? 10 : price > 100 ? 5 : 2.5;
  const lowest = Math.ceil((price * 0.65) / step);
  const highest = Math.floor((price * 1.35) / step);
  return Array.from({ length: highest - lowest + 1 }, (_, i) => (lowest + i) * step);
}

const pair = (underlying: Instrument, expiry: Expiry, strike: number): Instrument[] =>
  (['C', 'P'] as const).map((right) => option(underlying, expiry, strike, right));

function option(underlying: Instrument, expiry: Expiry, strike: number, right: 'C' | 'P'): Instrument {
  // A gentle smile: the wings cost more.
  const wing = Math.abs(strike / underlying.anchorPrice - 1);
  const volatility = volatilityOf(underlying) * (1 + wing * 0.6);
  return makeStock(
    derivativeConid(`OPT ${underlying.symbol} ${expiry.date} ${strike} ${right}`),
    underlying.symbol,
    underlying.name,
    'CBOE',
    1,
    {
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
      dailyVolume: 2000,
      spreadTicks: 2,
      expiry: expiry.date,
      strike,
      right,
      underlyingConid: underlying.conid,
    },
  );
}

const volatilityOf = (underlying: Instrument): number =>
  underlying.model.kind === 'path' ? underlying.model.volatility : 0.17;
