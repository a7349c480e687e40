import { compare, divide, multiply, toFixed, type Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEffect, OrderWarning } from '../../../shared/domain/order-preview';
import { notionalOf } from '../../../shared/domain/order-rules';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import type { AccountWorth } from './ports';

interface Facts {
  readonly draft: Pick<OrderDraft, 'quantity'>;
  readonly symbol: string;
  readonly instrument: Pick<Instrument, 'assetClass' | 'strike' | 'multiplier' | 'priceMagnifier'>;
  readonly worth: AccountWorth | null;
  readonly effect: OrderEffect;
}

/**
 * An option's premium hides what it moves: contracts × multiplier × strike against the account. ORDER_ENTRY §7. A
 * future's value is its exposure already, and is held to the stricter limits of an order's value.
 */
export function exposureWarnings(
  { draft, symbol, instrument, worth, effect }: Facts,
  { exposureSoftPercentOfWorth: softLimit, exposureHardPercentOfWorth: hardLimit }: TradingLimits,
): OrderWarning[] {
  const { netLiquidation = null, rateToBase = null } = worth ?? {};
  // A warrant's strike is for many of it, and its ratio is not told.
  if (instrument.assetClass !== 'OPT' && instrument.assetClass !== 'FOP') return [];
  const moved = notionalOf(draft.quantity, instrument.strike ?? null, instrument);
  if (netLiquidation === null || rateToBase === null || moved === null) return [];
  if (effect === 'reduces' || effect === 'closes') return [];
  const share = divide(multiply(multiply(moved, rateToBase), '100' as Decimal), netLiquidation, 4);
  if (share === null || !exceeds(share, softLimit)) return [];
  // Where the position is not known it may be a close, and nothing may stop that for good.
  const stops = effect !== 'unknown' && exceeds(share, hardLimit);
  const severity = stops ? 'hard' : exceeds(share, 2 * softLimit) ? 'typed' : 'soft';
  const text = `${draft.quantity} ${symbol} move as much as ${toFixed(share, 1)} % of your net liquidation value (contracts × multiplier × strike).`;
  return [{ id: 'option-exposure', severity, text }];
}

const exceeds = (value: Decimal, limit: number) => compare(value, String(limit) as Decimal) > 0;
