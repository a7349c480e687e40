import { type Decimal, multiply, toDecimal } from '../../../shared/domain/decimal';
import type { FieldKind } from '../../../shared/domain/market-field';
import { textOf } from '../wire-record';

/**
 * One figure as IBKR decorates it: thousands commas, a percent sign, `C` or `H` before a price, `K`, `M`, `B` or `T`
 * behind a magnitude — GATEWAY_FACTS §8, GOTCHAS 43, read 2026-11. What is not understood is unknown, never zero.
 */
export function fieldValue(kind: FieldKind, value: unknown): string | null {
  const text = textOf(value);
  if (text === null || kind === 'text' || kind === 'date') return text?.slice(0, 200) ?? null;
  return kind === 'magnitude' || kind === 'size' ? magnitude(text) : plainNumber(text);
}

export const plainNumber = (value: unknown): Decimal | null =>
  toDecimal(
    textOf(value)
      ?.replace(/^[CH](?=[-\d.])/, '')
      .replace(/\s*%$/, ''),
  );

const scales: Readonly<Record<string, string>> = {
  K: '1000',
  M: '1000000',
  B: '1000000000',
  T: '1000000000000',
};

/** "1.2M" is 1200000. */
export function magnitude(value: unknown): Decimal | null {
  const text = textOf(value);
  const scaled = text === null ? null : /^([-+]?[\d.,]+)\s*([KMBT])$/i.exec(text);
  if (scaled === null) return plainNumber(text);
  const number = toDecimal(scaled[1]);
  return number === null ? null : multiply(number, scales[scaled[2]?.toUpperCase() ?? ''] as Decimal);
}
