import type { AppError } from '../../../shared/app-error';
import { add, compare, subtract, sum, type Decimal } from '../../../shared/domain/decimal';
import type { IntentId, OrderId } from '../../../shared/domain/ids';
import { attachedOrders } from '../../../shared/domain/attached-orders';
import type { Instrument } from '../../../shared/domain/instrument';
import { draftProblems, effectOf, notionalOf, signedQuantity } from '../../../shared/domain/order-rules';
import { actionLabel, changeSentence, orderSentence } from '../../../shared/domain/order-sentence';
import type {
  Order,
  OrderDraft,
  OrderEffect,
  OrderPreview,
  OrderWarning,
} from '../../../shared/domain/order';
import type { Quote } from '../../../shared/domain/quote';
import { err, ok, type Result } from '../../../shared/result';
import { newClientOrderId } from './client-order-id';
import { duplicateWarnings } from './duplicates';
import { standingRefusal } from './guards';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import { draftOfOrder, readOrder } from './order-to-change';
import { previewLifeMs } from './preview-store';
import { refusal, storageRefusal } from './refusals';
import { exitCount } from './intent-legs';
import { exitWarnings, orderWarnings, passiveNote, referencePrice } from './warnings';
import { usualSize } from './usual-size';
import { fitsWire, hashOfOrder, toAttachedWire, toWireOrder } from './wire-order';
import type { MarketPicture, WhatIfAnswer } from './ports';

export interface PreviewRequest {
  readonly intentId: IntentId;
  readonly draft: OrderDraft;
  readonly modifies: OrderId | null;
}

/**
 * Checks a draft against everything known now, asks IBKR what it would do, and freezes the order that `submit` may
 * send. Refusals say what stands in the way; warnings let the human decide.
 */
export async function previewOrder(
  context: OrderContext,
  { intentId, draft, modifies }: PreviewRequest,
): Promise<Result<OrderPreview, AppError>> {
  const { ledger, wire, clock, session } = context;
  const failure = ledger.probe();
  if (failure !== null) return err(storageRefusal(failure));
  if (ledger.get(intentId) !== null)
    return err(refusal('invalid-input', 'This ticket was already sent.', 'Open a new ticket.'));
  if (context.accounts.known(draft.accountId) === null) {
    const accounts = await context.accounts.list();
    if (!accounts.ok) return accounts;
  }
  const standing = standingRefusal(context, draft);
  if (standing !== null) return err(standing);
  if (modifies !== null && exitCount(draft) > 0)
    return err(
      refusal('invalid-input', 'Exits are attached to new orders only.', 'Change each exit by itself.'),
    );

  const instrument = await wire.instrument(draft.conid, draft.side);
  if (!instrument.ok) return instrument;
  const problem = problemsOf(draft, instrument.value);
  if (problem !== null) return err(problem);
  const changing = modifies === null ? ok(null) : await orderToChange(context, draft, modifies);
  if (!changing.ok) return changing;

  // A snapshot must have been asked for before a what-if, or it warns of missing data. ORDER_ENTRY §4.
  const picture = valueOr(await wire.quote(draft.conid), null);
  const { quote, averageVolume } = apart(picture);
  const [position, worth, whatIf] = await Promise.all([
    wire.positionOf(draft.accountId, draft.conid),
    wire.worthOf(draft.accountId, instrument.value.currency),
    modifies === null
      ? wire.whatIf(draft.accountId, toWireOrder(draft, null, instrument.value.assetClass))
      : null,
  ]);
  const holding = holdingOf(context, draft, valueOr(position, null), changing.value);
  const notional = notionalOf(draft.quantity, priceOf(draft, quote), instrument.value);
  const facts = {
    draft,
    symbol: instrument.value.symbol,
    currency: instrument.value.currency,
    quote,
    notional,
    worth: valueOr(worth, null),
    effect: holding.effect,
    sizes: { averageVolume, ownMedian: usualSizeOf(context, draft) },
    nowMs: clock.now(),
  };
  const margin = describeWhatIf(whatIf, holding.effect);
  const note = passiveNote(facts);
  // The session may have ended while we asked.
  const late = standingRefusal(context, draft);
  if (late !== null) return err(late);

  const { mode } = session.current();
  const names = { symbol: facts.symbol, exchange: instrument.value.exchange, currency: facts.currency, mode };
  const before = changing.value === null ? null : draftOfOrder(changing.value, draft);
  const attached = [...attachedOrders(draft, instrument.value, referencePrice(draft, quote))];
  const preview: OrderPreview = {
    previewToken: context.previews.newToken(),
    expiresAtMs: clock.now() + previewLifeMs(draft),
    draft,
    modifies,
    ...names,
    sentence:
      before === null
        ? [orderSentence(draft, names), ...attached.map(({ sentence }) => sentence)].join('. ')
        : `CHANGE order ${modifies ?? ''}: ${changeSentence(before, draft)}. Then: ${orderSentence(draft, names)}`,
    actionLabel: actionLabel(draft, facts.symbol, modifies !== null),
    notional,
    positionBefore: holding.before,
    positionAfter: holding.after,
    effect: holding.effect,
    quote,
    whatIf: margin.answer?.whatIf ?? null,
    whatIfNotes: note === null ? margin.notes : [...margin.notes, note],
    warnings: [
      ...orderWarnings(facts, context.permit.limits()),
      ...margin.warnings,
      ...duplicateWarnings(context, draft, modifies),
      ...exitWarnings(draft),
    ],
    attached,
  };
  const cOID = modifies === null ? newClientOrderId() : (changing.value?.orderRef ?? null);
  const body = toWireOrder(draft, modifies === null ? cOID : null, instrument.value.assetClass);
  const attachedWire =
    modifies === null && cOID !== null ? toAttachedWire(draft, cOID, instrument.value.assetClass) : [];
  context.previews.keep({
    preview,
    intentId,
    username: session.username(),
    body,
    attached: attachedWire,
    cOID,
    before,
    hash: hashOfOrder(body, modifies, attachedWire),
    facts: {
      draft,
      bid: quote?.bid ?? null,
      ask: quote?.ask ?? null,
      last: quote?.last ?? null,
      notional,
      currency: facts.currency,
      onlyCloses: holding.effect === 'closes' || holding.effect === 'reduces',
    },
  });
  return ok(preview);
}

