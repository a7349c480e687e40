// Promise to order-safety tests: every bad outcome they need can be brought about, and the ground truth tells which.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/test-gateway';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ easy: true });
});
afterEach(() => test.stop());

const place = async (orders: Record<string, unknown>[]) =>
  (
    await test.call('POST', `/iserver/account/${test.account}/orders`, {
      orders: orders.map((order) => ({
        conid: 265598,
        side: 'BUY',
        orderType: 'MKT',
        quantity: 1,
        tif: 'DAY',
        ...order,
      })),
    })
  ).body;
const reply = async (id: unknown, confirmed = true) =>
  test.call('POST', `/iserver/reply/${String(id)}`, { confirmed });
const book = () => test.gateway.host.world().broker.orders();
const desk = () => test.gateway.host.world().desk;
const only = (body: unknown) => (body as Record<string, unknown>[])[0] ?? {};

describe('outcomes on demand', () => {
  it('asks a chain of questions, known ids or not, then places', async () => {
    desk().expect({
      questions: ['a1', 'o99999', 'o354'].map((messageId) => ({ messageId, text: `<h4>${messageId}</h4>` })),
    });
    let answer: unknown = await place([{}]);
    const seen: unknown[] = [];
    while ('message' in only(answer)) {
      seen.push(only(answer).messageIds);
      answer = (await reply(only(answer).id)).body;
    }
    expect(seen).toEqual([['a1'], ['o99999'], ['o354']]);
    expect(only(answer)).toHaveProperty('order_id');
    expect(desk().replies()).toHaveLength(3);
    expect(book()).toHaveLength(1);
  });

  it('acknowledges and drops', async () => {
    desk().expect({ fate: 'drop' });
    expect(only(await place([{ cOID: 'gone' }]))).toMatchObject({
      local_order_id: 'gone',
      order_status: 'PreSubmitted',
    });
    expect(book()).toHaveLength(0);
  });

  it('accepts as inactive with a reason', async () => {
    desk().expect({ fate: 'inactive', reason: 'No security definition' });
    expect(only(await place([{}]))).toMatchObject({ order_status: 'Inactive' });
    test.clock.advance(5000);
    expect(book()[0]).toMatchObject({ status: 'Inactive', reason: 'No security definition' });
  });

  it('fails one leg of a bracket and keeps the others', async () => {
    desk().expect({ failLeg: 1 });
    const rows = (await place([
      { orderType: 'LMT', price: 100, cOID: 'p' },
      { side: 'SELL', orderType: 'LMT', price: 300, parentId: 'p' },
    ])) as unknown[];
    // The far limit asks first.
    const answer = 'message' in only(rows) ? ((await reply(only(rows).id)).body as unknown[]) : rows;
    const settled = 'message' in only(answer) ? ((await reply(only(answer).id)).body as unknown[]) : answer;
    expect(settled[1]).toMatchObject({ order_id: '-1', order_status: 'Failed' });
    expect(book()).toHaveLength(1);
  });

  it('prompts, and transmits only on the first option', async () => {
    for (const [text, placed] of [
      ["Don't Transmit", 0],
      ['Transmit', 1],
    ] as const) {
      desk().expect({
        prompt: { text: 'Really?', options: ['Transmit', "Don't Transmit"], messageId: 'p12' },
      });
      const prompt = (await place([{}])) as Record<string, unknown>;
      expect(prompt).toMatchObject({ prompt: true, messageId: 'p12', dismissable: [] });
      const answer = await test.call('POST', '/iserver/notification', {
        orderId: prompt.orderId,
        reqId: prompt.reqId,
        text,
      });
      expect(answer.body).toBe('Success');
      expect(book()).toHaveLength(placed);
    }
  });

  it('lets a void question go live when the next is confirmed, if told to', async () => {
    desk().quirks.voidedGoLive = true;
    const question = { messageId: 'o354', text: 'blind?' };
    desk().expect({ questions: [question] });
    const first = only(await place([{ cOID: 'first' }]));
    desk().expect({ questions: [question] });
    const second = only(await place([{ cOID: 'second' }]));
    expect((await reply(first.id)).status).toBe(503);
    await reply(second.id);
    expect(book().map((order) => order.clientId)).toEqual(['first', 'second']);
  });

  it('holds cancels, so that a fill can win the race', async () => {
    const { broker } = test.gateway.host.world();
    desk().expect({});
    await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163'] });
    const id = Number(only(await place([{ orderType: 'LMT', price: 50 }])).order_id);
    test.clock.advance(1000);
    broker.holdCancels(true);
    await test.call('DELETE', `/iserver/account/${test.account}/order/${id}`);
    test.clock.advance(5000);
    expect(broker.find(id)?.status).toBe('PendingCancel');
    broker.forceFill(id, null, null);
    broker.holdCancels(false);
    expect(broker.find(id)?.status).toBe('Filled');
  });
});
