import { z } from 'zod';
import { asBody, inBody, inPath, inQuery, keptHere, oneOrMany, text } from '../arguments';
import { endpoint } from '../endpoint';
import type { OrderQuestion } from '../gateway-error';
import { cancelOnce, modifyWithAnswers, placeWithAnswers, replyOnce } from '../order-composites';
import { orderRequest } from '../order-request';
import { positiveOrderId } from '../order-wire';
import { previewWithQuote, whatIfWire } from '../what-if';
import { submitted } from '../wire';

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

export const orderEndpoints = {
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
