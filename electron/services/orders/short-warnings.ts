import { abs, compare, sign, type Decimal } from '../../../shared/domain/decimal';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEffect, OrderWarning } from '../../../shared/domain/order-preview';
import type { Quote } from '../../../shared/domain/quote';

interface Facts {
  readonly draft: Pick<OrderDraft, 'side' | 'quantity'>;
  readonly symbol: string;
  readonly quote: Pick<Quote, 'more'> | null;
  readonly effect: OrderEffect;
  /** The position once it is filled; `null` where not known. */
  readonly after: Decimal | null;
}

/**
 * What is sold short must be borrowed, and IBKR's snapshot says of stocks how much there is: 7636 the shares, 7644
 * how easily (above 2.5 easily, above 1.5 once located, else not). ORDER_ENTRY §7; TWS API, read 2026-11.
 */
export function shortWarnings({ draft, symbol, quote, effect, after }: Facts): OrderWarning[] {
  if (draft.side !== 'SELL' || quote === null) return [];
  if (effect !== 'opens' && effect !== 'adds' && effect !== 'flips') return [];
  const { shortability, shortableShares } = quote.more;
  const level = shortability === undefined ? Number.NaN : Number(shortability);
  const shares = shortableShares === undefined ? null : (shortableShares as Decimal);
  const short = effect === 'flips' ? flipped(draft.quantity, after) : draft.quantity;
  const text =
    level <= 1.5
      ? `IBKR shows no ${symbol} that can be borrowed: it will probably refuse to sell it short.`
      : shares !== null && compare(shares, short) < 0
        ? `IBKR shows ${shares} ${symbol} to borrow, and this sells ${short} short: it may refuse the order or fill it in part.`
        : level <= 2.5
          ? `${symbol} has to be located first to be sold short: IBKR may hold the order meanwhile.`
          : null;
  return text === null ? [] : [{ id: 'short-scarce', severity: 'soft', text }];
}

/** Beyond what is held; all of it where only working orders make it flip. */
const flipped = (quantity: Decimal, after: Decimal | null): Decimal =>
  after === null || sign(after) >= 0 || compare(abs(after), quantity) > 0 ? quantity : abs(after);
