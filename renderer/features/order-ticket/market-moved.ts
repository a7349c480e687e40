import { compare, type Decimal, toDecimal } from '../../../shared/domain/decimal';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import { aggressivePercent } from '../../../shared/domain/order-rules';
import type { Quote } from '../../../shared/domain/quote';
import { numberText } from '../../format/number-text';

/**
 * Whether the market has left what was reviewed: it moved against the human by more than the profile's price guard
 * since the preview, or a limit that was inside the guard no longer is. `null` while the review still holds.
 */
export function marketMoved(preview: OrderPreview, now: Quote | null, guardPercent: number): string | null {
  const { side, limitPrice } = preview.draft;
  const guard = toDecimal(guardPercent);
  const before = sideOf(preview.quote, side);
  const current = sideOf(now, side);
  if (guard === null || before === null || current === null) return null;
  const beyond = (percent: Decimal | null): boolean => percent !== null && compare(percent, guard) > 0;
  const limitWas = limitPrice === null ? null : aggressivePercent(side, limitPrice, before);
  const limitIs = limitPrice === null ? null : aggressivePercent(side, limitPrice, current);
  if (beyond(limitIs) && !beyond(limitWas))
    return `The limit is now ${numberText(limitIs, 1)} % beyond the market.`;
  const against = aggressivePercent(side, current, before);
  return limitPrice === null && beyond(against)
    ? `The market moved ${numberText(against, 1)} % against this order since the review.`
    : null;
}

const sideOf = (quote: Quote | null, side: 'BUY' | 'SELL'): Decimal | null =>
  (side === 'BUY' ? quote?.ask : quote?.bid) ?? null;
