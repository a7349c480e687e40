import type { PracticeClock } from '../clock';
import type { Market } from '../market/market';
import { big, zero, type Big } from '../money';
import { bookCombo, bookFill, valueOf, type Account } from './account';
import { spread } from './allocation';
import { fillsOf } from './combo';
import { commissionOf } from './commission';
import type { Fill } from './matching';
import type { Order } from './order';
import type { Rates } from './rates';

/** What a fill does to the accounts it is for. */
export function createFillBooking(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly rates: Rates;
}) {
  const { market, clock, rates } = deps;
  /** Who gets how much of a fill: one account, or the accounts of an allocation up to their share of all that is filled. */
  const recipients = (order: Order, filled: Big, quantity: Big) => {
    const { allocation } = order;
    if (allocation === null || allocation === undefined) return [{ id: order.account, quantity }];
    const due = spread(allocation, filled, big(order.instrument.sizeIncrement));
    return [...due]
      .map(([id, share]) => ({ id, quantity: share.minus(order.allocated?.get(id)?.filled ?? zero) }))
      .filter((part) => part.quantity.gt(0));
  };

  /** Books a fill in one account, leg by leg; `before` is what this order has done there so far. */
  const bookParts = (
    order: Order,
    account: Account,
    fill: Fill,
    before: { readonly filled: Big; readonly commission: Big },
    average: Big,
  ) => {
    const filled = before.filled.plus(fill.quantity);
    const parts = fillsOf(market, order, fill).map((part) => {
      const value = valueOf(part.instrument, part.quantity, part.price);
      const whole = part.instrument === order.instrument;
      // The minimum is charged once per order; each leg of a combination is charged by the fill.
      const commission = whole
        ? commissionOf(part.instrument, filled, valueOf(part.instrument, filled, average)).minus(
            before.commission,
          )
        : commissionOf(part.instrument, part.quantity, value);
      bookFill(account, {
        ...part,
        commission,
        atMs: clock.now(),
        date: market.sessionDate(part.instrument),
        rate: rates.rate(part.instrument.currency),
      });
      return { ...part, commission, netAmount: value };
    });
    bookCombo(account, order.instrument, order.side, fill.quantity);
    return parts;
  };

  return { recipients, bookParts };
}