function problemsOf(draft: OrderDraft, instrument: Instrument): AppError | null {
  const messages = draftProblems(draft, instrument).map(({ message, suggestions }) =>
    suggestions.length === 0 ? message : `${message} Use ${suggestions.join(' or ')}.`,
  );
  if (messages.length === 0 && !fitsWire(draft))
    messages.push('A number of this order has too many digits to be sent exactly.');
  const first = messages[0];
  return first === undefined
    ? null
    : refusal('invalid-input', first, 'Correct the ticket.', 'Nothing was sent.', messages.join('\n'));
}

/** Only a working order, as IBKR lists it right now, can be changed: same account, contract, side and type. */
async function orderToChange(
  context: OrderContext,
  draft: OrderDraft,
  orderId: OrderId,
): Promise<Result<Order, AppError>> {
  const read = await readOrder(context, draft.accountId, orderId);
  if (!read.ok) return read;
  const order = read.value;
  const refuse = (message: string) => err(refusal('blocked', message, 'Look at the order list.'));
  if (isFinished(order.phase))
    return refuse(`Order ${orderId} is ${order.status} and cannot be changed any more.`);
  if (order.phase === 'cancelling') return refuse(`Order ${orderId} is being cancelled.`);
  const same =
    order.accountId === draft.accountId && order.conid === draft.conid && order.side === draft.side;
  if (!same) return refuse('A change keeps account, instrument and side.');
  if (draftOfOrder(order, draft).orderType !== draft.orderType)
    return refuse('A change keeps the order type.');
  if (order.filled !== null && compare(draft.quantity, order.filled) <= 0)
    return refuse(`${order.filled} are already filled: the new total must be greater.`);
  return ok(order);
}

function holdingOf(
  context: OrderContext,
  draft: OrderDraft,
  position: Decimal | null,
  changing: Order | null,
): { readonly before: Decimal | null; readonly after: Decimal | null; readonly effect: OrderEffect } {
  if (position === null) return { before: null, after: null, effect: 'unknown' };
  const rest = subtract(draft.quantity, changing?.filled ?? ('0' as Decimal));
  const workingSameSide = sum(
    context.book
      .ordersOf(draft.accountId)
      .filter(
        (order) =>
          order.conid === draft.conid &&
          order.side === draft.side &&
          order.orderId !== changing?.orderId &&
          !isFinished(order.phase),
      )
      .map((order) => order.remaining),
  );
  return {
    before: position,
    after: add(position, signedQuantity(draft.side, rest)),
    effect: effectOf(draft.side, rest, workingSameSide === null ? null : { position, workingSameSide }),
  };
}

/** Of the last three months: older habits are others. */
const habitMs = 90 * 86_400_000;

const usualSizeOf = ({ book, clock }: OrderContext, { accountId, conid }: OrderDraft): Decimal | null =>
  usualSize(book.allExecutionsOf(accountId, clock.now() - habitMs), conid);

function apart(picture: MarketPicture | null): {
  readonly quote: Quote | null;
  readonly averageVolume: Decimal | null;
} {
  if (picture === null) return { quote: null, averageVolume: null };
  const { averageVolume = null, ...quote } = picture;
  return { quote, averageVolume };
}

const priceOf = (draft: OrderDraft, quote: Quote | null) =>
  draft.limitPrice ?? draft.stopPrice ?? referencePrice(draft, quote);

/** A what-if that fails is a note; an order that opens risk without one needs a deliberate tick. ORDER_ENTRY §4. */
function describeWhatIf(
  result: Result<WhatIfAnswer, AppError> | null,
  effect: OrderEffect,
): { readonly answer: WhatIfAnswer | null; readonly notes: string[]; readonly warnings: OrderWarning[] } {
  if (result === null)
    return { answer: null, notes: ['IBKR gives no margin preview for a change.'], warnings: [] };
  if (!result.ok) {
    const shrinks = effect === 'reduces' || effect === 'closes';
    const text = 'No margin preview available.';
    return {
      answer: null,
      notes: [`${text} ${result.error.message}`],
      warnings: shrinks ? [] : [{ id: 'no-margin-preview', severity: 'soft', text }],
    };
  }
  const { error, warnings } = result.value;
  return {
    answer: result.value,
    notes: [...warnings],
    warnings:
      error === null
        ? []
        : [{ id: 'what-if-refused', severity: 'hard', text: `IBKR would refuse it: ${error}` }],
  };
}

const valueOr = <T, F>(result: Result<T, AppError>, fallback: F): T | F =>
  result.ok ? result.value : fallback;
