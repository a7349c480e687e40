import { isDeepStrictEqual } from 'node:util';
import type { AppError } from '../../../shared/app-error';
import { compare } from '../../../shared/domain/decimal';
import type { IntentId, OrderId } from '../../../shared/domain/ids';
import { attachedOrders } from '../../../shared/domain/attached-orders';
import { groupDrafts } from '../../../shared/domain/order-group';
import {
  actionLabel,
  changeSentence,
  groupSentence,
  orderSentence,
} from '../../../shared/domain/order-sentence';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { GroupedPreview, OrderPreview, OrderWarning } from '../../../shared/domain/order-preview';
import { priceUnit } from '../../../shared/domain/price-unit';
import type { TradingMode } from '../../../shared/domain/session';
import { err, ok, type Result } from '../../../shared/result';
import { duplicateWarnings } from './duplicates';
import { freezeOrder } from './freeze-order';
import { standingRefusal } from './guards';
import { inspectOrder, ruledInstrument, type Inspection } from './inspect-order';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import { draftOfOrder, readOrder } from './order-to-change';
import { previewLifeMs } from './preview-store';
import { refusal, storageRefusal } from './refusals';
import { exitCount } from './intent-legs';
import { referencePrice } from './warnings';
import { whatIfBodies } from './estimate';

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
  const { ledger, clock, session } = context;
  const failure = ledger.probe();
  if (failure !== null) return err(storageRefusal(failure));
  if (ledger.get(intentId) !== null)
    return err(refusal('invalid-input', 'This ticket was already sent.', 'Open a new ticket.'));
  if (context.accounts.known(draft.accountId) === null) {
    const accounts = await context.accounts.list();
    if (!accounts.ok) return accounts;
  }
  const refused = standingRefusal(context, draft) ?? (modifies === null ? null : changeRefusal(draft));
  if (refused !== null) return err(refused);
  const selected = await context.accounts.selected.select(draft.accountId);
  if (!selected.ok) return selected;

  // Taken first: limits that change while IBKR is asked are not those of this review.
  const limits = context.permit.limits();
  const inspected = await inspectAll(context, draft, modifies);
  if (!inspected.ok) return inspected;
  const { own, others, changing } = inspected.value;
  // The session may have ended while we asked.
  const late = standingRefusal(context, draft);
  if (late !== null) return err(late);

  const { mode } = session.current();
  const { instrument, quote, holding, notional, margin } = own;
  const before = changing === null ? null : draftOfOrder(changing, draft);
  const attached = [...attachedOrders(draft, instrument, referencePrice(draft, quote))];
  const all = [own, ...others];
  const group = others.length === 0 ? [] : all.map((each) => grouped(each, mode));
  const preview: OrderPreview = {
    previewToken: context.previews.newToken(),
    expiresAtMs: clock.now() + previewLifeMs(draft),
    draft,
    modifies,
    ...{ symbol: instrument.symbol, exchange: instrument.exchange, currency: instrument.currency, mode },
    priceUnit: priceUnit(instrument),
    sentence: sentenceOf(own, others, { before, modifies, mode }, attached),
    actionLabel: actionLabel(draft, instrument.symbol, modifies !== null, priceUnit(instrument)),
    notional,
    ...{ positionBefore: holding.before, positionAfter: holding.after, effect: holding.effect },
    quote,
    whatIf: margin.whatIf,
    whatIfNotes: all.flatMap((each) => [...each.margin.notes]),
    warnings: [
      ...all.flatMap((each, index) => warningsOf(each, all.length > 1 ? index + 1 : null)),
      ...duplicateWarnings(context, draft, modifies),
    ],
    attached,
    group,
  };
  context.previews.keep(freezeOrder(context, { preview, intentId, before, changing, all, limits }));
  return ok(preview);
}

const changeRefusal = (draft: OrderDraft): AppError | null =>
  exitCount(draft) > 0
    ? refusal('invalid-input', 'Exits are attached to new orders only.', 'Change each exit by itself.')
    : (draft.group ?? []).length > 0
      ? refusal('invalid-input', 'A group is made of new orders only.', 'Change each order by itself.')
      : null;

