import { compare, divide, multiply, negate, subtract, toFixed, type Decimal } from './decimal';
import type { Instrument } from './instrument';
import { otherSide } from './exit-rules';
import type { OrderDraft } from './order-draft';
import type { AttachedOrder } from './order-preview';
import { notionalOf } from './order-rules';
import { priceUnit } from './price-unit';

/** What the exits would bring against the entry; `reference` stands in for it where the entry has no price. */
export function attachedOrders(
  draft: OrderDraft,
  instrument: Pick<Instrument, 'currency' | 'multiplier' | 'priceMagnifier'>,
  reference: Decimal | null,
): ReadonlyArray<AttachedOrder> {
  const entry = draft.limitPrice ?? draft.stopPrice ?? reference;
  const exit = otherSide(draft.side);
  const unit = priceUnit(instrument);
  const said = (price: Decimal) => (unit === null ? price : `${price} ${unit}`);
  const life = (tif: 'DAY' | 'GTC', outsideRth: boolean) =>
    `${tif === 'DAY' ? 'for today' : 'until cancelled'}, ${outsideRth ? 'also outside regular hours' : 'regular hours only'}`;
  const result = (price: Decimal): Pick<AttachedOrder, 'price' | 'gain' | 'percent'> => {
    if (entry === null) return { price, gain: null, percent: null };
    const difference = draft.side === 'BUY' ? subtract(price, entry) : subtract(entry, price);
    const size = notionalOf(draft.quantity, difference, instrument);
    const gain = size === null ? null : toFixed(compare(difference, zero) < 0 ? negate(size) : size, 2);
    const share = divide(multiply(difference, hundred), entry, 1);
    return { price, gain, percent: share };
  };
  const { takeProfit = null, stopLoss = null } = draft;
  const attached: AttachedOrder[] = [];
  if (takeProfit !== null) {
    const { limitPrice, tif, outsideRth } = takeProfit;
    const better = exit === 'SELL' ? 'or higher' : 'or lower';
    attached.push({
      role: 'take-profit',
      sentence: `Take profit: ${exit} ${draft.quantity} at ${said(limitPrice)} ${better}, ${life(tif, outsideRth)}`,
      ...result(limitPrice),
    });
  }
  if (stopLoss !== null) {
    const { stopPrice, limitPrice, tif, outsideRth } = stopLoss;
    const how = limitPrice === null ? 'at market' : `at limit ${said(limitPrice)}`;
    const beyondStop = exit === 'SELL' ? 'at or below' : 'at or above';
    attached.push({
      role: 'stop-loss',
      sentence: `Stop: ${exit} ${draft.quantity} ${how} once it trades ${beyondStop} ${said(stopPrice)}, ${life(tif, outsideRth)}`,
      ...result(stopPrice),
    });
  }
  return attached;
}

const zero = '0' as Decimal;
const hundred = '100' as Decimal;
