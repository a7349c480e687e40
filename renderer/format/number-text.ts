import { abs, type Decimal, divide, sign, toFixed } from '../../shared/domain/decimal';
import { textStyle } from './style';

/** What an unknown value looks like. Never 0, never blank. */
export const unknownText = '—';
const minus = '\u2212';

const grouped = (digits: string): string => {
  const { groupMark, pointMark } = textStyle();
  const [whole = '', fraction] = digits.split('.');
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, groupMark);
  return fraction === undefined ? text : `${text}${pointMark}${fraction}`;
};

/** "1,284,310.22", "−12.50". */
export function numberText(value: Decimal | null, places: number): string {
  if (value === null) return unknownText;
  const rounded = toFixed(value, places);
  return rounded.startsWith('-') ? minus + grouped(rounded.slice(1)) : grouped(rounded);
}

/** With its sign: "+3,204.10", "−12.50", and a bare zero. */
export function signedText(value: Decimal | null, places: number): string {
  if (value === null) return unknownText;
  const text = numberText(value, places);
  return sign(toFixed(value, places)) > 0 ? `+${text}` : text;
}

/** A change: "+0.42%". */
export const percentText = (value: Decimal | null, places = 2): string =>
  value === null ? unknownText : `${signedText(value, places)}%`;

/** A share of a whole: "12.4%", no sign. */
export const shareText = (value: Decimal | null, places = 1): string =>
  value === null ? unknownText : `${numberText(value, places)}%`;

/** Quantities keep their own digits without trailing zeros: "12,500", "0.0214". */
export function quantityText(value: Decimal | null): string {
  if (value === null) return unknownText;
  const own = (value.split('.')[1] ?? '').replace(/0+$/, '').length;
  return numberText(value, Math.min(own, 8));
}

/**
 * A price with the contract's own digits. Where they are not known yet the gateway's digits are kept, and at
 * least two, so that 190.5 never stands above 190.25.
 */
export function priceText(value: Decimal | null, digits: number | null): string {
  if (value === null) return unknownText;
  const own = (value.split('.')[1] ?? '').length;
  return numberText(value, digits ?? Math.min(Math.max(own, 2), 8));
}

const scales: ReadonlyArray<readonly [Decimal, string]> = [
  ['1000000000' as Decimal, 'B'],
  ['1000000' as Decimal, 'M'],
  ['10000' as Decimal, 'k'],
];

/** For tiles only, never for orders: "1.28 M", "412 k". */
export function compactText(value: Decimal | null): string {
  if (value === null) return unknownText;
  const size = Number(abs(value));
  for (const [scale, letter] of scales) {
    if (size < Number(scale)) continue;
    const unit = letter === 'k' ? '1000' : scale;
    const scaled = divide(value, unit as Decimal);
    return `${numberText(scaled, letter === 'k' ? 0 : 2)} ${letter}`;
  }
  return numberText(value, 2);
}
