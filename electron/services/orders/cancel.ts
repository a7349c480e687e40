import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/app-error';
import { orderIdSchema, type AccountId, type OrderId } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import { accountRefusal } from './guards';
import { entry, type PayloadOf } from './journal-event';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import type { WireOutcome } from './ports';
import { settled } from './proven-outcome';
import { questionText } from './question-text';
import { refusal, sessionRefusal, storageRefusal } from './refusals';

export type Cancelled = Result<{ readonly requested: true }, AppError>;

/** A second press within this time is the same press. Source: ORDER_SAFETY §11. */
const pressAgainMs = 5_000;

/**
 * Asks IBKR to cancel one order, once. IBKR only says "request was submitted": the order is shown as being
 * cancelled until the book says Cancelled or Filled. Allowed while a round is open or an outcome unknown.
 */
export function createCancel(context: OrderContext) {
  const { ledger, wire, book, session, accounts, clock } = context;
  const underWay = new Map<string, Promise<Cancelled>>();

  const send = async (accountId: AccountId, orderId: OrderId): Promise<Cancelled> => {
    const requestId = randomUUID();
    const begun = ledger.record([entry('CANCEL_BEGIN', null, { accountId, orderId, requestId })]);
    if (!begun.ok) return err(storageRefusal(begun.error));
    book.cancelAsked(orderId);
    const outcome = await settled(() => wire.cancel({ requestId, accountId, orderId }), context);
    ledger.note([
      entry('CANCEL_RESPONSE', null, { accountId, orderId, requestId, outcome: journaled(outcome) }),
    ]);
    context.checkSoon();
    return judge(outcome, orderId);
  };

  const judge = (outcome: WireOutcome, orderId: OrderId): Cancelled => {
    switch (outcome.kind) {
      case 'acknowledged':
        return ok({ requested: true });
      case 'not-sent':
        book.cancelVoid(orderId);
        return err(refusal('not-ready', 'The cancel was not sent.', 'Try again.', stillThere, outcome.text));
      case 'rejected':
        book.cancelVoid(orderId);
        return err(
          refusal(
            'rejected',
            'IBKR refused to cancel this order.',
            'Look at its state.',
            'It may be filled already, or still work.',
            questionText([outcome.text]),
          ),
        );
      case 'question':
      case 'duplicate':
      case 'unknown':
        return err(
          refusal(
            'outcome-unknown',
            'It is not known whether IBKR received the cancel. Checking.',
            'Watch its state; you may press Cancel again.',
            stillThere,
            outcome.kind === 'question' ? '' : questionText([outcome.text]),
          ),
        );
    }
  };

  return async (accountId: AccountId, orderId: OrderId): Promise<Cancelled> => {
    // -1 would cancel every order of the account (GATEWAY_FACTS §6.6): only ids of the positive kind pass.
    if (!orderIdSchema.safeParse(orderId).success)
      return err(refusal('invalid-input', 'This is not an order id.', 'Choose an order from the list.'));
    const running = underWay.get(orderId);
    if (running !== undefined) return running;
    const askedAt = book.cancelAskedAt(orderId);
    if (askedAt !== null && clock.monotonicMs() - askedAt < pressAgainMs) return ok({ requested: true });
    if (accounts.known(accountId) === null) {
      const listed = await accounts.list();
      if (!listed.ok) return listed;
    }
    const refused =
      sessionRefusal(session.current()) ??
      accountRefusal(accounts.known(accountId), accountId, session.current()) ??
      orderRefusal(context, accountId, orderId);
    if (refused !== null) return err(refused);
    const sending = underWay.get(orderId) ?? send(accountId, orderId).finally(() => underWay.delete(orderId));
    underWay.set(orderId, sending);
    return sending;
  };
}

const stillThere = 'The order may still be working, and may still fill.';

function orderRefusal({ book }: OrderContext, accountId: AccountId, orderId: OrderId): AppError | null {
  const order = book.order(orderId);
  if (order === null) return null;
  if (order.accountId !== accountId)
    return refusal(
      'blocked',
      `Order ${orderId} is not on account ${accountId}.`,
      'Choose it from the list again.',
    );
  return isFinished(order.phase)
    ? refusal(
        'blocked',
        `Order ${orderId} is already ${order.status}.`,
        'There is nothing to cancel.',
        'Nothing was sent.',
      )
    : null;
}

const journaled = (outcome: WireOutcome): PayloadOf<'CANCEL_RESPONSE'>['outcome'] => ({
  kind: outcome.kind,
  text: 'text' in outcome ? questionText([outcome.text]) : '',
  orderId: null,
  answered: outcome.kind === 'unknown' ? outcome.answered : outcome.kind !== 'not-sent',
});
