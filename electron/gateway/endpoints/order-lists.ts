import { z } from 'zod';
import { anyNumberOf, idText, inPath, inQuery, integer, text } from '../arguments';
import { endpoint } from '../endpoint';
import { figure, flag, identity, label, row } from '../wire';

/** IBKR wants lower snake case; its documents show the statuses of its answers — GOTCHAS 29. */
const filterWord = text.transform((word) => word.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());

const liveOrder = row({
  orderId: identity,
  conid: identity,
  acct: label,
  account: label,
  side: label,
  status: label,
  ticker: label,
  orderType: label,
  price: figure,
  avgPrice: figure,
  totalSize: figure,
  filledQuantity: figure,
  remainingQuantity: figure,
  order_ref: label,
  timeInForce: label,
  lastExecutionTime_r: figure,
});

/** What IBKR tells of orders and fills; nothing here changes one. */
export const orderListEndpoints = {
  liveOrders: endpoint({
    area: 'orders',
    verb: 'GET',
    path: '/iserver/account/orders',
    parameters: {
      filters: inQuery(
        anyNumberOf(filterWord),
        'Statuses such as `filled`, `submitted`; filtered reads are incomplete and silence the websocket until a forced one.',
      ),
      force: inQuery(
        z.boolean().optional(),
        'True clears IBKR’s cache; the list is then read again without it.',
      ),
      accountId: inQuery(text.optional(), 'Account; never filled in by the client.'),
    },
    wire: row({ orders: z.array(liveOrder), snapshot: flag }),
    preflight: 'accounts',
    pacing: { intervalMs: 5_000 },
    warmUp: {
      isKnown: (data, input) => input['force'] !== true && (data.snapshot === true || data.orders.length > 0),
      again: (input) => ({ ...input, force: undefined }),
      attempts: 3,
      delayMs: 0,
    },
    docs: {
      purpose:
        'Orders of this session. An empty list counts only with `snapshot: true`: until then it is read again, and marked `notKnownYet` if that does not help.',
      returns:
        '`orders`: `{orderId, conid, side, status, totalSize, filledQuantity, remainingQuantity, price (text), avgPrice, order_ref (= cOID)}`; `snapshot`.',
      errors: '`server-error` for unknown filter words (IBKR answers 500).',
      pacing: '1 request per 5 s; at most 1000 orders',
      source: 'OpenAPI 2.28, captures',
      example: { filters: ['submitted'] },
    },
  }),
  orderStatus: endpoint({
    area: 'orders',
    verb: 'GET',
    path: '/iserver/account/order/status/{orderId}',
    parameters: { orderId: inPath(idText, 'IBKR’s order id.') },
    wire: row({
      order_id: identity,
      order_status: label,
      side: label,
      size: figure,
      total_size: figure,
      cum_fill: figure,
      average_price: figure,
      limit_price: figure,
      conid: identity,
      account: label,
      tif: label,
    }),
    preflight: 'accounts',
    statusMeans: { 503: 'not-found' },
    docs: {
      purpose: 'One order in detail.',
      returns:
        'snake_case members, figures as text: `size` is the unfilled rest, `total_size` the order’s quantity.',
      errors:
        '`not-found` for an order of another session or account (IBKR answers 503): that is no proof that it does not exist.',
      source: 'OpenAPI 2.28',
      example: { orderId: '987654321' },
    },
  }),
  trades: endpoint({
    area: 'orders',
    verb: 'GET',
    path: '/iserver/account/trades',
    parameters: {
      days: inQuery(integer.optional(), 'Days, 1 to 7; the server’s default is the current day.'),
      accountId: inQuery(text.optional(), 'Account. Default: the client’s account, when set.', {
        defaultsToAccount: true,
      }),
    },
    wire: z.array(
      row({
        execution_id: z.string().nullish(),
        conid: identity,
        symbol: label,
        side: label,
        size: figure,
        price: figure,
        commission: figure,
        net_amount: figure,
        order_ref: label,
        account: label,
        accountCode: label,
        trade_time: label,
        trade_time_r: figure,
        order_id: identity,
      }),
    ),
    preflight: 'accounts',
    pacing: { intervalMs: 5_000 },
    warmUp: { isKnown: (rows) => rows.length > 0, attempts: 2, delayMs: 0, oncePerSession: true },
    docs: {
      purpose:
        'Executions of up to seven days. The first read of a session is often empty: it is made twice.',
      returns:
        'Rows `{execution_id, conid, side (B, S, X), size, price (text), commission (text), order_ref, trade_time_r (ms)}`.',
      pacing: '1 request per 5 s',
      source: 'OpenAPI 2.28, without the reference’s trailing slash',
      example: { days: 7 },
    },
  }),
} as const;
