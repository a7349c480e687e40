import { allocate } from '../broker/allocated-order';
import { isRecord, readOrderRequest, textOf } from '../broker/order-request';
import type { DeskAnswer } from '../broker/order-desk';
import { isWorking, type Order, type OrderTicket } from '../broker/order';
import { liveOrder, orderStatus } from '../broker/wire-order';
import { wireTrade } from '../broker/wire-trade';
import { whatIf } from '../broker/what-if';
import { bareFailure, del, failure, flag, get, list, ok, post, type Reply, type Route } from '../http/reply';
import type { World } from '../world';

const statusFilters = new Set(
  'inactive pending_submit pre_submitted submitted filled pending_cancel pre_cancelled cancelled warn_state sort_by_time'.split(
    ' ',
  ),
);
/** IBKR documents `PreSubmitted` and answers to `pre_submitted`; clients send either. */
const filterWord = (word: string): string => word.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
const dayMs = 86_400_000;

/** Orders, questions, executions. */
export const orderRoutes: readonly Route[] = [
  post('/iserver/account/:accountId/orders', 'brokerage', (world, { params, body }) => {
    const problem = notReady(world, params.accountId, true);
    if (problem !== null) return problem;
    const requests = isRecord(body) && Array.isArray(body.orders) ? (body.orders as unknown[]) : null;
    if (requests === null || requests.length === 0)
      return failure(400, 'Bad Request: Missing order parameters');
    const tickets: OrderTicket[] = [];
    for (const request of requests) {
      const account = (isRecord(request) ? textOf(request.acctId) : '') || (params.accountId ?? '');
      if (world.account(account) === undefined && !world.advisor.groups.has(account))
        return failure(400, `Bad Request: accountId is not valid: ${account}`);
      const read = readOrderRequest(world.market, account, request);
      if (!read.ok) return read.status === 400 ? failure(400, read.error) : ok({ error: read.error });
      const allocated = allocate(world, read.ticket, request);
      if (typeof allocated === 'string') return ok({ error: allocated });
      tickets.push(allocated);
    }
    return answer(world.desk.receive({ kind: 'place', tickets }));
  }),
  post('/iserver/account/:accountId/order/:orderId', 'brokerage', (world, { params, body }) => {
    const problem = notReady(world, params.accountId);
    if (problem !== null) return problem;
    const order = findOrder(world, params.accountId, params.orderId);
    if (order === undefined) return ok({ error: `OrderID ${params.orderId ?? ''} doesn't exist` });
    if (!isWorking(order)) return failure(400, 'Bad Request: Order is inactive');
    const read = readOrderRequest(world.market, order.account, body);
    if (!read.ok) return read.status === 400 ? failure(400, read.error) : ok({ error: read.error });
    return answer(world.desk.receive({ kind: 'modify', orderId: order.id, ticket: read.ticket }));
  }),
  del('/iserver/account/:accountId/order/:orderId', 'brokerage', (world, { params }) => {
    const problem = notReady(world, params.accountId);
    if (problem !== null) return problem;
    if (params.orderId === '-1') {
      for (const order of world.broker.orders())
        if (order.account === params.accountId && isWorking(order)) world.broker.cancel(order.id);
      return ok({ msg: 'Request was submitted', order_id: -1, conid: -1, account: null });
    }
    const order = findOrder(world, params.accountId, params.orderId);
    if (order === undefined) return ok({ error: `OrderID ${params.orderId ?? ''} doesn't exist` });
    if (!isWorking(order)) return failure(400, 'Bad Request: Order is inactive');
    world.broker.cancel(order.id);
    return ok({
      msg: 'Request was submitted',
      order_id: order.id,
      conid: order.instrument.conid,
      account: order.account,
    });
  }),
  post('/iserver/reply/:replyId', 'brokerage', (world, { params, body }) => {
    const replyId = params.replyId ?? '';
    const confirmed = isRecord(body) && body.confirmed === true;
    const result = world.desk.reply(replyId, confirmed);
    if (result.kind === 'unknown-reply' && world.desk.quirks.voidedGoLive)
      return failure(503, 'Service Unavailable');
    if (result.kind === 'unknown-reply') return bareFailure(400, `reply id not found: '${replyId}'`);
    if (result.kind === 'declined') return ok({ error: 'Order not confirmed ' });
    return answer(result);
  }),
  post('/iserver/account/:accountId/orders/whatif', 'brokerage', (world, { params, body }) => {
    const problem = notReady(world, params.accountId, true);
    if (problem !== null) return problem;
    const request: unknown = isRecord(body) && Array.isArray(body.orders) ? body.orders[0] : null;
    const read = readOrderRequest(world.market, params.accountId ?? '', request);
    if (!read.ok) return read.status === 400 ? failure(400, read.error) : ok({ error: read.error });
    const allocated = allocate(world, read.ticket, request);
    return ok(typeof allocated === 'string' ? { error: allocated } : whatIf(world, allocated));
  }),
  get('/iserver/account/orders', 'brokerage', (world, { query }) => {
    if (!world.session.accountsQueried && !world.easy) return queryAccountsFirst;
    const filters = list(query, 'filters').map(filterWord);
    const unknown = filters.find((word) => !statusFilters.has(word));
    if (unknown !== undefined) return bareFailure(500, `unknown filter ${unknown}`);
    const { session } = world;
    if (flag(query.get('force'))) {
      Object.assign(session, { ordersPrimed: true, ordersFiltered: false });
      return ok({ orders: [], snapshot: false });
    }
    const primed = session.ordersPrimed;
    Object.assign(session, { ordersPrimed: true, ordersFiltered: filters.length > 0 });
    if (!primed && !world.easy) return ok({ orders: [], snapshot: false });
    const account = query.get('accountId') ?? session.selectedAccount;
    const orders = world.broker
      .orders()
      .filter(
        (order) =>
          order.account === account &&
          (filters.length === 0 || filters.some((word) => matchesFilter(order, word))),
      );
    return ok({ orders: [...orders].reverse().slice(0, 1000).map(liveOrder), snapshot: true });
  }),
  get('/iserver/account/order/status/:orderId', 'brokerage', (world, { params }) => {
    const order = world.broker.find(Number(params.orderId));
    return order === undefined ? failure(503, 'Service Unavailable') : ok(orderStatus(order));
  }),
  get('/iserver/account/trades', 'brokerage', (world, { query }) => {
    const primed = world.session.tradesPrimed;
    world.session.tradesPrimed = true;
    if (!primed && !world.easy) return ok([]);
    const days = query.get('days');
    if (days !== null && !/^\d+$/.test(days)) return bareFailure(500, 'Invalid days');
    const account = query.get('accountId') ?? world.session.selectedAccount;
    const sinceMs = world.clock.now() - Math.min(7, Math.max(1, Number(days ?? 1))) * dayMs;
    const rows = world.broker.executions().filter((e) => e.account === account && e.atMs >= sinceMs);
    return ok([...rows].reverse().map((execution) => wireTrade(execution, world.user.name)));
  }),
  post('/iserver/questions/suppress', 'brokerage', (world, { body }) => {
    const ids: unknown[] = isRecord(body) && Array.isArray(body.messageIds) ? body.messageIds : [];
    if (ids.length === 0 || ids.length > 51) return bareFailure(500, 'Invalid message id list');
    for (const id of ids) world.session.suppressed.add(textOf(id));
    return ok({ status: 'submitted' });
  }),
  post('/iserver/questions/suppress/reset', 'brokerage', (world) => {
    world.session.suppressed.clear();
    return ok({ status: 'submitted' });
  }),
  post('/iserver/notification', 'brokerage', (world, { body }) => {
    if (!isRecord(body)) return failure(400, 'Bad Request: orderId and type are required');
    world.desk.answerPrompt(Number(body.orderId), textOf(body.reqId), textOf(body.text));
    return { status: 200, text: 'Success', contentType: 'text/plain' };
  }),
];

