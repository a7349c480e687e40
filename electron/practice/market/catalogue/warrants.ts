import type { Instrument } from '../instrument';
import { longDate, monthlyExpiries, type Expiry } from './expiries';
import { derivativeConid } from './futures';
import { makeStock } from './make';

/** Frankfurt and Stuttgart trade them in tenths of a cent. */
const ticks = [{ lowerEdge: 0, increment: 0.001 }];
const quarterly = [2, 5, 8, 11];
/** Ten warrants stand for one share. */
const perUnit = 0.1;
const issuer = 'SOCIETE GENERALE EFFEKTEN';

/** Covered warrants on German shares: two quarterly expiries, three strikes, calls and puts. They pay cash at the end. */
export function warrants(
  underlyings: readonly Instrument[],
  nowMs: number,
  priceOf: (underlying: Instrument) => number,
): Instrument[] {
  return underlyings
    .filter(({ exchange, symbol }) => exchange === 'IBIS' && (symbol === 'SAP' || symbol === 'SIE'))
    .flatMap((underlying) => {
      const spot = priceOf(underlying);
      return monthlyExpiries(nowMs, 2, quarterly).flatMap((expiry) =>
        [0.9, 1, 1.1].flatMap((share) =>
          (['C', 'P'] as const).map((right) =>
            warrant(underlying, expiry, Math.round((spot * share) / 5) * 5, right),
          ),
        ),
      );
    });
}

function warrant(underlying: Instrument, expiry: Expiry, strike: number, right: 'C' | 'P'): Instrument {
  const conid = derivativeConid(`WAR ${underlying.symbol} ${expiry.date} ${strike} ${right}`);
  const volatility = (underlying.model.kind === 'path' ? underlying.model.volatility : 0.25) * 1.08;
  return makeStock(conid, underlying.symbol, underlying.name, 'SWB', 1, {
    localSymbol: `${longDate(expiry.date)} ${strike} ${right === 'C' ? 'Call' : 'Put'} Warrant`,
    secType: 'WAR',
    type: '',
    currency: underlying.currency,
    countryCode: underlying.countryCode,
    validExchanges: 'SMART,SWB,FWB',
    industry: underlying.industry,
    category: underlying.category,
    tradingClass: `SG${String(conid % 10_000).padStart(4, '0')}`,
    calendar: underlying.calendar,
    increments: ticks,
    model: { kind: 'option', of: underlying.conid, strike, right, expiryMs: expiry.ms, volatility, perUnit },
    dailyVolume: 40_000,
    spreadTicks: 10,
    expiry: expiry.date,
    expiryMs: expiry.ms,
    strike,
    right,
    underlyingConid: underlying.conid,
    issuer,
  });
}
