import type { AppError } from '../../../shared/app-error';
import type { OrderId } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEstimate } from '../../../shared/domain/order-preview';
import { err, ok, type Result } from '../../../shared/result';
import { newClientOrderId } from './client-order-id';
import { ruledInstrument } from './inspect-order';
import type { OrderContext } from './order-context';
import { refusal, sessionRefusal } from './refusals';
import { targetOf, toAttachedWire, toWireOrder, type WireOrder } from './wire-order';

/**
 * What the what-if is asked about: the order alone, or a bracket with its entry first. Its exits need a `cOID` to
 * name their entry by: one made for this question only and never sent with an order.
 */
export function whatIfBodies(draft: OrderDraft, assetClass: string): ReadonlyArray<WireOrder> {
  const alone = toWireOrder(draft, null, assetClass);
  if (draft.takeProfit == null && draft.stopLoss == null) return [alone];
  const cOID = newClientOrderId();
  return [toWireOrder(draft, cOID, assetClass), ...toAttachedWire(draft, cOID, assetClass)];
}

/** A what-if for a ticket that is being typed: the newest question wins, one goes out in a second. ORDER_ENTRY §4. */
export function createEstimates(context: OrderContext) {
  const { wire, clock, session, ledger } = context;
  let latest = 0;
  let freeAtMonoMs = 0;
  // A draft is typed for a minute at the same contract: its rules need not be read with every key.
  let rules = { key: '', untilMonoMs: 0, assetClass: '' };

  const assetClassOf = async (draft: OrderDraft): Promise<Result<string, AppError>> => {
    const key = JSON.stringify({ ...draft, limitPrice: null, stopPrice: null, quantity: null });
    if (rules.key === key && clock.monotonicMs() < rules.untilMonoMs) return ok(rules.assetClass);
    const instrument = await ruledInstrument(context, draft);
    if (!instrument.ok) return instrument;
    rules = { key, untilMonoMs: clock.monotonicMs() + rulesLifeMs, assetClass: instrument.value.assetClass };
    return ok(rules.assetClass);
  };

  return async ({
    draft,
    modifies,
  }: {
    readonly draft: OrderDraft;
    readonly modifies: OrderId | null;
  }): Promise<Result<OrderEstimate, AppError>> => {
    const own = ++latest;
    const overtaken = () => own !== latest;
    if (modifies !== null)
      return ok({ ...empty, notes: ['IBKR gives no margin preview for a change.'], asOfMs: clock.now() });
    const wait = freeAtMonoMs - clock.monotonicMs();
    if (wait > 0) await clock.sleep(wait);
    if (overtaken()) return err(superseded);
    const refused = sessionRefusal(session.current());
    if (refused !== null) return err(refused);
    if (ledger.busy()) return err(superseded);
    freeAtMonoMs = clock.monotonicMs() + spacingMs;
    const assetClass = await assetClassOf(draft);
    if (!assetClass.ok) return assetClass;
    if (overtaken() || ledger.busy()) return err(superseded);
    const answer = await wire.whatIf(targetOf(draft), whatIfBodies(draft, assetClass.value));
    if (!answer.ok) return answer;
    const { whatIf, error, warnings } = answer.value;
    return ok({ whatIf, error, notes: [...warnings], asOfMs: clock.now() });
  };
}

const spacingMs = 1_000;
const rulesLifeMs = 60_000;
const empty = { whatIf: null, error: null, notes: [] };

const superseded = refusal(
  'not-ready',
  'A newer version of the order is being estimated, or an order is on its way.',
  'Wait a moment.',
  'Nothing was sent and nothing was reserved.',
);
