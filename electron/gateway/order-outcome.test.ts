// Seam: ORDER_SAFETY §6.1. Only the listed shapes prove anything; whatever else came is unknown.
import { expect, it } from 'vitest';
import { classifyOrderOutcome, type ExpectedAnswer } from './order-outcome';

const submit: ExpectedAnswer = { kind: 'submit', accountId: 'U1', cOIDs: ['mine'], orders: 1 };
const bracket: ExpectedAnswer = { ...submit, orders: 2 };
const decline: ExpectedAnswer = { ...submit, kind: 'decline', orders: null };
const cancel: ExpectedAnswer = { kind: 'cancel', accountId: 'U1', cOIDs: null, orders: null, orderId: '7' };
const modify: ExpectedAnswer = { ...submit, kind: 'modify', cOIDs: null };
const ack = { order_id: '7', order_status: 'Submitted' };
const reject = { error: 'We cannot accept an order at the limit price you selected. Please submit' };

const answerOfThree: ExpectedAnswer = { ...submit, kind: 'answer', cOIDs: ['a', 'b', 'c'], orders: null };

it.each([
  ['a yes for three orders, one failed, two unsaid', answerOfThree, 200, [{ order_id: '-1' }], 'unknown'],
  [
    'a yes for three orders, all failed',
    answerOfThree,
    200,
    [{ order_id: '-1' }, { order_id: '-1' }, { order_id: '-1' }],
    'rejected',
  ],
  [
    'a yes for three orders, one refused, two unsaid',
    { ...submit, kind: 'answer', cOIDs: null, orders: 3 } as const,
    200,
    [reject],
    'unknown',
  ],
  ['one refusal in a list for two orders', bracket, 200, [reject], 'unknown'],
  ['a known refusal beside an unknown one', bracket, 200, [reject, { error: 'Something' }], 'unknown'],
  ['known refusals of both', bracket, 200, [reject, reject], 'rejected'],
  ['a bare refusal is about all of the request', bracket, 200, reject, 'rejected'],
  ['receipt', submit, 200, [ack], 'acknowledged'],
  ['receipt with our id', submit, 200, [{ ...ack, local_order_id: 'mine' }], 'acknowledged'],
  ['receipt with another id', submit, 200, [{ ...ack, local_order_id: 'min' }], 'unknown'],
  ['receipt for another account', submit, 200, [{ ...ack, account: 'U2' }], 'unknown'],
  ['bare receipt', submit, 200, ack, 'unknown'],
  ['receipt with status 201', submit, 201, [ack], 'unknown'],
  ['receipt without an id', submit, 200, [{ order_status: 'Submitted' }], 'unknown'],
  ['id 0', submit, 200, [{ order_id: '0' }], 'unknown'],
  ['id -1', submit, 200, [{ order_id: '-1', text: 'no' }], 'rejected'],
  ['question', submit, 200, [{ id: 'q', message: ['sure?'], messageIds: ['o163'] }], 'question'],
  ['question without words', submit, 200, [{ id: 'q', message: [] }], 'unknown'],
  ['question with null words', submit, 200, [{ id: 'q', message: null }], 'unknown'],
  [
    'prompt',
    submit,
    200,
    { orderId: 1, reqId: '2', text: 'sure?', options: ['a'], prompt: true },
    'question',
  ],
  ['known refusal', submit, 200, reject, 'rejected'],
  ['known refusal in a list', submit, 200, [reject], 'rejected'],
  ['known refusal with a status of error', submit, 400, reject, 'unknown'],
  ['unknown refusal', submit, 200, { error: 'Something went wrong' }, 'unknown'],
  ['unknown refusal in a list', submit, 200, [{ error: 'Something' }], 'unknown'],
  ['the desk itself refused', submit, 200, { error: 'x', action: 'order_submit_issue' }, 'rejected'],
  [
    'already registered',
    submit,
    400,
    { error: "Order couldn't be submitted: Local order ID=mine is already registered." },
    'duplicate',
  ],
  ['empty list', submit, 200, [], 'unknown'],
  ['empty object', submit, 200, {}, 'unknown'],
  ['no bridge', submit, 400, { error: 'Bad Request: no bridge', statusCode: 400 }, 'unknown'],
  [
    'reply id not found',
    { ...submit, kind: 'answer' } as const,
    400,
    { error: 'reply id not found' },
    'unknown',
  ],
  ['declined', decline, 200, { error: 'Order not confirmed ' }, 'rejected'],
  [
    'not confirmed although confirmed',
    { ...submit, kind: 'answer' } as const,
    200,
    { error: 'Order not confirmed ' },
    'unknown',
  ],
  [
    'cancel taken',
    cancel,
    200,
    { msg: 'Request was submitted', order_id: 7, conid: -1, account: null },
    'acknowledged',
  ],
  ['cancel of another order', cancel, 200, { msg: 'Request was submitted', order_id: 8 }, 'unknown'],
  ['nothing to cancel', cancel, 200, { error: "OrderID 7 doesn't exist" }, 'rejected'],
  ['nothing to modify', modify, 200, { error: "OrderID 7 doesn't exist" }, 'rejected'],
  ['the same words about a new order', submit, 200, { error: "OrderID 7 doesn't exist" }, 'unknown'],
])('%s', (_, expected, status, body, kind) => {
  const reply = {
    kind: 'reply',
    status,
    text: JSON.stringify(body),
    retryAfter: null,
    location: null,
  } as const;
  expect(classifyOrderOutcome(reply, expected).kind).toBe(kind);
});

const judge = (rows: unknown, expected: ExpectedAnswer) =>
  classifyOrderOutcome(
    { kind: 'reply', status: 200, text: JSON.stringify(rows), retryAfter: null, location: null },
    expected,
  );

it('legs are judged one by one, by their fields', () => {
  const failed = { order_id: '-1', order_status: 'Failed', text: 'child' };
  expect(judge([failed, { ...ack, local_order_id: 'mine' }], bracket)).toMatchObject({
    kind: 'acknowledged',
    partial: true,
    legs: [
      { outcome: 'rejected', reason: 'child' },
      { outcome: 'acknowledged', orderId: '7' },
    ],
  });
  expect(judge([failed, failed], bracket)).toMatchObject({ kind: 'rejected' });
  expect(judge([failed], bracket)).toMatchObject({ kind: 'unknown' });
  expect(judge([ack], bracket)).toMatchObject({
    kind: 'acknowledged',
    partial: true,
    legs: [{}, { outcome: 'unknown' }],
  });
});

it('ids beyond 2^53 keep their digits', () => {
  const reply = {
    kind: 'reply',
    status: 200,
    text: '[{"order_id":90071992547409931}]',
    retryAfter: null,
    location: null,
  } as const;
  expect(classifyOrderOutcome(reply, submit)).toMatchObject({ legs: [{ orderId: '90071992547409931' }] });
});

it('only a connection that took no byte proves that nothing was sent', () => {
  const failure = { kind: 'failure', code: 'timeout', detail: 'x' } as const;
  expect(classifyOrderOutcome({ ...failure, bytesWritten: 0 }, submit).kind).toBe('not-sent');
  expect(classifyOrderOutcome({ ...failure, bytesWritten: 1 }, submit)).toMatchObject({
    kind: 'unknown',
    answered: false,
  });
});
