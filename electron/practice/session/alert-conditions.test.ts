// Promise to alerts: each type of condition tells once when it comes true, and not before.
import { expect, it } from 'vitest';
import { createClock } from '../clock';
import { testStartMs } from '../testing/test-gateway';
import { dispatch } from '../http/dispatch';
import { utcStamp } from '../wire-time';
import { createWorld, type World } from '../world';

const apple = 265598;
const start = () => {
  const told: string[] = [];
  const world = createWorld({
    seed: 2,
    scenario: 'individual',
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
    announce: (message) => {
      const { topic, args } = message as { topic: string; args: { text?: string } };
      if (topic === 'ntf' && args.text !== undefined) told.push(args.text);
    },
  });
  return { world, told };
};
type Started = ReturnType<typeof start>;
const instrument = (world: World) => {
  const found = world.market.catalogue.byConid(apple);
  if (found === undefined) throw new Error('no AAPL');
  return found;
};
const accountId = (world: World) => world.accounts[0]?.id ?? '';
const post = (world: World, path: string, body: unknown) => {
  const text = JSON.stringify(body);
  return dispatch(world, {
    method: 'POST',
    url: `/v1/api${path}`,
    headers: { 'content-length': String(text.length) },
    body: text,
  });
};
const alert = ({ world }: Started, conditions: readonly object[], more: object = {}) =>
  post(world, `/iserver/account/${accountId(world)}/alert`, {
    alertName: 'it',
    alertMessage: 'it happened',
    tif: 'GTC',
    alertRepeatable: 0,
    outsideRth: 0,
    conditions: conditions.map((condition) => ({ logicBind: 'n', ...condition })),
    ...more,
  });
const wait = ({ world }: Started, ms = 1000) => world.clock.advance(ms);
const price = ({ world }: Started, value: number) => world.market.setPrice(instrument(world), value, true);
const buy = ({ world }: Started) =>
  post(world, `/iserver/account/${accountId(world)}/orders`, {
    orders: [{ conid: apple, side: 'BUY', orderType: 'MKT', quantity: 1, tif: 'DAY' }],
  });

const cases: ReadonlyArray<
  readonly [name: string, condition: (s: Started) => object, happen: (s: Started) => void]
> = [
  [
    'price',
    () => ({ type: 1, conidex: `${apple}@SMART`, operator: '>=', value: '400' }),
    (s) => price(s, 401),
  ],
  [
    'time',
    () => ({ type: 3, conidex: `${apple}@SMART`, operator: '>=', value: utcStamp(testStartMs + 60_000) }),
    (s) => wait(s, 60_000),
  ],
  [
    'margin cushion',
    ({ world }) => {
      const [account] = world.accounts;
      if (account === undefined) throw new Error('no account');
      const { netLiquidation, excessLiquidity } = world.valuation.account(account);
      return {
        type: 4,
        operator: '<=',
        value: excessLiquidity.div(netLiquidation).times(100).minus(1).toFixed(4),
      };
    },
    // More of the account stands in shares, which need margin.
    (s) => {
      const { last } = s.world.market.quote(instrument(s.world));
      price(s, last * 3);
    },
  ],
  ['trade', () => ({ type: 5, conidex: `${apple}@SMART`, operator: '>=', value: '' }), (s) => void buy(s)],
  [
    'volume',
    ({ world }) => ({
      type: 6,
      conidex: `${apple}@SMART`,
      operator: '>=',
      value: String(world.market.day(instrument(world)).volume + 100_000),
    }),
    (s) => wait(s, 6 * 3_600_000),
  ],
  [
    'change',
    () => ({ type: 7, conidex: `${apple}@SMART`, operator: '<=', value: '-10' }),
    (s) => price(s, s.world.market.priorClose(instrument(s.world)) * 0.88),
  ],
  [
    'change of a position',
    () => ({ type: 8, conidex: `${apple}@SMART`, operator: '>=', value: '10' }),
    (s) => price(s, s.world.market.priorClose(instrument(s.world)) * 1.12),
  ],
  [
    'day profit',
    ({ world }) => {
      const [account] = world.accounts;
      if (account === undefined) throw new Error('no account');
      return { type: 9, operator: '>=', value: world.valuation.account(account).daily.plus(2000).toFixed(2) };
    },
    (s) => price(s, s.world.market.priorClose(instrument(s.world)) * 1.3),
  ],
];

it.each(cases)('%s', (_name, condition, happen) => {
  const s = start();
  expect(alert(s, [condition(s)]).status).toBe(200);
  wait(s);
  expect(s.told).toEqual([]);
  happen(s);
  wait(s);
  wait(s);
  expect(s.told).toEqual(['it happened']);
});

it('joins conditions by and, by or', () => {
  const never = { type: 1, conidex: `${apple}`, operator: '>=', value: '100000' };
  const always = { type: 1, conidex: `${apple}`, operator: '>=', value: '1' };
  for (const [bind, count] of [
    ['a', 0],
    ['o', 1],
  ] as const) {
    const s = start();
    alert(s, [{ ...never, logicBind: bind }, always]);
    wait(s);
    expect(s.told.length).toBe(count);
  }
});

it('tells a repeatable alert again after its condition has failed in between, a GTD alert no longer than its date', () => {
  const s = start();
  const condition = { type: 1, conidex: `${apple}@SMART`, operator: '>=', value: '400' };
  alert(s, [condition], { alertRepeatable: 1 });
  alert(s, [{ ...condition, value: '500' }], { tif: 'GTD', expireTime: utcStamp(testStartMs + 30_000) });
  for (const value of [401, 300, 402]) {
    price(s, value);
    wait(s, 5000);
  }
  expect(s.told.length).toBe(2);
  wait(s, 60_000);
  price(s, 501);
  wait(s);
  expect(s.told.length).toBe(2);
});
