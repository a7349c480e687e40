import { type Decimal, divide, multiply } from '../../shared/domain/decimal';

const hundred = '100' as Decimal;

/** `part` of `whole` in percent; unknown where either is, or where the whole is nothing. */
export function percentOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  if (part === null || whole === null) return null;
  const ratio = divide(part, whole);
  return ratio === null ? null : multiply(ratio, hundred);
}
