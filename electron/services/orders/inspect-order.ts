import type { AppError } from '../../../shared/app-error';
import { algoProblems } from '../../../shared/domain/algo-rules';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderWarning } from '../../../shared/domain/order-preview';
import { draftProblems, notionalOf } from '../../../shared/domain/order-rules';
import { priceUnit } from '../../../shared/domain/price-unit';
import type { Quote } from '../../../shared/domain/quote';
import { err, type Result } from '../../../shared/result';
import { exposureWarnings } from './exposure-warnings';
import { heavyWarnings } from './heavy-warnings';
import { holdingAfter, type HoldingAfter } from './holding-after';
import { marginReport, type MarginReport } from './margin-report';
import type { OrderContext } from './order-context';
import type { MarketPicture } from './ports';
import { refusal } from './refusals';
import { shortWarnings } from './short-warnings';
import { usualSize } from './usual-size';
import { exitWarnings, orderWarnings, passiveNote, referencePrice } from './warnings';
import { fitsWire, targetOf, type WireOrder } from './wire-order';

/** Everything known about one order at the moment of its review. */
export interface Inspection {
  readonly draft: OrderDraft;
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  readonly notional: Decimal | null;
  readonly holding: HoldingAfter;
  readonly margin: MarginReport;
  readonly warnings: ReadonlyArray<OrderWarning>;
}

/** The contract with the rules of the order's side, where the draft keeps to them; else what to correct. */
export async function ruledInstrument(
  { wire }: OrderContext,
  draft: OrderDraft,
): Promise<Result<Instrument, AppError>> {
  const instrument = await wire.instrument(draft.conid, draft.side);
  if (!instrument.ok) return instrument;
  const messages = draftProblems(draft, instrument.value).map(({ message, suggestions }) =>
    suggestions.length === 0 ? message : `${message} Use ${suggestions.join(' or ')}.`,
  );
  if (messages.length === 0 && !fitsWire(draft))
    messages.push('A number of this order has too many digits to be sent exactly.');
  if (messages.length === 0 && draft.algo != null) {
    const algos = await wire.algos(draft.conid);
    if (!algos.ok) return algos;
    const algo = algos.value.find(({ id }) => id === draft.algo?.id) ?? null;
    messages.push(...algoProblems(draft.algo, algo, draft.orderType).map(({ message }) => message));
  }
  const [first] = messages;
  return first === undefined
    ? instrument
    : err(refusal('invalid-input', first, 'Correct the ticket.', 'Nothing was sent.', messages.join('\n')));
}

/**
 * Looks at market, position, account and IBKR's estimate for one order. `bodies` is what its what-if asks about;
 * `null` for a change, which IBKR previews not at all.
 */
export async function inspectOrder(
  context: OrderContext,
  draft: OrderDraft,
  instrument: Instrument,
  { bodies, changing }: { readonly bodies: ReadonlyArray<WireOrder> | null; readonly changing: Order | null },
): Promise<Inspection> {
  const { wire, clock } = context;
  // A snapshot must have been asked for before a what-if, or it warns of missing data. ORDER_ENTRY §4.
  const { quote, averageVolume } = apart(valueOr(await wire.quote(draft.conid), null));
  // IBKR's time for its estimate does not make the price an old one: the review shows it living on.
  const nowMs = clock.now();
  const [position, worth, whatIf] = await Promise.all([
    wire.positionOf(draft.accountId, draft.conid),
    wire.worthOf(draft.accountId, instrument.currency),
    bodies === null ? null : wire.whatIf(targetOf(draft), bodies),
  ]);
  const holding = holdingAfter(context, draft, valueOr(position, null), changing);
  const { symbol, currency } = instrument;
  const notional = notionalOf(draft.quantity, priceOf(draft, quote), instrument);
  const facts = {
    ...{ draft, symbol, currency, quote, notional, priceUnit: priceUnit(instrument) },
    worth: valueOr(worth, null),
    sizes: { averageVolume, ownMedian: usualSizeOf(context, draft) },
    effect: holding.effect,
    nowMs,
  };
  const margin = marginReport(whatIf, holding.effect, instrument.rules.previewForced);
  const note = passiveNote(facts);
  return {
    ...{ draft, instrument, quote, notional, holding },
    margin: note === null ? margin : { ...margin, notes: [...margin.notes, note] },
    warnings: [
      ...orderWarnings(facts, context.permit.limits()),
      ...exposureWarnings({ ...facts, instrument }, context.permit.limits()),
      ...shortWarnings({ ...facts, after: holding.after }),
      ...heavyWarnings(facts, { mode: context.session.current().mode, intents: context.ledger.all() }),
      ...margin.warnings,
      ...exitWarnings(draft),
    ],
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

const valueOr = <T, F>(result: Result<T, AppError>, fallback: F): T | F =>
  result.ok ? result.value : fallback;
