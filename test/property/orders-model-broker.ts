import { decimal, type Decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema, orderIdSchema, type Conid } from '../../shared/domain/ids';
import type { Execution } from '../../shared/domain/order';
import type { WhatIf } from '../../shared/domain/order-preview';
import type { SessionState } from '../../shared/domain/session';
import type { AppError } from '../../shared/app-error';
import { err, ok } from '../../shared/result';
import type {
  OrderAccounts,
  OrderRow,
  OrderSession,
  OrderUpdates,
  OrderWire,
  WireOutcome,
} from '../../electron/services/orders/ports';
import type { WireOrder } from '../../electron/services/orders/wire-order';
import type { Clock } from '../../electron/support/clock';

export const accountId = accountIdSchema.parse('DU1');
/** Of the same login: a human may turn to it between review and press. */
export const otherAccountId = accountIdSchema.parse('DU2');
export const conids = [conidSchema.parse(1), conidSchema.parse(2)] as const;

/** What happens to the next order-changing request, and when: before or after it took effect. */
export type Fault =
  'none' | 'lost-before' | 'lost-after' | 'refused-connection' | 'hangs-before' | 'hangs-after';

const unchanged = { current: null, change: null, after: null };
const unsaid: WhatIf = {
  ...{ amount: null, commission: null, total: null, equity: unchanged },
  ...{ initialMargin: unchanged, maintenanceMargin: unchanged, position: unchanged },
};

interface HeldOrder {
  readonly orderId: string;
  readonly body: WireOrder;
  readonly parentOrderId: string | null;
  status: string;
  filled: Decimal;
  price: number | undefined;
  quantity: number;
}

interface Placing {
  readonly body: WireOrder;
  readonly attached: ReadonlyArray<WireOrder>;
}

/**
 * IBKR as the order service sees it, with the truth open to the test: what arrived, what was accepted. It stands in
 * for the wire port; the same schedules run against the real practice gateway in test/integration and test/fault.
 */
