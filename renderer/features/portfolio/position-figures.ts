import { abs, type Decimal, divide, multiply, sign, subtract } from '../../../shared/domain/decimal';
import type { Position } from '../../../shared/domain/position';

const hundred = '100' as Decimal;

/** `part` of `whole` in percent; unknown where either is, or where the whole is nothing. */
export function percentOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  if (part === null || whole === null) return null;
  const ratio = divide(part, whole);
  return ratio === null ? null : multiply(ratio, hundred);
}

/** Unrealised gain against what the position cost; a short's cost counts as its size. */
export function gainPercent({ unrealizedPnl, marketValue }: Position): Decimal | null {
  if (unrealizedPnl === null || marketValue === null) return null;
  return percentOf(unrealizedPnl, abs(subtract(marketValue, unrealizedPnl)));
}

/** The day's result against yesterday's net liquidation. */
export const dayPercent = (dayPnl: Decimal | null, netLiquidation: Decimal | null): Decimal | null =>
  dayPnl === null || netLiquidation === null ? null : percentOf(dayPnl, subtract(netLiquidation, dayPnl));

/** Closed positions of today stay in IBKR's list with quantity zero. */
export const isOpen = ({ quantity }: Position): boolean => sign(quantity) !== 0;
