// Promise to whoever reads two answers of the practice gateway: whatever was traded, they say the same.
import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createClock } from '../../electron/practice/clock';
import { dispatch } from '../../electron/practice/http/dispatch';
import { testStartMs } from '../../electron/practice/testing/test-gateway';
import { openConnection } from '../../electron/practice/topics/connection';
import { createWorld, type World } from '../../electron/practice/world';

type Row = Record<string, unknown>;
const [apple, ibm, spy, toyota, pound] = [265598, 8314, 756733, 13905, 12087797] as const;

const step = fc.record({
  what: fc.constantFrom('single', 'bracket', 'oca', 'combo', 'modify', 'cancel', 'cash', 'cancel-all'),
  conid: fc.constantFrom(apple, ibm, spy, toyota, pound),
  side: fc.constantFrom('BUY', 'SELL'),
  type: fc.constantFrom('MKT', 'LMT', 'STP', 'MIT', 'REL', 'MIDPRICE', 'LOC'),
  tif: fc.constantFrom('DAY', 'GTC', 'IOC', 'FOK', 'OPG'),
  quantity: fc.integer({ min: 1, max: 800 }),
  ticks: fc.integer({ min: -200, max: 200 }),
  waitMs: fc.constantFrom(0, 20, 300, 5000, 30_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function session(seed: number) {
  const world = createWorld({
    seed,
    scenario: 'individual',
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
  });
  const frames: Row[] = [];
  const connection = openConnection(world, world.session.token, {
    send: (frame) => frames.push(JSON.parse(frame) as Row),
    close: () => {},
    topics: () => {},
  });
  const account = world.accounts[0]?.id ?? '';
  const call = (method: string, path: string, body?: unknown): unknown => {
    const text = body === undefined ? '' : JSON.stringify(body);
    return dispatch(world, {
      method,
      url: `/v1/api${path}`,
      headers: { 'content-length': String(text.length) },
      body: text,
    }).body;
  };
  call('POST', '/iserver/questions/suppress', {
    messageIds: ['o163', 'o354', 'o383', 'o403', 'o451', 'o10331', 'o2137', 'o10164', 'o10223'],
  });
  for (const text of ['sor+{}', 'str+{"realtimeUpdatesOnly":false,"days":1}', 'spl+{}'])
    connection.receive(text);
  return {
    world,
    account,
    call,
    frames,
    end: () => {
      connection.end();
      world.stop();
    },
  };
}

function priceOf(world: World, conid: number, ticks: number): number {
  const instrument = world.market.catalogue.byConid(conid);
  if (instrument === undefined) throw new Error(`no ${conid}`);
  const tick = new Big(instrument.increments[0]?.increment ?? 0.01);
  const last = new Big(world.market.quote(instrument).last).div(tick).round(0).plus(ticks);
  // The coarsest tick of the price range fits every rule of it.
  const coarse = instrument.increments.at(-1)?.increment ?? 0.01;
  return Number(last.times(tick).div(coarse).round(0).times(coarse).toFixed());
}

function act({ world, account, call }: ReturnType<typeof session>, s: Step, serial: number): void {
  const orders = `/iserver/account/${account}/orders`;
  const price = priceOf(world, s.conid, s.ticks);
  const base = {
    conid: s.conid,
    side: s.side,
    quantity: s.conid === toyota ? s.quantity * 100 : s.quantity,
    tif: s.tif,
  };
  const opposite = s.side === 'BUY' ? 'SELL' : 'BUY';
  const working = world.broker.orders().find((o) => o.status === 'Submitted' || o.status === 'PreSubmitted');
  const priced = s.type === 'MKT' || (s.type === 'MIDPRICE' && s.ticks > 0) ? {} : { price };
  switch (s.what) {
    case 'single':
      call('POST', orders, { orders: [{ ...base, orderType: s.type, ...priced, cOID: `c${serial}` }] });
      break;
    case 'bracket':
      call('POST', orders, {
        orders: [
          { ...base, tif: 'DAY', orderType: 'LMT', price, cOID: `b${serial}` },
          { ...base, tif: 'DAY', side: opposite, orderType: 'LMT', price, parentId: `b${serial}` },
          { ...base, tif: 'DAY', side: opposite, orderType: 'STP', price, parentId: `b${serial}` },
        ],
      });
      break;
    case 'oca':
      call('POST', orders, {
        orders: [-1, 1].map((sign) => ({
          ...base,
          tif: 'DAY',
          orderType: 'LMT',
          price: priceOf(world, s.conid, s.ticks * sign),
          isSingleGroup: true,
        })),
      });
      break;
    case 'combo':
      call('POST', orders, {
        orders: [
          {
            side: s.side,
            quantity: s.quantity,
            tif: 'DAY',
            orderType: s.ticks > 0 ? 'MKT' : 'LMT',
            price: s.ticks,
            conidex: `28812380;;;${apple}/1,${ibm}/-2`,
          },
        ],
      });
      break;
    case 'cash':
      call('POST', orders, {
        orders: [{ conid: apple, side: 'BUY', tif: 'DAY', orderType: 'MKT', cashQty: s.quantity }],
      });
      break;
    case 'modify':
      if (working !== undefined && working.type === 'LMT' && working.instrument.secType !== 'BAG')
        call('POST', `/iserver/account/${account}/order/${working.id}`, {
          conid: working.instrument.conid,
          side: working.side,
          orderType: 'LMT',
          tif: 'DAY',
          quantity: Number(working.quantity.toFixed()),
          price: priceOf(world, working.instrument.conid, s.ticks),
        });
      break;
    case 'cancel':
      if (working !== undefined) call('DELETE', `/iserver/account/${account}/order/${working.id}`);
      break;
    case 'cancel-all':
      if (s.ticks > 150) call('DELETE', `/iserver/account/${account}/order/-1`);
      break;
  }
  world.clock.advance(s.waitMs);
}

const total = (values: readonly Big[]) => values.reduce((all, value) => all.plus(value), new Big(0));
const merged = (frames: readonly Row[]) => {
  const orders = new Map<unknown, Row>();
  for (const frame of frames)
    if (frame.topic === 'sor')
      for (const row of frame.args as Row[]) orders.set(row.orderId, { ...orders.get(row.orderId), ...row });
  return orders;
};
/** What `spl` has told, its deltas laid over each other. */
const profitOf = (frames: readonly Row[]): Record<string, Row> => {
  const rows: Record<string, Row> = {};
  for (const frame of frames)
    if (frame.topic === 'spl')
      for (const [key, row] of Object.entries(frame.args as Record<string, Row>))
        rows[key] = { ...rows[key], ...row };
  return rows;
};
const positionsOf = (call: ReturnType<typeof session>['call'], account: string) =>
  new Map(
    (call('GET', `/portfolio/${account}/positions/0`) as Row[]).map((row) => [
      row.conid,
      Number(row.position),
    ]),
  );

it('never contradicts itself: orders, status, trades, positions, sor, str, spl and the ledger', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(step, { minLength: 1, maxLength: 20 }),
      (seed, steps) => {
        const one = session(seed);
        const { world, account, call, frames } = one;
        const before = positionsOf(call, account);
        steps.forEach((s, index) => act(one, s, index));
        world.clock.advance(2000);

        const { orders } = call('GET', '/iserver/account/orders') as { orders: Row[] };
        const trades = call('GET', '/iserver/account/trades?days=7') as Row[];
        const streamed = merged(frames);
        expect(streamed.size).toBe(orders.length);
        for (const row of orders) {
          expect(streamed.get(row.orderId)).toMatchObject({
            status: row.status,
            filledQuantity: row.filledQuantity,
            remainingQuantity: row.remainingQuantity,
          });
          const status = call('GET', `/iserver/account/order/status/${String(row.orderId)}`) as Row;
          expect(status.order_status).toBe(row.status);
          expect(Number(status.cum_fill)).toBe(row.filledQuantity);
          if (row.secType === 'BAG') continue;
          const own = trades.filter((trade) => trade.order_id === row.orderId);
          expect(total(own.map((trade) => new Big(String(trade.size)))).toNumber()).toBeCloseTo(
            Number(row.filledQuantity),
            6,
          );
          if (row.orderType === 'Limit')
            for (const trade of own)
              expect(
                (Number(trade.price) - Number(row.price)) * (row.side === 'BUY' ? 1 : -1),
              ).toBeLessThanOrEqual(1e-9);
        }
        const after = positionsOf(call, account);
        for (const conid of new Set([...before.keys(), ...after.keys()])) {
          const moved = total(
            trades
              .filter((trade) => trade.conid === conid)
              .map((trade) => new Big(String(trade.size)).times(trade.side === 'B' ? 1 : -1)),
          );
          expect(after.get(conid) ?? 0).toBeCloseTo((before.get(conid) ?? 0) + moved.toNumber(), 6);
        }
        const reported = new Set(
          frames
            .filter((f) => f.topic === 'str')
            .flatMap((f) => (f.args as Row[]).map((row) => row.execution_id)),
        );
        expect(reported).toEqual(new Set(trades.map((trade) => trade.execution_id)));

        const { BASE } = call('GET', `/portfolio/${account}/ledger`) as Record<
          string,
          { netliquidationvalue: number }
        >;
        const summary = call('GET', `/portfolio/${account}/summary`) as Record<string, { amount: number }>;
        expect(summary.netliquidation?.amount).toBeCloseTo(BASE?.netliquidationvalue ?? NaN, 1);
        const { upnl } = call('GET', '/iserver/account/pnl/partitioned') as {
          upnl: Record<string, { nl: number }>;
        };
        expect(upnl[`${account}.Core`]?.nl).toBeCloseTo(BASE?.netliquidationvalue ?? NaN, 1);
        // Prices stand still, and orders that fill in parts have a minute to finish: nothing moves between these answers,
        // so what the stream has told so far is the same to the cent.
        world.market.freeze(true);
        world.clock.advance(60_000);
        const { upnl: now } = call('GET', '/iserver/account/pnl/partitioned') as {
          upnl: Record<string, Row>;
        };
        expect(profitOf(frames)).toEqual(now);
        const rows = call('GET', `/portfolio/${account}/positions/0`) as Record<string, number>[];
        const ledger = call('GET', `/portfolio/${account}/ledger`) as Record<string, Record<string, number>>;
        const told = now[`${account}.Core`] ?? {};
        expect(told.nl).toBeCloseTo(ledger.BASE?.netliquidationvalue ?? NaN, 2);
        expect(told.upl).toBeCloseTo(
          rows.reduce((sum, row) => sum + (row.baseUnrealizedPnl ?? NaN), 0),
          1,
        );
        expect(told.upl).toBeCloseTo(ledger.BASE?.unrealizedpnl ?? NaN, 2);
        one.end();
      },
    ),
    { numRuns: 15 },
  );
}, 180_000);

it('tells the same story twice, frame by frame, for the same seed and the same requests', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (seed, steps) => {
        const [first, second] = [session(seed), session(seed)];
        for (const one of [first, second]) {
          steps.forEach((s, index) => act(one, s, index));
          one.end();
        }
        expect(JSON.stringify(first.frames)).toBe(JSON.stringify(second.frames));
        expect(first.frames.length).toBeGreaterThan(3);
      },
    ),
    { numRuns: 5 },
  );
}, 120_000);
