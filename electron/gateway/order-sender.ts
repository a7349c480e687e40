import { z } from 'zod';
import type { Caller } from './caller';
import type { Endpoint } from './endpoint';
import { classifyOrderOutcome, type ExpectedAnswer, type OrderOutcome } from './order-outcome';
import { orderRequest, type WireOrder } from './order-request';
import { cancelWire, modifyWire, placeWire, positiveOrderId, promptWire, replyWire } from './order-wire';

interface Once {
  /** The journal's id of this request: a second send under the same id throws. */
  readonly requestId?: string;
  /** Asked when the connection stands, right before the first byte; false: nothing is sent. */
  readonly mayLeave?: () => boolean;
}
export interface CancelFields {
  readonly manualIndicator?: boolean | undefined;
  readonly extOperator?: string | undefined;
  readonly manualCancelTime?: number | undefined;
}

/**
 * Order requests for callers that keep a journal: each is exactly one request on a fresh connection with one
 * absolute deadline of 15 s, never repeated, and never an exception. What it proved is the value.
 */
export interface OrderSender {
  readonly submit: (
    request: Once & { readonly accountId: string; readonly orders: ReadonlyArray<WireOrder> },
  ) => Promise<OrderOutcome>;
  readonly modify: (
    request: Once & { readonly accountId: string; readonly orderId: string; readonly order: WireOrder },
  ) => Promise<OrderOutcome>;
  readonly answer: (
    request: Once & {
      readonly replyId: string;
      readonly confirmed: boolean;
      readonly accountId?: string;
      readonly cOIDs?: ReadonlyArray<string>;
      /** Orders that the question is about, exits included. */
      readonly orders?: number;
    },
  ) => Promise<OrderOutcome>;
  readonly answerPrompt: (
    request: Once & { readonly orderId: string; readonly reqId: string; readonly text: string },
  ) => Promise<OrderOutcome>;
  readonly cancel: (
    request: Once & CancelFields & { readonly accountId: string; readonly orderId: string },
  ) => Promise<OrderOutcome>;
  /** Every open order of the account, those of other programs included. */
  readonly cancelAll: (
    request: Once & CancelFields & { readonly accountId: string; readonly confirm: 'cancel-all-orders' },
  ) => Promise<OrderOutcome>;
}

export function createOrderSender(caller: Pick<Caller, 'write'>): OrderSender {
  const send = async (
    endpoint: Endpoint,
    input: Readonly<Record<string, unknown>>,
    { requestId, mayLeave }: Once,
    expected: ExpectedAnswer,
  ): Promise<OrderOutcome> => {
    const once = {
      ...(requestId === undefined ? {} : { requestId }),
      ...(mayLeave === undefined ? {} : { mayLeave }),
    };
    return classifyOrderOutcome(await caller.write({ endpoint, input, ...once }), expected);
  };

  const cancel = (
    orderId: string,
    request: Once & CancelFields & { readonly accountId: string },
  ): Promise<OrderOutcome> => {
    const { accountId, manualIndicator, extOperator, manualCancelTime } = request;
    const input = { accountId, orderId, manualIndicator, extOperator, manualCancelTime };
    return send(cancelWire, input, request, {
      kind: 'cancel',
      accountId,
      cOIDs: null,
      orders: null,
      orderId,
    });
  };

  return {
    submit: async (request) => {
      const { accountId } = request;
      const parsed = z.array(orderRequest).min(1).safeParse(request.orders);
      if (!parsed.success) return notSent(z.prettifyError(parsed.error));
      const orders = parsed.data.map((order) => ({ ...order, acctId: order['acctId'] ?? accountId }));
      if (orders.some((order) => order.acctId !== accountId))
        return notSent('acctId of an order differs from the account');
      const cOIDs = orders.map((order: WireOrder) => order['cOID']).filter((id) => typeof id === 'string');
      return send(placeWire, { accountId, orders }, request, {
        kind: 'submit',
        accountId,
        cOIDs,
        orders: orders.length,
      });
    },
    modify: async (request) => {
      const { accountId } = request;
      const id = positiveOrderId.safeParse(request.orderId);
      const parsed = orderRequest.safeParse(request.order);
      if (!id.success || !parsed.success)
        return notSent(
          id.success ? z.prettifyError(parsed.error ?? new z.ZodError([])) : 'orderId must be positive',
        );
      const order = { ...parsed.data, acctId: parsed.data['acctId'] ?? accountId };
      if (order.acctId !== accountId) return notSent('acctId of the order differs from the account');
      return send(modifyWire, { accountId, orderId: id.data, order }, request, {
        kind: 'modify',
        accountId,
        cOIDs: null,
        orders: 1,
      });
    },
    answer: (request) => {
      const { replyId, confirmed, accountId = null, cOIDs = null, orders = null } = request;
      const expected = { kind: confirmed ? 'answer' : 'decline', accountId, cOIDs, orders } as const;
      return send(replyWire, { replyId, confirmed }, request, expected);
    },
    answerPrompt: async (request) => {
      const { reqId, text, orderId } = request;
      if (!/^\d{1,18}$/.test(orderId)) return notSent('orderId must be a whole number');
      return send(promptWire, { reqId, text, orderId: BigInt(orderId) }, request, {
        kind: 'answer',
        accountId: null,
        cOIDs: null,
        orders: null,
      });
    },
    cancel: async (request) => {
      const id = positiveOrderId.safeParse(request.orderId);
      return id.success ? cancel(id.data, request) : notSent('orderId must be a positive whole number');
    },
    // The literal keeps a stray value from ever meaning "everything".
    cancelAll: async (request) =>
      (request.confirm as string) === 'cancel-all-orders'
        ? cancel('-1', request)
        : notSent('confirm is missing'),
  };
}

const notSent = (reason: string): OrderOutcome => ({
  kind: 'not-sent',
  code: 'invalid-input',
  reason: reason.replace(/\s*\n\s*/g, ' '),
  status: null,
  bodyText: '',
  body: null,
  bytesWritten: 0,
});
