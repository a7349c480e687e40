import { z } from 'zod';
import {
  anyNumberOf,
  asBody,
  idText,
  inBody,
  inPath,
  inQuery,
  integer,
  keptHere,
  oneOrMany,
  text,
} from '../arguments';
import { endpoint } from '../endpoint';
import type { OrderQuestion } from '../gateway-error';
import { cancelOnce, modifyWithAnswers, placeWithAnswers, replyOnce } from '../order-composites';
import { orderRequest } from '../order-request';
import { positiveOrderId } from '../order-wire';
import { previewWithQuote, whatIfWire } from '../what-if';
import { figure, flag, label, row, submitted, identity } from '../wire';

const accountId = inPath(
  text.optional(),
  'Account of the order, in the path. Default: the client’s account.',
);
const answers = keptHere(
  z.record(z.string(), z.boolean()).default({}),
  'Prepared answers to IBKR’s questions: message id (`o163`), name (`PRICE_PERCENTAGE_CONSTRAINT`) or part of the text, to true or false. Ids come first, then texts, the longest first. No answer counts as no.',
);
const onQuestion = keptHere(
  z
    .custom<(question: OrderQuestion) => boolean | Promise<boolean>>((value) => typeof value === 'function')
    .optional(),
  'Called for questions without a prepared answer (in programs only).',
);
const orderErrors =
  '`order-rejected` (IBKR’s reason in `message`), `order-declined`, `order-unanswered`, `duplicate-order`, `order-partly-rejected`, and `outcome-unknown` with the `cOID`: the order may exist; it is never sent again.';
const oneRequest = 'one request on a fresh connection within 15 s, never repeated';

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

export const orderEndpoints = {
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
  placeOrder: endpoint({
    area: 'orders',
    verb: 'POST',
    path: '/iserver/account/{accountId}/orders',
    parameters: {
      orderRequest: inBody(
        z.preprocess(
          (given): unknown => (Array.isArray(given) ? given : [given]),
          z.array(orderRequest).min(1),
        ),
        'The order in wire names (`conid` or `conidex`, `side`, `orderType`, `tif`, `quantity` or `cashQty` or `fxQty`, `price`, `auxPrice`, `outsideRTH`, `cOID`, …), or a list: a bracket (children with `parentId`) or an OCA group. `customFields` is merged last. Prices in the contract’s currency. A missing `cOID` is made.',
        { wireName: 'orders' },
      ),
      answers,
      accountId,
      onQuestion,
    },
    wire: z.unknown(),
    docs: {
      purpose:
        'Places an order and answers IBKR’s questions as prepared; a question without an answer is declined.',
      returns:
        '`{order_id, order_status, …}`, or a list of them for several orders. It is IBKR’s receipt, not a fill.',
      errors: orderErrors,
      pacing: oneRequest,
      source: 'OpenAPI 2.28, BEHAVIOUR §10–11, ORDER_SAFETY §6',
      example: {
        accountId: 'U1234567',
        orderRequest: {
          conid: 265598,
          side: 'BUY',
          quantity: 1,
          orderType: 'LMT',
          price: 165,
          tif: 'DAY',
          acctId: 'U1234567',
          cOID: 'my-1',
        },
        answers: { o163: true },
      },
    },
    run: placeWithAnswers,
  }),
  reply: endpoint({
    area: 'orders',
    verb: 'POST',
    path: '/iserver/reply/{replyId}',
    parameters: {
      replyId: inPath(text, 'Id of the question.'),
      confirmed: inBody(z.boolean(), 'Yes or no.'),
    },
    wire: z.unknown(),
    docs: {
      purpose: 'Answers one question of IBKR about an order.',
      returns: 'Receipts, or a further question.',
      errors: orderErrors,
      pacing: oneRequest,
      source: 'OpenAPI 2.28',
      example: { replyId: '07a13a5a-4a48-44a5-bb25-5ab37b79186c', confirmed: true },
    },
    run: replyOnce,
  }),
  whatifOrder: endpoint({
    ...whatIfWire,
    docs: {
      purpose:
        'What an order would cost and do to margins. Nothing is placed. A snapshot of the contract is asked for before, once per session: IBKR previews badly without market data.',
      returns:
        '`amount`, `equity`, `initial`, `maintenance`, `position` as display text; warnings in `warn`, a refusal in `error`.',
      source: 'OpenAPI 2.28',
      example: {
        accountId: 'U1234567',
        orderRequest: {
          conid: 265598,
          side: 'BUY',
          quantity: 1,
          orderType: 'LMT',
          price: 165,
          tif: 'DAY',
          acctId: 'U1234567',
        },
      },
    },
    run: previewWithQuote,
  }),
  cancelOrder: endpoint({
    area: 'orders',
    verb: 'DELETE',
    path: '/iserver/account/{accountId}/order/{orderId}',
    parameters: {
      orderId: inPath(positiveOrderId, 'IBKR’s order id, positive. (-1, everything, is refused.)'),
      accountId,
      manualIndicator: inQuery(z.boolean().optional(), 'True for a click of a human; needed for futures.'),
      extOperator: inQuery(text.optional(), 'Who operates; needed for futures.'),
      manualCancelTime: inQuery(z.number().int().optional(), 'When, in ms.'),
    },
    wire: z.unknown(),
    docs: {
      purpose: 'Asks IBKR to cancel an order.',
      returns:
        '`{msg: "Request was submitted", order_id, …}`: a receipt of the request, not the cancellation.',
      errors: '`not-found` when there is no such order, `outcome-unknown`.',
      pacing: oneRequest,
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567', orderId: '987654321' },
    },
    run: cancelOnce,
  }),
  modifyOrder: endpoint({
    area: 'orders',
    verb: 'POST',
    path: '/iserver/account/{accountId}/order/{orderId}',
    parameters: {
      orderId: inPath(positiveOrderId, 'IBKR’s order id.'),
      orderRequest: asBody(orderRequest, 'The whole order with the changed values, in wire names.'),
      answers,
      accountId,
      onQuestion,
    },
    wire: z.unknown(),
    docs: {
      purpose: 'Changes a working order.',
      returns: 'As placeOrder.',
      errors: orderErrors,
      pacing: oneRequest,
      source: 'OpenAPI 2.28, BEHAVIOUR §10–11',
      example: {
        accountId: 'U1234567',
        orderId: '987654321',
        orderRequest: {
          conid: 265598,
          side: 'BUY',
          quantity: 2,
          orderType: 'LMT',
          price: 165,
          tif: 'DAY',
          acctId: 'U1234567',
        },
        answers: {},
      },
    },
    run: modifyWithAnswers,
  }),
  suppressMessages: endpoint({
    area: 'orders',
    verb: 'POST',
    path: '/iserver/questions/suppress',
    parameters: {
      messageIds: inBody(
        oneOrMany(text).refine((ids) => ids.length <= 51, 'at most 51 ids'),
        'Message ids, at most 51.',
      ),
    },
    wire: submitted,
    docs: {
      purpose: 'Stops questions of these kinds until the session ends.',
      returns: '`{status: "submitted"}`.',
      source: 'OpenAPI 2.28',
      example: { messageIds: ['o163'] },
    },
  }),
  resetSuppressedMessages: endpoint({
    area: 'orders',
    verb: 'POST',
    path: '/iserver/questions/suppress/reset',
    parameters: {},
    wire: submitted,
    docs: {
      purpose: 'Lets all questions be asked again.',
      returns: '`{status: "submitted"}`.',
      source: 'OpenAPI 2.28',
    },
  }),
} as const;