const queryAccountsFirst: Reply = bareFailure(500, 'Please query /accounts first');

function notReady(world: World, account: string | undefined, orGroup = false): Reply | null {
  if (!world.session.accountsQueried && !world.easy) return queryAccountsFirst;
  if (orGroup && world.advisor.groups.has(account ?? '')) return null;
  if (world.account(account ?? '') === undefined)
    return failure(400, `Bad Request: accountId is not valid: ${account ?? ''}`);
  return null;
}

function findOrder(world: World, account: string | undefined, id: string | undefined): Order | undefined {
  const order = world.broker.find(Number(id));
  return order?.account === account ? order : undefined;
}

const matchesFilter = (order: Order, word: string) =>
  word === 'sort_by_time' || word.replaceAll('_', '') === order.status.toLowerCase();

function answer(result: DeskAnswer): Reply {
  switch (result.kind) {
    case 'refused':
      return ok({ error: result.error });
    case 'rows':
      return ok(result.rows);
    case 'prompt':
      return ok({ ...result.prompt, dismissable: [], type: 'M', prompt: true });
    case 'question':
      return ok([
        {
          id: result.replyId,
          message: [result.question.text],
          isSuppressed: false,
          messageIds: [result.question.messageId],
          messageOptions: ['Yes', 'No'],
        },
      ]);
    case 'orders':
      return ok(
        result.orders.map((order) => ({
          order_id: String(order.id),
          ...(order.clientId === null ? {} : { local_order_id: order.clientId }),
          ...(order.parentOrderId === null ? {} : { parent_order_id: String(order.parentOrderId) }),
          order_status: order.status,
          encrypt_message: '1',
        })),
      );
  }
}
