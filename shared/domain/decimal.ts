import Big from 'big.js';

declare const decimalBrand: unique symbol;
/** An exact decimal number as text (`-?\d+(\.\d+)?`). Money, prices and quantities are never binary floats. */
export type Decimal = string & { readonly [decimalBrand]: true };

const pattern = /^-?\d+(\.\d+)?$/;

export const isDecimal = (text: string): text is Decimal => pattern.test(text);

/**
 * Reads what IBKR sends where a number is meant: JSON numbers, plain text, thousands commas, exponents.
 * Anything else — empty text, `null`, words, NaN — is unknown and becomes `null`, never zero.
 */
export function toDecimal(value: unknown): Decimal | null {
  if (typeof value === 'number') return Number.isFinite(value) ? (new Big(value).toFixed() as Decimal) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim().replaceAll(',', '');
  if (isDecimal(text)) return text;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text)
    ? (new Big(text.replace(/^\+/, '')).toFixed() as Decimal)
    : null;
}

/** For literals in code: throws when the text is no decimal. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new Error(`Not a decimal: ${text}`);
  return text;
}

// big.js keeps a sign on zero (`0.00 − 0.00` is "-0"): a user must never read −0.00.
const unsignedZero = (text: string): Decimal => (/^-[0.]+$/.test(text) ? text.slice(1) : text) as Decimal;

const of = (big: Big): Decimal => unsignedZero(big.toFixed());

export const add = (a: Decimal, b: Decimal): Decimal => of(new Big(a).plus(b));
export const subtract = (a: Decimal, b: Decimal): Decimal => of(new Big(a).minus(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => of(new Big(a).times(b));
export const negate = (a: Decimal): Decimal => of(new Big(a).neg());
export const abs = (a: Decimal): Decimal => of(new Big(a).abs());
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b);
export const sign = (a: Decimal): -1 | 0 | 1 => compare(a, '0' as Decimal);

/** `a ÷ b` to `places` decimals, half away from zero; `null` when b is zero (a ratio to nothing is unknown). */
export function divide(a: Decimal, b: Decimal, places = 10): Decimal | null {
  return sign(b) === 0 ? null : of(new Big(a).div(b).round(places, Big.roundHalfUp));
}

/** Fixed places, half away from zero: the one rounding for display and for money. */
export const toFixed = (a: Decimal, places: number): Decimal =>
  unsignedZero(new Big(a).toFixed(places, Big.roundHalfUp));

/** A sum with an unknown part is unknown. */
export function sum(parts: ReadonlyArray<Decimal | null>): Decimal | null {
  let total = new Big(0);
  for (const part of parts) {
    if (part === null) return null;
    total = total.plus(part);
  }
  return of(total);
}

/** Only for pixels and chart geometry; never for anything shown as money. */
export const toChartNumber = (a: Decimal): number => Number(a);

/** The greatest multiple of `step` not above `a` (`down`), or the least not below it (`up`). */
export function toMultiple(a: Decimal, step: Decimal, direction: 'down' | 'up'): Decimal {
  const below = new Big(a).div(step).round(0, Big.roundDown).times(step);
  const floor = below.gt(a) ? below.minus(step) : below;
  return of(direction === 'down' || floor.eq(a) ? floor : floor.plus(step));
}
