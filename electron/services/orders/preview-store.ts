import { randomBytes } from 'node:crypto';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import type { Clock } from '../../support/clock';
import type { QuestionFacts } from './known-questions';
import type { WireOrder } from './wire-order';

/** What the human reviewed, frozen: the only thing `submit` can send. */
export interface FrozenOrder {
  readonly preview: OrderPreview;
  readonly intentId: string;
  /** Who reviewed it; `null` when the gateway had not said yet. */
  readonly username: string | null;
  readonly body: WireOrder;
  /** The exits sent with it. */
  readonly attached: ReadonlyArray<WireOrder>;
  readonly cOID: string | null;
  /** The order as it stands at IBKR, for a change. */
  readonly before: OrderDraft | null;
  readonly hash: string;
  readonly facts: QuestionFacts;
  /** The user's own limits that it was checked against. */
  readonly limits: TradingLimits;
}

export interface PreviewStore {
  readonly newToken: () => string;
  /** A newer preview of the same intent voids the older one. */
  readonly keep: (frozen: FrozenOrder) => void;
  /** Hands it out once; `expired` when it was there but is too old. */
  readonly take: (token: string, intentId: string) => FrozenOrder | 'expired' | null;
}

/** How long a review may be acted on. Source: ORDER_ENTRY §4. */
export const previewLifeMs = (draft: OrderDraft): number => (draft.orderType === 'MKT' ? 10_000 : 30_000);

const maxKept = 50;

export function createPreviewStore(clock: Clock): PreviewStore {
  const kept = new Map<string, { readonly frozen: FrozenOrder; readonly untilMonoMs: number }>();
  return {
    newToken: () => randomBytes(24).toString('base64url'),
    keep: (frozen) => {
      for (const [token, other] of kept) if (other.frozen.intentId === frozen.intentId) kept.delete(token);
      const untilMonoMs = clock.monotonicMs() + previewLifeMs(frozen.preview.draft);
      kept.set(frozen.preview.previewToken, { frozen, untilMonoMs });
      const oldest = kept.keys().next().value;
      if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    },
    take: (token, intentId) => {
      const found = kept.get(token);
      if (found?.frozen.intentId !== intentId) return null;
      kept.delete(token);
      // On both clocks: the one stands still while the computer sleeps, the other may be set back.
      const tooOld =
        clock.monotonicMs() > found.untilMonoMs || clock.now() > found.frozen.preview.expiresAtMs;
      return tooOld ? 'expired' : found.frozen;
    },
  };
}
