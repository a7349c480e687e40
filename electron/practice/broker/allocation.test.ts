// Promise to an advisor's screen: an allocated order is one order whose fills arrive at the right accounts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { dispatch } from '../http/dispatch';
import { big, sum, zero } from '../money';
import { testStartMs } from '../testing/test-gateway';
import { createWorld } from '../world';
import { spread } from './allocation';

const start = (scenario: 'advisor' | 'individual' | 'large' = 'advisor') => {
  const world = createWorld({
    seed: 5,
    scenario,
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
  });
  const call = (method: string, path: string, body?: unknown) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    return dispatch(world, {
      method,
      url: `/v1/api${path}`,
      headers: { 'content-length': String(text.length) },
      body: text,
    }).body;
  };
  call('POST', '/iserver/questions/suppress', { messageIds: ['p6', 'o163', 'o2137'] });
  const held = (account: string) => world.account(account)?.positions.get(8314)?.quantity.toFixed() ?? '0';
  return { world, call, held };
};
const clients = ['DU5550101', 'DU5550102', 'DU5550103'] as const;
const buy = { conid: 8314, orderType: 'MKT', side: 'BUY', tif: 'DAY' };

it('spreads whole lots that add up, nobody further than a lot from the exact share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 5000 }),
      (weights, quantity) => {
        const parts = weights.map((weight, i) => ({ account: String(i), weight: big(weight) }));
        const given = spread({ name: '', parts }, big(quantity), big(1));
        expect(sum(given.values()).toFixed()).toBe(String(quantity));
        const total = sum(parts.map((part) => part.weight));
        for (const { account, weight } of parts)
          expect((given.get(account) ?? zero).minus(weight.times(quantity).div(total)).abs().lte(1)).toBe(
            true,
          );
      },
    ),
  );
});

describe('an order for a group', () => {
  it('asks about the distribution, then fills every member', () => {
    const { world, call, held } = start();
    call('POST', '/iserver/questions/suppress/reset');
    const [question] = call('POST', '/iserver/account/All%20Clients/orders', {
      orders: [{ ...buy, quantity: 10, cOID: 'fa-1' }],
    }) as { id: string; messageIds: string[] }[];
    expect(question?.messageIds).toEqual(['p6']);
    call('POST', `/iserver/reply/${question?.id ?? ''}`, { confirmed: true });
    world.clock.advance(5000);
    expect(clients.map(held)).toEqual(['4', '3', '3']);
    const [order] = world.broker.orders();
    expect([order?.account, order?.status]).toEqual(['DF5550100', 'Filled']);
    const executions = world.broker.executions();
    expect(executions.map((e) => [e.account, e.quantity.toFixed(), e.allocationName])).toEqual([
      ['DU5550101', '4', 'All Clients'],
      ['DU5550102', '3', 'All Clients'],
      ['DU5550103', '3', 'All Clients'],
    ]);
  });
  it('follows the percentages of a group that says them', () => {
    const { world, call, held } = start();
    call('POST', '/iserver/account/Half%20and%20Quarters/orders', { orders: [{ ...buy, quantity: 40 }] });
    world.clock.advance(5000);
    expect(clients.map(held)).toEqual(['20', '10', '10']);
  });
  it('can be made, renamed, used and deleted', () => {
    const { world, call, held } = start();
    const members = [
      { name: clients[1], amount: 3 },
      { name: clients[2], amount: 1 },
    ];
    call('POST', '/iserver/account/allocation/group', { name: 'x', default_method: 'R', accounts: members });
    call('PUT', '/iserver/account/allocation/group', {
      name: 'y',
      prev_name: 'x',
      default_method: 'R',
      accounts: members,
    });
    expect(call('POST', '/iserver/account/allocation/group/single', { name: 'y' })).toEqual({
      name: 'y',
      accounts: members,
      default_method: 'R',
    });
    call('POST', '/iserver/account/y/orders', { orders: [{ ...buy, quantity: 8 }] });
    world.clock.advance(5000);
    expect(clients.map(held)).toEqual(['0', '6', '2']);
    call('POST', '/iserver/account/allocation/group/delete', { name: 'y' });
    expect(call('POST', '/iserver/account/y/orders', { orders: [{ ...buy, quantity: 8 }] })).toMatchObject({
      statusCode: 400,
    });
  });
});

it('spreads by a profile in the order; shares must add up', () => {
  const { world, call, held } = start();
  const order = (second: number) => ({
    ...buy,
    quantity: 5,
    jsonPayload: {
      allocation_profile: {
        alloc_type: 'SHARE',
        allocations: [
          { account: clients[0], amount: 2 },
          { account: clients[2], amount: second },
        ],
      },
    },
  });
  expect(call('POST', '/iserver/account/DF5550100/orders', { orders: [order(4)] })).toEqual({
    error: 'The allocated shares (6) do not add up to the order quantity (5).',
  });
  call('POST', '/iserver/account/DF5550100/orders', { orders: [order(3)] });
  world.clock.advance(5000);
  expect(clients.map(held)).toEqual(['2', '0', '3']);
});

it('is for advisors only', () => {
  const { call } = start('individual');
  expect(
    call('POST', '/iserver/account/DU5550001/orders', {
      orders: [
        {
          ...buy,
          quantity: 1,
          jsonPayload: { allocation_profile: { alloc_type: 'SHARE', allocations: [] } },
        },
      ],
    }),
  ).toEqual({ error: 'Allocation is for financial advisors only.' });
});

it('takes twenty working orders on a side of a contract, not twenty-one; the other side is free', () => {
  const { call } = start('individual');
  const place = (side: string, price: number) =>
    call('POST', '/iserver/account/DU5550001/orders', {
      orders: [{ ...buy, side, orderType: 'LMT', price, quantity: 1 }],
    });
  for (let i = 0; i < 20; i++) expect(place('BUY', 10 + i)).toMatchObject([{ order_status: 'PreSubmitted' }]);
  expect(place('BUY', 9)).toMatchObject({ error: expect.stringContaining('maximum of 20') as string });
  expect(place('SELL', 900)).toMatchObject([{ order_status: 'PreSubmitted' }]);
});

it('leaves room on every side of every contract of the large scenario', () => {
  const { world } = start('large');
  const sides = new Map<string, number>();
  for (const order of world.broker.orders()) {
    const key = `${order.instrument.conid}/${order.side}`;
    sides.set(key, (sides.get(key) ?? 0) + 1);
  }
  expect(world.broker.orders()).toHaveLength(1000);
  expect(Math.max(...sides.values())).toBeLessThan(20);
});
