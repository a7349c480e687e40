import type { Decimal } from '../../shared/domain/decimal';
import { isDecimal } from '../../shared/domain/decimal';
import type { FieldKind } from '../../shared/domain/market-field';
import type { Quote } from '../../shared/domain/quote';
import {
  compactText,
  numberText,
  priceText,
  quantityText,
  shareText,
  signedText,
  unknownText,
} from './number-text';

const core: Readonly<Record<string, (quote: Quote) => string | null>> = {
  last: ({ last }) => last,
  change: ({ change }) => change,
  changePercent: ({ changePercent }) => changePercent,
  bid: ({ bid }) => bid,
  bidSize: ({ bidSize }) => bidSize,
  ask: ({ ask }) => ask,
  askSize: ({ askSize }) => askSize,
  open: ({ open }) => open,
  high: ({ high }) => high,
  low: ({ low }) => low,
  previousClose: ({ previousClose }) => previousClose,
  volume: ({ volume }) => volume,
};

/** A figure of a quote by its id in `market-field.ts`; `null` where it is not known. */
export const quoteValue = (quote: Quote | null, id: string): string | null =>
  quote === null ? null : (core[id]?.(quote) ?? quote.more[id] ?? null);

/** How a figure of that kind is written. Unknown is a dash, never zero. */
export function fieldText(kind: FieldKind, value: string | null): string {
  if (value === null) return unknownText;
  if (kind === 'date') return dateText(value);
  if (kind === 'text' || !isDecimal(value)) return value;
  return written[kind](value);
}

const ownDigits = (value: Decimal): number => Math.min((value.split('.')[1] ?? '').length, 6);
const written: Readonly<Record<Exclude<FieldKind, 'text' | 'date'>, (value: Decimal) => string>> = {
  price: (value) => priceText(value, null),
  change: (value) => signedText(value, Math.max(ownDigits(value), 2)),
  size: quantityText,
  magnitude: compactText,
  percent: (value) => shareText(value, 2),
  percentChange: (value) => `${signedText(value, 2)}%`,
  number: (value) => numberText(value, Math.max(ownDigits(value), 2)),
  money: (value) => numberText(value, 2),
};

/** "20261218" is a day; what is written otherwise stays as IBKR wrote it. */
function dateText(value: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? [];
  return year === undefined ? value : `${year}-${month ?? ''}-${day ?? ''}`;
}
