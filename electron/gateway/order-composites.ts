import { randomUUID } from 'node:crypto';
import { err, ok } from '../../shared/result';
import type { Caller } from './caller';
import { encodeRequest } from './encode';
import type { Answered, Endpoint } from './endpoint';
import { gatewayError, type GatewayError, type OrderQuestion } from './gateway-error';
import type { Answers } from './order-answers';
import { outcomeError, type OrderInQuestion } from './order-errors';
import type { OrderOutcome } from './order-outcome';
import type { WireOrder } from './order-request';
import { orderRound, withClientIds } from './order-round';
import { createOrderSender, type CancelFields } from './order-sender';
import { cancelWire, modifyWire, placeWire, replyWire } from './order-wire';

interface OrderInput {
  readonly answers: Answers;
  readonly accountId?: string | undefined;
  readonly onQuestion?: ((question: OrderQuestion) => boolean | Promise<boolean>) | undefined;
}

export async function placeWithAnswers(
  caller: Caller,
  input: OrderInput & { readonly orderRequest: ReadonlyArray<WireOrder> },
): Answered<unknown> {
  const accountId = accountOf(caller, input.accountId, input.orderRequest[0]);
  if (accountId === null) return err(noAccount(placeWire));
  const orders = withClientIds(input.orderRequest).map((order) => ({
    ...order,
    acctId: order['acctId'] ?? accountId,
  }));
  const request = encodeRequest(placeWire, { accountId, orders }, accountId, caller.url);
  if (!request.ok) return request;
  const cOIDs = orders.map((order: WireOrder) => order['cOID']).filter((id) => typeof id === 'string');
  const about = inQuestion(placeWire, { accountId, cOIDs });
  return orderRound(caller, about, request.value.echo, input, (sender, requestId) =>
    sender.submit({ accountId, orders, requestId }),
  );
}

export async function modifyWithAnswers(
  caller: Caller,
  input: OrderInput & { readonly orderId: string; readonly orderRequest: WireOrder },
): Answered<unknown> {
  const { orderId } = input;
  const accountId = accountOf(caller, input.accountId, input.orderRequest);
  if (accountId === null) return err(noAccount(modifyWire));
  const order: WireOrder = { ...input.orderRequest, acctId: input.orderRequest['acctId'] ?? accountId };
  const request = encodeRequest(modifyWire, { accountId, orderId, order }, accountId, caller.url);
  if (!request.ok) return request;
  const cOID = order['cOID'];
  const about = inQuestion(modifyWire, { accountId, orderId, cOIDs: typeof cOID === 'string' ? [cOID] : [] });
  return orderRound(caller, about, request.value.echo, input, (sender, requestId) =>
    sender.modify({ accountId, orderId, order, requestId }),
  );
}

/** The bare reply: IBKR's rows as they come, a further question among them. */
export async function replyOnce(
  caller: Caller,
  { replyId, confirmed }: { readonly replyId: string; readonly confirmed: boolean },
): Answered<unknown> {
  const request = encodeRequest(replyWire, { replyId, confirmed }, null, caller.url);
  if (!request.ok) return request;
  const requestId = randomUUID();
  const outcome = await caller.inRound(() =>
    createOrderSender(caller).answer({ replyId, confirmed, requestId }),
  );
  const told =
    outcome.kind === 'acknowledged' || outcome.kind === 'question' || isDeclined(outcome, confirmed);
  return told
    ? ok({ data: outcome.body, request: request.value.echo })
    : err(outcomeError(outcome, inQuestion({ ...replyWire, requestId }, {})));
}

export async function cancelOnce(
  caller: Caller,
  input: CancelFields & { readonly orderId: string; readonly accountId?: string | undefined },
): Answered<unknown> {
  const { orderId } = input;
  const accountId = input.accountId ?? caller.account.current();
  if (accountId === null) return err(noAccount(cancelWire));
  const request = encodeRequest(cancelWire, { ...input, accountId }, accountId, caller.url);
  if (!request.ok) return request;
  const requestId = randomUUID();
  const about = inQuestion({ ...cancelWire, requestId }, { accountId, orderId });
  const outcome = await createOrderSender(caller).cancel({ ...input, accountId, requestId });
  if (outcome.kind === 'acknowledged') return ok({ data: outcome.body, request: request.value.echo });
  const error = outcomeError(outcome, about);
  if (outcome.kind !== 'rejected') return err(error);
  // The order named is not there to be cancelled: nothing about a new order was decided.
  return err(
    gatewayError('not-found', {
      ...about.where,
      message: error.message,
      bodyText: outcome.bodyText,
      ...(outcome.status === null ? {} : { status: outcome.status }),
    }),
  );
}

const isDeclined = (outcome: OrderOutcome, confirmed: boolean): boolean =>
  !confirmed && outcome.kind === 'rejected' && outcome.declined;

/** The argument wins, then the client's account, then the one written in the order. */
function accountOf(caller: Caller, given: string | undefined, order: WireOrder | undefined): string | null {
  const written = order?.['acctId'];
  return given ?? caller.account.current() ?? (typeof written === 'string' ? written : null);
}

const inQuestion = (
  { verb, path, requestId }: Pick<Endpoint, 'verb' | 'path'> & { readonly requestId?: string },
  given: Partial<Omit<OrderInQuestion, 'where'>>,
): OrderInQuestion => ({
  where: { method: verb, path, ...(requestId === undefined ? {} : { requestId }) },
  accountId: null,
  cOIDs: null,
  orderId: null,
  ...given,
});

const noAccount = ({ verb, path }: Pick<Endpoint, 'verb' | 'path'>): GatewayError =>
  gatewayError('invalid-input', {
    message: 'Not sent: accountId is missing and no default account is set',
    method: verb,
    path,
  });
