import { isDeepStrictEqual } from 'node:util';
import type { AppError } from '../../../shared/app-error';
import { compare, isDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { IntentId } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import { wasJustSent } from './duplicates';
import { rateRefusal, selectionRefusal, standingRefusal } from './guards';
import type { IntentFacts } from './intent-facts';
import { entry } from './journal-event';
import type { OrderContext } from './order-context';
import { mayStillLeave } from './may-leave';
import { isFinished } from './order-merge';
import { draftOfOrder, saysSameBesideTrail } from './order-to-change';
import { type FrozenOrder, previewLifeMs } from './preview-store';
import { provenOutcome, settled } from './proven-outcome';
import { previewNeeded, refusal, storageRefusal, unknownIntent } from './refusals';
import type { Rounds } from './rounds';
import { hashOfOrder, targetOf } from './wire-order';

export interface SubmitRequest {
  readonly intentId: IntentId;
  readonly previewToken: string;
  readonly acknowledgedWarnings: ReadonlyArray<string>;
  readonly typedQuantity?: string | undefined;
}

/**
 * The confirming press: recheck, write down, send once, write down what came. There is no `await` between the
 * last check and the durable SEND_BEGIN, so nothing can slip in between; and none of it is ever repeated.
 */
export async function submitOrder(
  context: OrderContext,
  rounds: Rounds,
  request: SubmitRequest,
): Promise<Result<IntentFacts, AppError>> {
  const { ledger, wire } = context;
  const { intentId } = request;
  const first = ledger.get(intentId);
  if (first !== null) return ok(first);

  const frozen = context.previews.take(request.previewToken, intentId);
  if (frozen === null)
    return err(previewNeeded('This order was not reviewed, or it was changed after the review.'));
  if (frozen === 'expired')
    return err(previewNeeded('The review is too old: prices and positions may have moved.'));
  const stopped = refusalToSend(context, frozen, request);
  if (stopped !== null) return err(stopped);

  const requestId = `${intentId}:1`;
  const journaled = ledger.record(intentEntries(frozen, request));
  if (!journaled.ok) return err(storageRefusal(journaled.error));
  const begun = ledger.record([entry('SEND_BEGIN', intentId, { hash: frozen.hash, requestId })]);
  if (!begun.ok) {
    const text = 'It could not be recorded, so it was not sent.';
    const outcome = { kind: 'not-sent', text, orderId: null, answered: false } as const;
    ledger.note([entry('RESPONSE', intentId, { outcome })]);
    return err(storageRefusal(begun.error));
  }

  context.permit.used();
  rounds.opened(intentId);
  const { modifies, draft } = frozen.preview;
  const { accountId } = draft;
  const target = targetOf(draft);
  const onlyCloses = frozen.facts.onlyCloses === true;
  const once = { requestId, mayLeave: mayStillLeave(context, draft, { onlyCloses }) };
  const outcome = await settled(
    () =>
      modifies === null
        ? wire.place({ ...once, accountId: target, body: frozen.body, attached: frozen.attached })
        : wire.modify({ ...once, accountId, orderId: modifies, body: frozen.body }),
    context,
  );
  const proven = provenOutcome(outcome, {
    ...{ cOID: frozen.cOID, accountIds: [accountId, target], modifies },
    attached: frozen.attached.length,
  });
  rounds.answered(intentId, frozen.facts, proven, (journaledOutcome) =>
    entry('RESPONSE', intentId, { outcome: journaledOutcome }),
  );
  const facts = ledger.get(intentId);
  return facts === null ? err(unknownIntent) : ok(facts);
}

function refusalToSend(
  context: OrderContext,
  frozen: FrozenOrder,
  { acknowledgedWarnings: acknowledged, typedQuantity = '' }: SubmitRequest,
): AppError | null {
  const { preview, body, attached, hash, username } = frozen;
  const { draft, warnings } = preview;
  const elsewhere = [body, ...attached].some((order) => order.acctId !== targetOf(draft));
  if (hashOfOrder(body, preview.modifies, attached) !== hash || elsewhere)
    return previewNeeded('The order is not the one that was reviewed.');
  const forbidden = context.permit.refusal({ onlyCloses: frozen.facts.onlyCloses === true });
  if (forbidden !== null) return forbidden;
  const standing = standingRefusal(context, draft);
  if (standing !== null) return standing;
  const elsewhereSelected = selectionRefusal(context.accounts.selected.current(), draft.accountId);
  if (elsewhereSelected !== null) return elsewhereSelected;
  if (context.session.current().mode !== preview.mode || changedUser(context, username))
    return previewNeeded('The login changed after the review.');
  if (!isDeepStrictEqual(context.permit.limits(), frozen.limits))
    return previewNeeded('Your trading limits changed after the review.');
  const changed = changedOrder(context, frozen);
  if (changed !== null) return changed;
  const hard = warnings.find((warning) => warning.severity === 'hard');
  if (hard !== undefined)
    return refusal('blocked', hard.text, 'Change the order; this limit cannot be clicked through.');
  const open = warnings.find((warning) => !acknowledged.includes(warning.id));
  if (open !== undefined)
    return refusal('blocked', `Not confirmed yet: ${open.text}`, 'Tick each warning you accept.');
  if (warnings.some(({ severity }) => severity === 'typed') && !isSameNumber(typedQuantity, draft.quantity))
    return refusal(
      'blocked',
      `The quantity was not typed again: ${typedQuantity === '' ? 'nothing' : typedQuantity} is not ${draft.quantity}.`,
      `Type ${draft.quantity} in the review.`,
    );
  const nowMs = context.clock.now();
  if (preview.modifies === null && wasJustSent(context, draft, nowMs))
    return refusal(
      'blocked',
      'The same order was sent less than two seconds ago.',
      'Look at the order list.',
    );
  return rateRefusal(context.ledger.sends(), nowMs, context, 1 + (draft.group?.length ?? 0));
}

/** Plain digits only: what was reviewed is not confirmed by something that could be read as it. */
const isSameNumber = (typed: string, quantity: Decimal): boolean =>
  isDecimal(typed.trim()) && compare(typed.trim() as Decimal, quantity) === 0;

/** Without the stream an order is known only as of its last read. Source: ORDER_SAFETY §11. */
const freshReadMs = 10_000;

/** The order to be changed, as the stream has kept it since the review: it may have filled or been changed meanwhile. */
function changedOrder({ book, ...context }: OrderContext, { preview, before }: FrozenOrder): AppError | null {
  if (preview.modifies === null || before === null) return null;
  const readAgoMs = context.clock.now() - (preview.expiresAtMs - previewLifeMs(preview.draft));
  if (context.session.current().stream !== 'live' && readAgoMs > freshReadMs)
    return previewNeeded('IBKR’s stream of orders is interrupted, and the order was read too long ago.');
  const order = book.order(preview.modifies);
  if (order === null || isFinished(order.phase))
    return refusal(
      'blocked',
      `Order ${preview.modifies} is ${order?.status ?? 'gone'} by now.`,
      'Look at the order list.',
    );
  if (order.filled !== null && compare(preview.draft.quantity, order.filled) <= 0)
    return refusal(
      'blocked',
      `${order.filled} of order ${order.orderId} filled during the review: the new total must be greater.`,
      'Look at the order list.',
    );
  return saysSameBesideTrail(draftOfOrder(order, before), before)
    ? null
    : previewNeeded('The order was changed elsewhere after the review.');
}

/** The name may become known between review and press; it must not become another one. */
const changedUser = ({ session }: OrderContext, reviewedBy: string | null): boolean =>
  reviewedBy !== null && session.username() !== reviewedBy;

const intentEntries = (
  { preview, cOID, before, hash, body, attached, username }: FrozenOrder,
  request: SubmitRequest,
) => [
  entry('INTENT', request.intentId, {
    kind: preview.modifies === null ? 'place' : 'modify',
    username,
    accountId: preview.draft.accountId,
    conid: preview.draft.conid,
    symbol: preview.symbol,
    sentence: preview.sentence,
    mode: preview.mode,
    draft: preview.draft,
    before,
    cOID,
    modifies: preview.modifies,
    body: { ...body },
    ...(attached.length === 0 ? {} : { attached: attached.map((order) => ({ ...order })) }),
    hash,
  }),
  entry('CHECKED', request.intentId, {
    acknowledged: [...request.acknowledgedWarnings],
    warnings: preview.warnings.map((warning) => warning.id),
    bid: preview.quote?.bid ?? null,
    ask: preview.quote?.ask ?? null,
    last: preview.quote?.last ?? null,
  }),
];
