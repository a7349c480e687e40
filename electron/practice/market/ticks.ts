import type { Instrument, PriceIncrement } from './instrument';

/** The increment rule with the greatest lower edge not above the price. */
export function incrementAt(increments: readonly PriceIncrement[], price: number): number {
  let increment = increments[0]?.increment ?? 0.01;
  for (const rule of increments) if (Math.abs(price) + 1e-9 >= rule.lowerEdge) increment = rule.increment;
  return increment;
}

/** Decimal places a multiple of the increment needs: 0.01 → 2, 0.00005 → 5, 0.25 → 2, 1 → 0. */
export function decimalsOf(increment: number): number {
  const remembered = decimals.get(increment);
  if (remembered !== undefined) return remembered;
  const text = increment.toFixed(10).replace(/0+$/, '');
  const count = text.length - text.indexOf('.') - 1;
  decimals.set(increment, count);
  return count;
}
/** There are a dozen increments, and every price of every quote asks for its own. */
const decimals = new Map<number, number>();

/** Nearest multiple of the increment in force, free of binary residue. */
export function roundToTick(instrument: Instrument, price: number): number {
  const increment = incrementAt(instrument.increments, price);
  const rounded = Math.round(price / increment) * increment;
  const positive = rounded <= 0 && price >= 0 ? increment : rounded;
  return Number(positive.toFixed(decimalsOf(increment)));
}

/** Price as IBKR shows it: fixed to the decimals of the finest increment at that price. */
export const priceText = (instrument: Instrument, price: number): string =>
  price.toFixed(Math.max(displayDecimals(instrument), decimalsOf(incrementAt(instrument.increments, price))));

/** IBKR pads stock prices to two decimals, forex to the pip decimals. */
export const displayDecimals = (instrument: Instrument): number =>
  instrument.secType === 'CASH'
    ? decimalsOf(instrument.increments[0]?.increment ?? 0.0001)
    : Math.min(2, decimalsOf(instrument.increments[0]?.increment ?? 0.01));