interface Inspected {
  readonly own: Inspection;
  /** The other orders of a one-cancels-all group. */
  readonly others: ReadonlyArray<Inspection>;
  readonly changing: Order | null;
}

async function inspectAll(
  context: OrderContext,
  draft: OrderDraft,
  modifies: OrderId | null,
): Promise<Result<Inspected, AppError>> {
  const instrument = await ruledInstrument(context, draft);
  if (!instrument.ok) return instrument;
  const changing = modifies === null ? ok(null) : await orderToChange(context, draft, modifies);
  if (!changing.ok) return changing;
  const others: Inspection[] = [];
  for (const other of groupDrafts(draft)) {
    const ruled = await ruledInstrument(context, other);
    if (!ruled.ok) return ruled;
    const bodies = whatIfBodies(other, ruled.value.assetClass);
    others.push(await inspectOrder(context, other, ruled.value, { bodies, changing: null }));
  }
  const bodies = modifies === null ? whatIfBodies(draft, instrument.value.assetClass) : null;
  const own = await inspectOrder(context, draft, instrument.value, { bodies, changing: changing.value });
  return ok({ own, others, changing: changing.value });
}

const namesOf = ({ instrument }: Inspection, mode: TradingMode) => ({
  symbol: instrument.symbol,
  exchange: instrument.exchange,
  currency: instrument.currency,
  homeRoute: instrument.routes[0] ?? null,
  priceUnit: priceUnit(instrument),
  mode,
});

function sentenceOf(
  own: Inspection,
  others: ReadonlyArray<Inspection>,
  change: {
    readonly before: OrderDraft | null;
    readonly modifies: OrderId | null;
    readonly mode: TradingMode;
  },
  attached: NonNullable<OrderPreview['attached']>,
): string {
  const { before, modifies, mode } = change;
  const said = (each: Inspection) => orderSentence(each.draft, namesOf(each, mode));
  if (before !== null)
    return `CHANGE order ${modifies ?? ''}: ${changeSentence(before, own.draft, priceUnit(own.instrument))}. Then: ${said(own)}`;
  return others.length === 0
    ? [said(own), ...attached.map(({ sentence }) => sentence)].join('. ')
    : groupSentence([own, ...others].map(said));
}

const grouped = (each: Inspection, mode: TradingMode): GroupedPreview => ({
  sentence: orderSentence(each.draft, namesOf(each, mode)),
  symbol: each.instrument.symbol,
  currency: each.instrument.currency,
  notional: each.notional,
  positionBefore: each.holding.before,
  positionAfter: each.holding.after,
  effect: each.holding.effect,
});

/** In a group each order's warnings are its own: ticked apart, and said about which of them. */
const warningsOf = ({ warnings, instrument }: Inspection, place: number | null): OrderWarning[] =>
  warnings.map((warning) =>
    place === null
      ? warning
      : {
          ...warning,
          id: `${place}:${warning.id}`,
          text: `Order ${place} (${instrument.symbol}): ${warning.text}`,
        },
  );

/** Only a working order, as IBKR lists it right now, can be changed: same account, contract, side, type and route. */
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
  const current = draftOfOrder(order, draft);
  if (current.orderType !== draft.orderType) return refuse('A change keeps the order type.');
  if ((current.route ?? null) !== (draft.route ?? null)) return refuse('A change keeps the route.');
  const lost = lostByChange(context, order, draft);
  if (lost !== null) return refuse(lost);
  if (order.filled !== null && compare(draft.quantity, order.filled) <= 0)
    return refuse(`${order.filled} are already filled: the new total must be greater.`);
  return ok(order);
}

/** IBKR's list tells neither algorithm nor allocation: a change sent without them might take them away. */
function lostByChange({ ledger }: OrderContext, order: Order, draft: OrderDraft): string | null {
  const placed = ledger
    .all()
    .find((facts) => facts.kind === 'place' && facts.cOID !== null && facts.cOID === order.orderRef);
  const { algo = null, allocation = null } = placed?.draft ?? {};
  if (algo !== null && !isDeepStrictEqual(algo, draft.algo ?? null))
    return `A change keeps the algorithm (${algo.name}): cancel the order and place another one.`;
  return allocation !== null || draft.allocation != null
    ? 'An allocated order cannot be changed here: cancel it and place another one.'
    : null;
}
