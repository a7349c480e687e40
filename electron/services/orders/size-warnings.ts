import { compare, divide, multiply, toFixed, type Decimal } from '../../../shared/domain/decimal';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderWarning } from '../../../shared/domain/order-preview';
import type { TradingLimits } from '../../../shared/domain/trading-limits';

/** What an order's size is measured against; `null` where not known, and then not checked. */
export interface SizeFacts {
  /** Of the own orders in this contract that were filled. */
  readonly ownMedian: Decimal | null;
  /** Shares or contracts on an average day. */
  readonly averageVolume: Decimal | null;
}

interface Facts {
  readonly draft: OrderDraft;
  readonly symbol: string;
  readonly notional: Decimal | null;
  readonly sizes: SizeFacts;
}

/** A quantity out of all proportion: above the own cap, the own habit or what the market trades. ORDER_ENTRY §7. */
export const sizeWarnings = (facts: Facts, limits: TradingLimits): OrderWarning[] =>
  [aboveCap(facts, limits), aboveHabit(facts, limits), aboveVolume(facts, limits)].filter(
    (warning) => warning !== null,
  );

function aboveCap({ draft }: Facts, { quantityHard }: TradingLimits): OrderWarning | null {
  if (quantityHard === null || compare(draft.quantity, quantityHard) <= 0) return null;
  const text = `${draft.quantity} is above your cap of ${quantityHard} for one order.`;
  return { id: 'size-over-cap', severity: 'hard', text };
}

function aboveHabit({ draft, symbol, notional, sizes }: Facts, limits: TradingLimits): OrderWarning | null {
  const { ownMedian } = sizes;
  const times = ownMedian === null ? null : divide(draft.quantity, ownMedian, 6);
  if (ownMedian === null || times === null) return null;
  const text = `${draft.quantity} ${symbol} is ${toFixed(times, 1)} times your usual order of ${ownMedian}.`;
  if (exceeds(times, limits.sizeHardTimesMedian)) return { id: 'size-unusual', severity: 'hard', text };
  if (!exceeds(times, limits.sizeSoftTimesMedian)) return null;
  // The slip of typing money where units are meant. Source: ORDER_ENTRY §7, last but one line.
  const price = notional === null ? null : divide(notional, draft.quantity, 6);
  const units = price === null ? null : divide(draft.quantity, price, 0);
  const meant =
    units === null || compare(units, '1' as Decimal) < 0
      ? ''
      : ` Did you mean an amount of money? ${draft.quantity} would buy ${units}.`;
  return { id: 'size-unusual', severity: 'soft', text: text + meant };
}

/** From here a tick is not enough. Source: ORDER_ENTRY §5.2, tier 3. */
const heavyPercentOfVolume = 5;

function aboveVolume({ draft, symbol, sizes }: Facts, limits: TradingLimits): OrderWarning | null {
  const { averageVolume } = sizes;
  const percent =
    averageVolume === null ? null : divide(multiply(draft.quantity, '100' as Decimal), averageVolume, 4);
  if (averageVolume === null || percent === null) return null;
  const severity = exceeds(percent, limits.sizeHardPercentOfVolume)
    ? 'hard'
    : exceeds(percent, limits.sizeSoftPercentOfVolume)
      ? exceeds(percent, heavyPercentOfVolume)
        ? 'typed'
        : 'soft'
      : null;
  const text = `${draft.quantity} ${symbol} is ${toFixed(percent, 1)} % of what is traded on an average day (${averageVolume}).`;
  return severity === null ? null : { id: 'size-of-volume', severity, text };
}

const exceeds = (value: Decimal, limit: number) => compare(value, String(limit) as Decimal) > 0;
