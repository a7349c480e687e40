import type { IntentId } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import { newClientOrderId } from './client-order-id';
import type { Inspection } from './inspect-order';
import type { OrderContext } from './order-context';
import type { FrozenOrder } from './preview-store';
import { asGroup, hashOfOrder, toAttachedWire, toWireOrder, type WireOrder } from './wire-order';

/** The reviewed order as it will go out, with its client order ids, and the hash that holds it together. */
export function freezeOrder(
  { session }: OrderContext,
  reviewed: {
    readonly preview: OrderPreview;
    readonly intentId: IntentId;
    readonly before: OrderDraft | null;
    readonly changing: Order | null;
    /** The order itself first, then the others of its group. */
    readonly all: ReadonlyArray<Inspection>;
    readonly limits: TradingLimits;
  },
): FrozenOrder {
  const { preview, intentId, before, changing, all, limits } = reviewed;
  const { draft, modifies, quote, notional, currency } = preview;
  const cOID = modifies === null ? newClientOrderId() : (changing?.orderRef ?? null);
  const assetClass = all[0]?.instrument.assetClass ?? '';
  const single = toWireOrder(draft, modifies === null ? cOID : null, assetClass);
  const exits = modifies === null && cOID !== null ? toAttachedWire(draft, cOID, assetClass) : [];
  const others = all
    .slice(1)
    .map((other) => toWireOrder(other.draft, newClientOrderId(), other.instrument.assetClass));
  const [body = single, ...group]: ReadonlyArray<WireOrder> =
    others.length === 0 ? [single] : asGroup([single, ...others]);
  const attached = [...exits, ...group];
  return {
    ...{ preview, intentId, username: session.username(), body, attached, cOID, before, limits },
    hash: hashOfOrder(body, modifies, attached),
    facts: {
      ...{ draft, notional, currency, priceUnit: preview.priceUnit ?? null },
      bid: quote?.bid ?? null,
      ask: quote?.ask ?? null,
      last: quote?.last ?? null,
      onlyCloses: all.every(({ holding }) => holding.effect === 'closes' || holding.effect === 'reduces'),
    },
  };
}
