import type { Action, Point, Rule } from './rule';

/** FAULTS.md by id, second half: odd answers, odd numbers, odd frames. */
export const morePresets: Readonly<Record<string, readonly Rule[]>> = {
  A12: [one('A12', {}, { kind: 'headers', headers: { connection: 'close' } })],
  C16: [one('C16', { method: 'GET' }, { kind: 'headers', headers: { 'content-type': 'text/plain' } })],
  C17: [one('C17', { method: 'GET' }, { kind: 'gzip-bomb', megabytes: 1024 })],
  C19: [
    one(
      'C19',
      {},
      {
        kind: 'headers',
        headers: {
          'set-cookie': Array.from({ length: 1000 }, (_, i) => `practice${i}=1`),
          'x-practice': ['one', 'two'],
        },
      },
    ),
  ],
  C20: [one('C20', { method: 'GET' }, { kind: 'text', text: '\uFEFF{"text":"\u0000\uD800"}' })],
  C23: [
    one(
      'C23',
      { method: 'GET', path: '/portfolio/*/positions/*' },
      {
        kind: 'replace',
        body: [{ acctId: 'U9999999', conid: 76792991, contractDesc: 'TSLA', position: -4000, mktPrice: 1 }],
      },
    ),
  ],
  C25: [one('C25', { method: 'POST' }, { kind: 'status', status: 411, text: '' }, 'before-effect', 1)],
  // The keep-alive arrives as late as from a client whose event loop was busy for two minutes.
  D8: [one('D8', { path: '/tickle' }, { kind: 'delay', ms: 120_000 }, 'before-effect', 1)],
  D12: [one('D12', { path: '/iserver/accounts' }, { kind: 'patch', set: { accounts: [] } })],
  D15: [
    one(
      'D15',
      { path: '/iserver/auth/*' },
      {
        kind: 'patch',
        set: { authenticated: false, established: false },
      },
    ),
  ],
  E15: [
    one('E15-twice', { topic: 'sor', probability: 0.5 }, { kind: 'duplicate' }, 'ws-out'),
    one('E15-late', { topic: 'sor', probability: 0.5 }, { kind: 'delay', ms: 2000 }, 'ws-out'),
  ],
  E16: [
    one(
      'E16',
      { method: 'POST', path: '^/iserver/account/[^/]+/orders$' },
      { kind: 'delay', ms: 3000 },
      'after-effect',
      1,
    ),
  ],
  E17: [one('E17', { topic: 'str' }, { kind: 'duplicate' }, 'ws-out')],
  // Nothing is read for ten seconds, then all that was sent meanwhile is there at once.
  G17: [one('G17', {}, { kind: 'hold', ms: 10_000 }, 'ws-out', 1)],
  E18: [orders('E18', { filledQuantity: 1_000_000, remainingQuantity: -5 })],
  E20: [
    one(
      'E20',
      { method: 'DELETE', path: '/iserver/account/*/order/*' },
      { kind: 'status', status: 400, body: { error: 'Bad Request: Order is inactive', statusCode: 400 } },
      'before-effect',
    ),
  ],
  E24: [orders('E24', null)],
  E29: [orders('E29', { side: 'BOT', totalSize: '10', price: '' })],
  E30: [
    one(
      'E30',
      { path: '/iserver/contract/*' },
      {
        kind: 'patch',
        set: { increment: 0.03125, incrementDigits: 5 },
      },
    ),
  ],
  E31: [
    one(
      'E31',
      { path: '/iserver/account/*/orders/whatif' },
      {
        kind: 'patch',
        set: { initial: { current: '1', change: '1', after: '2' } },
      },
    ),
  ],
  F2: quotes('F2', { '31': 'C168.42', '84': 'H12.1' }),
  F3: quotes('F3', { '31': '1,300', '87': '1.2M', '82': '(12.5)', '83': '\u22121.5%', '7295': '1.234,56' }),
  F4: quotes('F4', { '31': '-37.63', '84': '0', '86': 'NaN', '70': '1e12', '71': '-1' }),
  F5: quotes('F5', { '84': '999999', '86': '0.01' }),
  F7: quotes('F7', { '6509': 'DPB' }),
  F9: [
    one(
      'F9',
      { path: '/iserver/marketdata/snapshot' },
      {
        kind: 'patch',
        set: {},
        remove: ['31', '84', '85', '86', '88', '_updated', '6509'],
      },
    ),
  ],
  F10: [
    one(
      'F10',
      { path: '/portfolio/*/positions/*', nth: 1 },
      { kind: 'patch', set: {}, remove: ['name', 'ticker'] },
    ),
  ],
  F11: [
    one(
      'F11',
      { path: '/portfolio/*/positions/1' },
      {
        kind: 'status',
        status: 500,
        body: { error: 'Internal Server Error' },
      },
    ),
  ],
  F12: [one('F12', { path: '/portfolio/*/positions/*' }, { kind: 'patch', set: {}, remove: ['currency'] })],
  F13: [one('F13', { topic: 'sld*' }, { kind: 'rows', how: 'first', within: 'result' }, 'ws-out')],
  F14: [one('F14', { path: '/portfolio/*/ledger' }, { kind: 'rows', how: 'reverse' })],
  F15: [
    one(
      'F15',
      { path: '/iserver/marketdata/history' },
      {
        kind: 'patch',
        set: {
          points: 0,
          data: [
            { t: 1_795_000_000_000, o: 10, h: 9, l: 11, c: 10, v: 1 },
            { t: 1_795_000_000_000, o: 10, h: 11, l: 9, c: 10, v: 1 },
            { t: 1_794_000_000_000, o: 10, h: 11, l: 9, c: 10, v: 1 },
          ],
        },
      },
    ),
  ],
  F18: [one('F18', { path: '/iserver/secdef/search' }, { kind: 'rows', how: 'reverse' })],
  F19: [
    one(
      'F19',
      { method: 'POST', path: '^/iserver/account/[^/]+/orders$' },
      { kind: 'status', status: 200, body: { error: 'Order is already expired.' } },
      'before-effect',
    ),
  ],
  F20: [
    one(
      'F20',
      { path: '/iserver/marketdata/snapshot' },
      {
        kind: 'replace',
        body: [{ conid: 8314, conidEx: '8314', '31': '1.00', '6509': 'RpB' }],
      },
    ),
  ],
  G10: [
    one(
      'G10-frame',
      { topic: 'smd*', nth: 1 },
      { kind: 'text', text: `{"topic":"smd","x":"${'x'.repeat(100_000_000)}"}` },
      'ws-out',
    ),
  ],
  G18: [one('G18', { topic: 'smd*', nth: 3 }, { kind: 'garbled' }, 'ws-out')],
};

/** One rule; what changes answers strikes after the effect. */
function one(
  id: string,
  match: Rule['match'],
  action: Action,
  point: Point = 'after-effect',
  times?: number,
): Rule {
  return { id, match, point, do: action, ...(times === undefined ? {} : { times }) };
}

/** The order list, with every row changed; null empties it although it is said to be complete. */
function orders(id: string, set: Readonly<Record<string, unknown>> | null): Rule {
  const match = { method: 'GET', path: '/iserver/account/orders' };
  return set === null
    ? one(id, match, { kind: 'replace', body: { orders: [], snapshot: true } })
    : one(id, match, { kind: 'patch', set, within: 'orders' });
}

/** Fields of every quote, over REST and the websocket. */
function quotes(id: string, set: Readonly<Record<string, string>>): Rule[] {
  return [
    one(id, { path: '/iserver/marketdata/snapshot' }, { kind: 'patch', set }),
    one(`${id}-ws`, { topic: 'smd*' }, { kind: 'patch', set }, 'ws-out'),
  ];
}