export function createModelBroker(clock: Clock) {
  const orders = new Map<string, HeldOrder>();
  const asked = new Map<string, Placing>();
  const received = new Map<string, number>();
  const replies = new Map<string, number>();
  const cancels: string[] = [];
  let nextId = 1000;
  let fault: Fault = 'none';
  let asks = 0;
  let reads = 0;
  let refuses = false;
  let refusesExit = false;
  let warm = true;
  let ready = true;
  let user = 'tester';
  let status: SessionState['status'] = 'ready';
  const sessionListeners = new Set<(state: SessionState) => void>();
  const orderListeners = new Set<(rows: ReadonlyArray<OrderRow>) => void>();

  const accept = (body: WireOrder, parentOrderId: string | null = null): HeldOrder => {
    const order = {
      orderId: String(nextId++),
      body,
      parentOrderId,
      status: 'Submitted',
      filled: decimal('0'),
      price: body.price,
      quantity: body.quantity,
    };
    orders.set(order.orderId, order);
    return order;
  };
  const ack = (...placed: ReadonlyArray<HeldOrder>): Extract<WireOutcome, { kind: 'acknowledged' }> => ({
    kind: 'acknowledged',
    orders: placed.map(({ orderId, body, status, parentOrderId }) => ({
      ...{ orderId, orderRef: body.cOID ?? null, accountId: null, status, parentOrderId },
    })),
  });
  const question = (placing: Placing): WireOutcome => {
    const replyId = `q${nextId++}`;
    asked.set(replyId, placing);
    return { kind: 'question', replyId, messages: ['Sure?'], messageIds: ['o163'] };
  };
  const lost: WireOutcome = { kind: 'unknown', text: 'connection lost', answered: false };

  /** Runs one request through the fault: the effect happens or not, the answer arrives or not. */
  const through = async (effect: () => WireOutcome): Promise<WireOutcome> => {
    const now = fault;
    fault = 'none';
    if (now === 'refused-connection') return { kind: 'not-sent', text: 'connection refused' };
    if (now === 'lost-before') return lost;
    if (now === 'hangs-before') return new Promise(() => undefined);
    const outcome = effect();
    if (now === 'hangs-after') return new Promise(() => undefined);
    return now === 'lost-after' ? lost : outcome;
  };
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

  const judged = (placing: Placing): WireOutcome => {
    if (refuses) return { kind: 'rejected', text: 'No trading permission' };
    if (asks > 0) {
      asks -= 1;
      return question(placing);
    }
    const entry = accept(placing.body);
    const taken = placing.attached.slice(refusesExit ? 1 : 0);
    const placed = ack(entry, ...taken.map((exit) => accept(exit, entry.orderId)));
    return taken.length === placing.attached.length ? placed : { ...placed, failed: ['refused'] };
  };

  const rowOf = (order: HeldOrder): OrderRow => ({
    orderId: order.orderId,
    accountId: order.body.acctId,
    ...(order.body.conid === undefined ? {} : { conid: order.body.conid }),
    side: order.body.side,
    orderType: order.body.orderType === 'STP' ? 'Stop' : 'Limit',
    tif: order.body.tif,
    quantity: decimal(String(order.quantity)),
    filled: order.filled,
    remaining: decimal(String(order.quantity - Number(order.filled))),
    limitPrice: order.price === undefined ? null : decimal(String(order.price)),
    status: order.status,
    outsideRth: order.body.outsideRTH,
    orderRef: order.body.cOID ?? null,
    parentOrderId: orderIdSchema.safeParse(order.parentOrderId).data ?? null,
  });
  const away: AppError = { code: 'link-lost', message: '', meaning: '', action: '' };

  const wire: OrderWire = {
    place: ({ body, attached }) => {
      // A refused connection never reaches the broker; everything else does.
      if (fault !== 'refused-connection' && fault !== 'lost-before') count(received, body.cOID ?? '');
      return through(() => judged({ body, attached }));
    },
    modify: ({ orderId, body }) =>
      through(() => {
        const order = orders.get(orderId);
        if (order === undefined) return { kind: 'rejected', text: 'OrderID doesn’t exist' };
        order.price = body.price;
        order.quantity = body.quantity;
        return ack(order);
      }),
    answer: ({ replyId, confirmed }) => {
      if (fault !== 'refused-connection') count(replies, replyId);
      return through(() => {
        const placing = asked.get(replyId);
        asked.delete(replyId);
        if (placing === undefined) return { kind: 'unknown', text: 'reply id not found', answered: true };
        return confirmed ? judged(placing) : { kind: 'rejected', text: 'Order not confirmed' };
      });
    },
    answerPrompt: () => Promise.resolve(lost),
    cancel: ({ orderId }) => {
      cancels.push(orderId);
      return through(() => {
        const order = orders.get(orderId);
        if (order?.status === 'Submitted') order.status = 'Cancelled';
        return { kind: 'acknowledged', orders: [] };
      });
    },
    liveOrders: async () => {
      reads += 1;
      return ready ? ok({ complete: warm, rows: warm ? [...orders.values()].map(rowOf) : [] }) : err(away);
    },
    trades: async (id) =>
      ready
        ? ok({
            complete: true,
            executions: [...orders.values()].filter(({ body }) => body.acctId === id).flatMap(fillOf),
          })
        : err(away),
    orderStatus: async () => err({ ...away, code: 'unavailable' }),
    whatIf: async () => ok({ whatIf: unsaid, warnings: [], error: null }),
    algos: async () => ok([]),
    instrument: async (conid) =>
      ok({
        ...{ conid, symbol: `S${conid}`, name: '', exchange: 'X', currency: 'USD', assetClass: 'STK' },
        ...{ multiplier: null, priceMagnifier: decimal('1'), routes: ['SMART'] },
        rules: {
          ...{ fractionTypes: [], fractionDigits: 0, algoTypes: [], previewForced: false },
          ...{ orderTypes: [], orderTypesOutside: [], tifs: [], tickRules: [], priceDigits: 2 },
          ...{ sizeIncrement: decimal('1'), defaultSize: null },
        },
      }),
    quote: async () => err({ ...away, code: 'unavailable' }),
    positionOf: async () => ok(decimal('0')),
    positions: async (id) => (ready ? ok({ complete: true, rows: held(id) }) : err(away)),
    worthOf: async () =>
      ok({
        netLiquidation: decimal('1000000'),
        grossPositionValue: null,
        baseCurrency: 'USD',
        rateToBase: decimal('1'),
      }),
  };

  const held = (id: string) => {
    const sums = new Map<number, number>();
    for (const { body, filled } of orders.values()) {
      if (body.acctId !== id) continue;
      const conid = body.conid ?? 0;
      sums.set(conid, (sums.get(conid) ?? 0) + Number(filled) * (body.side === 'BUY' ? 1 : -1));
    }
    return [...sums]
      .filter(([, quantity]) => quantity !== 0)
      .map(([conid, quantity]) => ({
        ...{ conid: conidSchema.parse(conid), symbol: `S${conid}`, quantity: decimal(String(quantity)) },
      }));
  };
  const fillOf = (order: HeldOrder): Execution[] =>
    Number(order.filled) === 0
      ? []
      : [
          {
            ...{
              executionId: `${order.orderId}.01`,
              orderRef: order.body.cOID ?? null,
              orderId: order.orderId,
            },
            ...{
              accountId: order.body.acctId,
              conid: order.body.conid as Conid,
              symbol: 'S',
              side: order.body.side,
              quantity: order.filled,
            },
            ...{
              price: decimal('1'),
              commission: null,
              netAmount: null,
              exchange: null,
              timeMs: clock.now(),
            },
          },
        ];

  const state = (): SessionState => ({
    ...{
      status,
      sinceMs: 0,
      label: '',
      message: 'away',
      meaning: '',
      action: '',
      mode: 'practice',
      login: null,
      reason: null,
      loginEndsMs: null,
    },
    ...{
      gatewayUrl: '',
      profile: 'practice',
      stream: 'live',
      lastHeardMs: null,
      tradingAllowed: status === 'ready',
    },
  });
  const session: OrderSession = {
    current: state,
    username: () => user,
    onChange: (listener) => {
      sessionListeners.add(listener);
      return () => void sessionListeners.delete(listener);
    },
  };
  const account = {
    ...{ accountId, title: 'DU1', type: null, baseCurrency: 'USD', isPaper: true, tradable: true },
    ...{ isAdvisorMaster: false, parentId: null, customerType: null },
  };
  const all = [account, { ...account, accountId: otherAccountId, title: 'DU2' }];
  const accounts: OrderAccounts = {
    known: (id) => all.find((each) => each.accountId === id) ?? null,
    list: async () => ok(all),
    selected: {
      current: () => null,
      strange: () => null,
      onChange: () => () => undefined,
      select: async () => ok(null),
    },
  };
  const updates: OrderUpdates = {
    onOrders: (listener) => {
      orderListeners.add(listener);
      return () => void orderListeners.delete(listener);
    },
    onExecutions: () => () => undefined,
    onGap: () => () => undefined,
  };

  return {
    wire,
    session,
    accounts,
    updates,
    truth: { orders, received, replies, cancels },
    acceptedFor: (cOID: string) => [...orders.values()].filter((order) => order.body.cOID === cOID),
    exitsOf: (cOID: string) => [...orders.values()].filter((order) => order.body.parentId === cOID),
    setFault: (next: Fault) => (fault = next),
    listsRead: () => reads,
    askNext: (rounds: number) => (asks = rounds),
    setRefuses: (next: boolean) => (refuses = next),
    /** The first exit of the next brackets is not taken. */
    setRefusesExit: (next: boolean) => (refusesExit = next),
    setWarm: (next: boolean) => (warm = next),
    setReady: (next: boolean) => {
      if (ready === next) return;
      ready = next;
      status = next ? 'ready' : 'link-lost';
      // Questions do not outlive the session.
      if (!next) asked.clear();
      for (const listener of sessionListeners) listener(state());
    },
    /** Someone else logs in: the session ends and begins anew. */
    logInAs: (next: string) => {
      user = next;
      asked.clear();
      for (const status_ of ['not-logged-in', 'ready'] as const) {
        status = status_;
        for (const listener of sessionListeners) listener(state());
      }
      ready = true;
    },
    fillAll: () => {
      for (const order of orders.values())
        if (order.status === 'Submitted') {
          order.status = 'Filled';
          order.filled = decimal(String(order.quantity));
        }
      const rows = [...orders.values()].map(rowOf);
      for (const listener of orderListeners) listener(rows);
    },
  };
}
export type ModelBroker = ReturnType<typeof createModelBroker>;
