// Seam: what a listener is told of each frame. Only executions are repeated by IBKR without meaning anything.
import { expect, it } from 'vitest';
import { createMemory, mergeFrame } from './topic-merge';

const order = { topic: 'sor', args: [{ orderId: 1, status: 'Submitted' }] };
const execution = { topic: 'str', args: [{ execution_id: 'e1', price: '1' }] };

it('an execution said twice is told once, and again when it is completed', () => {
  const memory = createMemory();
  expect(mergeFrame('str', memory, execution)?.changed).toHaveLength(1);
  expect(mergeFrame('str', memory, execution)).toBeNull();
  const completed = { topic: 'str', args: [{ execution_id: 'e1', commission: '2' }] };
  expect(mergeFrame('str', memory, completed)?.changed).toEqual([
    { execution_id: 'e1', price: '1', commission: '2' },
  ]);
});

it('every other topic is told of each frame: an equal one still says that the value is of now', () => {
  const quote = { topic: 'smd+8', conid: 8, '31': '5' };
  const ledger = { topic: 'sld+U1', result: [{ key: 'LedgerListUSD' }] };
  const money = { topic: 'spl', args: { 'U1.Core': { dpl: 1 } } };
  for (const [topic, frame] of [
    ['sor', order],
    ['smd', quote],
    ['sld', ledger],
    ['spl', money],
  ] as const) {
    const memory = createMemory();
    mergeFrame(topic, memory, frame);
    expect([topic, mergeFrame(topic, memory, frame)?.changed.length]).toEqual([topic, 1]);
  }
});

it('a delta keeps what was known, and an older quote changes nothing', () => {
  const memory = createMemory();
  mergeFrame('sor', memory, { topic: 'sor', args: [{ orderId: 1, status: 'Submitted', side: 'BUY' }] });
  expect(mergeFrame('sor', memory, { topic: 'sor', args: [{ orderId: 1, status: 'Filled' }] })?.all).toEqual([
    { orderId: 1, status: 'Filled', side: 'BUY' },
  ]);
  const quotes = createMemory();
  mergeFrame('smd', quotes, { '31': '5', _updated: 2 });
  expect(mergeFrame('smd', quotes, { '31': '4', _updated: 1 })).toBeNull();
});
