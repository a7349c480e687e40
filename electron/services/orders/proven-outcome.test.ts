// Seam: nothing is called acknowledged unless the answer is about this very order.
import { expect, it } from 'vitest';
import { silentLog } from '../../support/log';
import type { AcknowledgedOrder, WireOutcome } from './ports';
import { provenOutcome, settled } from './proven-outcome';

const own: AcknowledgedOrder = { orderId: '987', orderRef: 'dabc', accountId: 'DU1', status: 'Submitted' };
const expected = { cOID: 'dabc', accountIds: ['DU1'], modifies: null, attached: 0 };
const judge = (
  orders: ReadonlyArray<AcknowledgedOrder>,
  about: typeof expected | { modifies: string } = expected,
) => provenOutcome({ kind: 'acknowledged', orders }, { ...expected, ...about }).kind;

it('takes the answer about our order, echoes missing included', () => {
  expect(judge([own])).toBe('acknowledged');
  expect(judge([{ ...own, orderRef: null, accountId: null, status: null }])).toBe('acknowledged');
});

it.each<[string, ReadonlyArray<AcknowledgedOrder>]>([
  ['none', []],
  ['two', [own, { ...own, orderId: '988' }]],
  ['another account', [{ ...own, accountId: 'DU2' }]],
  ['another client id', [{ ...own, orderRef: 'dxyz' }]],
  ['order id -1', [{ ...own, orderId: '-1' }]],
  ['order id 0', [{ ...own, orderId: '0' }]],
])('does not believe an answer about %s', (_, orders) => {
  expect(judge(orders)).toBe('unknown');
});

it('a change answered with another order is alarming, not done', () => {
  expect(judge([own], { modifies: '987' })).toBe('acknowledged');
  expect(judge([own], { modifies: '555' })).toBe('unknown');
});

it('leaves every other verdict as it is, and makes a thrown bug unknown', async () => {
  const rejected: WireOutcome = { kind: 'rejected', text: 'no' };
  expect(provenOutcome(rejected, expected)).toBe(rejected);
  const thrown = await settled(() => Promise.reject(new Error('bug')), { log: silentLog });
  expect(thrown).toMatchObject({ kind: 'unknown', answered: false });
});

it('finds the entry of a bracket by its fields, and names exits that were not taken', () => {
  const bracket = { ...expected, attached: 2 };
  const takeProfit = { ...own, orderId: '988', orderRef: null, parentOrderId: '987' };
  const stop = { ...takeProfit, orderId: '989' };
  const ofBracket = (orders: ReadonlyArray<AcknowledgedOrder>, failed?: ReadonlyArray<string>) =>
    provenOutcome({ kind: 'acknowledged', orders, ...(failed === undefined ? {} : { failed }) }, bracket);
  expect(ofBracket([stop, takeProfit, own])).toMatchObject({ orders: [own, stop, takeProfit], failed: [] });
  expect(ofBracket([stop, { ...own, orderRef: null }], ['no'])).toMatchObject({
    orders: [{ orderId: '987' }, stop],
    failed: ['no'],
  });
  expect(ofBracket([own, stop])).toMatchObject({ failed: ['not mentioned in the answer'] });
  const bare = { ...own, orderRef: null };
  expect(ofBracket([bare, { ...bare, orderId: '988' }, { ...bare, orderId: '989' }]).kind).toBe('unknown');
  expect(ofBracket([stop, takeProfit], ['entry refused']).kind).toBe('unknown');
  expect(ofBracket([own, takeProfit, stop, { ...stop, orderId: '990' }]).kind).toBe('unknown');
});
