import { abs, type Decimal, sign, subtract } from '../../../shared/domain/decimal';
import type { Position } from '../../../shared/domain/position';
import { percentOf } from '../../format/percent-of';

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
