import type { ComboLeg, Instrument } from './instrument';
import type { Quote } from './quote';
import { roundToTick } from './ticks';

/** A combination is quoted as its legs are: buying it takes the offers of some and the bids of others. */
export function comboQuote(
  instrument: Instrument,
  legs: readonly ComboLeg[],
  atMs: number,
  quote: (leg: Instrument, atMs: number) => Quote,
): Quote {
  const quotes = new Map(legs.map((leg) => [leg.instrument.conid, quote(leg.instrument, atMs)]));
  const of = (leg: Instrument) => quotes.get(leg.conid) ?? quote(leg, atMs);
  const net = (pick: (one: Quote, sold: boolean) => number) =>
    Number(netOfLegs(instrument, legs, (leg, ratio) => pick(of(leg), ratio < 0)).toFixed(6));
  const size = (pick: (one: Quote, sold: boolean) => number) =>
    Math.max(
      1,
      Math.min(
        ...legs.map((leg) => Math.floor(pick(of(leg.instrument), leg.ratio < 0) / Math.abs(leg.ratio))),
      ),
    );
  const [first] = [...quotes.values()];
  return {
    last: roundToTick(
      instrument,
      net((one) => one.last),
    ),
    bid: net((one, sold) => (sold ? one.ask : one.bid)),
    ask: net((one, sold) => (sold ? one.bid : one.ask)),
    bidSize: size((one, sold) => (sold ? one.askSize : one.bidSize)),
    askSize: size((one, sold) => (sold ? one.bidSize : one.askSize)),
    lastSize: 1,
    state: first?.state ?? 'closed',
    halted: [...quotes.values()].some((one) => one.halted),
    atMs,
  };
}

/** Net price of a combination per unit of its own multiplier. */
export const netOfLegs = (
  instrument: Instrument,
  legs: readonly ComboLeg[],
  priceOf: (leg: Instrument, ratio: number) => number,
): number =>
  legs.reduce(
    (total, { instrument: leg, ratio }) =>
      total + (priceOf(leg, ratio) * ratio * leg.multiplier) / instrument.multiplier,
    0,
  );
