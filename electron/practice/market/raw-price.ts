import type { Adjustments } from './adjustments';
import { blackScholes } from './black-scholes';
import { netOfLegs } from './combo-quote';
import type { ExDates } from './ex-dates';
import type { Instrument } from './instrument';
import type { PriceProcess } from './price-process';

/** Unrounded prices at an instant, for every kind of price model. */
export function createRawPrices(deps: {
  readonly process: PriceProcess;
  readonly adjustments: Adjustments;
  readonly exDates: ExDates;
  readonly find: (conid: number) => Instrument;
}) {
  const { process, adjustments, exDates, find } = deps;
  /** What an instrument follows in the end. */
  const rootOf = (instrument: Instrument): Instrument => {
    const { model } = instrument;
    return model.kind === 'multiple' || model.kind === 'option' || model.kind === 'cross'
      ? rootOf(find(model.of))
      : instrument;
  };

  /** The walk before tests or scenarios touched this very instrument. */
  const baseAt = (instrument: Instrument, ms: number): number => {
    const { model } = instrument;
    switch (model.kind) {
      case 'path':
        return process.at(instrument, ms) * exDates.factor(instrument, ms);
      case 'multiple':
        return rawAt(find(model.of), ms) * model.factor;
      case 'cross': {
        const [of, by] = [rawAt(find(model.of), ms), rawAt(find(model.by), ms)];
        return model.divide ? of / by : of * by;
      }
      case 'option':
        return (
          blackScholes(
            model.right,
            rawAt(find(model.of), ms),
            model.strike,
            model.volatility,
            model.expiryMs - ms,
          ).price * (model.perUnit ?? 1)
        );
      case 'combo':
        return netOfLegs(instrument, model.legs, (leg) => rawAt(leg, ms));
    }
  };
  const rawAt = (instrument: Instrument, ms: number): number => {
    const adjustment = adjustments.at(instrument.conid, ms);
    return adjustment.heldAt ?? baseAt(instrument, ms) * adjustment.factor;
  };

  return { rawAt, baseAt, rootOf };
}
