import { morePresets } from './more-presets';
import type { Action, Point, Rule } from './rule';

const placing = { method: 'POST', path: '^/iserver/account/[^/]+/orders$' } as const;
const any = {} as const;
const reads = { method: 'GET' } as const;
const brokerage = { path: '/iserver/*' } as const;

const rule = (id: string, match: Rule['match'], point: Point, action: Action, times?: number): Rule => ({
  id,
  match,
  point,
  do: action,
  ...(times === undefined ? {} : { times }),
});
const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202E';
const html = '<html><body><h1>502 Bad Gateway</h1></body></html>';

/** FAULTS.md by id: those that are something on the wire. Session faults (D) are scenes, prices are `POST /market/price`. */
const presets: Readonly<Record<string, readonly Rule[]>> = {
  A1: [rule('A1', any, 'accept', { kind: 'rst' })],
  A2: [
    rule('A2', any, 'accept', {
      kind: 'raw',
      text: 'HTTP/1.1 403 Forbidden\r\nserver: AirTunes/1.0\r\ncontent-length: 0\r\n\r\n',
    }),
  ],
  A3: [rule('A3', any, 'accept', { kind: 'hang' })],
  A4: [rule('A4', any, 'after-effect', { kind: 'drip', bytes: 1, everyMs: 2000 })],
  A5: [rule('A5', placing, 'after-effect', { kind: 'rst' }, 1)],
  A6: [rule('A6', placing, 'before-read', { kind: 'fin' }, 1)],
  A7: [rule('A7', any, 'before-effect', { kind: 'hang' }), rule('A7-ws', any, 'ws-out', { kind: 'drop' })],
  A11: [
    rule('A11', any, 'before-effect', {
      kind: 'status',
      status: 302,
      headers: { location: 'http://captive.invalid/' },
    }),
  ],
  A13: [rule('A13', any, 'tls', { kind: 'hang' })],
  C1: [rule('C1', reads, 'before-effect', { kind: 'status', status: 401 })],
  C2: [rule('C2', placing, 'after-effect', { kind: 'status', status: 401 }, 1)],
  C3: [rule('C3', { path: '/portfolio/*' }, 'before-effect', { kind: 'status', status: 401 })],
  C4: [
    rule('C4', any, 'before-effect', { kind: 'status', status: 429, body: { error: 'Too many requests' } }),
  ],
  C5: [
    rule(
      'C5',
      placing,
      'after-effect',
      { kind: 'status', status: 429, body: { error: 'Too many requests' } },
      1,
    ),
  ],
  'C5-before': [
    rule(
      'C5-before',
      placing,
      'before-effect',
      { kind: 'status', status: 429, body: { error: 'Too many requests' } },
      1,
    ),
  ],
  C6: [
    rule(
      'C6',
      { method: 'GET', path: '/iserver/*' },
      'before-effect',
      { kind: 'status', status: 500, body: { error: 'Please query /accounts first' } },
      1,
    ),
  ],
  C7: [
    rule(
      'C7',
      placing,
      'before-effect',
      { kind: 'status', status: 500, body: { error: 'Please query /accounts first' } },
      1,
    ),
  ],
  C8: [
    rule('C8-wait', placing, 'after-effect', { kind: 'delay', ms: 10_000 }, 1),
    rule('C8', placing, 'before-headers', { kind: 'status', status: 503 }, 1),
  ],
  C9: [
    rule('C9', brokerage, 'before-effect', {
      kind: 'status',
      status: 503,
      body: { error: 'Service Unavailable', statusCode: 503 },
    }),
  ],
  C10: [rule('C10', any, 'before-effect', { kind: 'html', status: 502, text: html })],
  C11: [
    rule('C11', any, 'before-effect', {
      kind: 'status',
      status: 302,
      headers: { location: '/sso/Login?forwardTo=22&RL=1&ip2loc=US' },
    }),
  ],
  C12: [rule('C12', any, 'before-effect', { kind: 'html' })],
  C13: [rule('C13', any, 'after-effect', { kind: 'empty' })],
  C14: [rule('C14', any, 'after-effect', { kind: 'truncate', bytes: 20 })],
  C15: [rule('C15', any, 'after-effect', { kind: 'truncate', bytes: 20, cut: true })],
  C18: [rule('C18', reads, 'before-effect', { kind: 'text', text: `[${'0,'.repeat(25_000_000)}0]` })],
  C21: [
    rule('C21', reads, 'before-effect', {
      kind: 'text',
      text: '{"__proto__":{"polluted":true},"a":1,"a":2,"big":9223372036854775807,"huge":1e400,"minus":-0}',
    }),
  ],
  C22: [rule('C22', reads, 'before-effect', { kind: 'status', status: 204 })],
  C24: [rule('C24', any, 'before-effect', { kind: 'delay', ms: 9900 })],
  C26: [rule('C26', any, 'after-effect', { kind: 'delay', ms: 0, upToMs: 30_000 })],
  D3: [
    rule('D3', { path: '/iserver/auth/ssodh/init' }, 'before-effect', {
      kind: 'status',
      status: 200,
      body: { authenticated: false, competing: false, connected: true, message: '', fail: '' },
    }),
  ],
  D4: [rule('D4', { path: '/iserver/auth/ssodh/init' }, 'before-effect', { kind: 'status', status: 410 })],
  D5: [
    rule('D5', { path: '/iserver/auth/status' }, 'after-effect', {
      kind: 'patch',
      set: {},
      remove: ['established'],
    }),
  ],
  D7: [
    rule(
      'D7',
      { path: '/tickle' },
      'before-effect',
      { kind: 'status', status: 500, body: { error: 'failed to process request' } },
      1,
    ),
  ],
  D11: [
    rule('D11', { path: '/iserver/accounts' }, 'after-effect', { kind: 'patch', set: { isPaper: false } }),
  ],
  D13: [
    rule('D13', { path: '/iserver/accounts' }, 'before-effect', { kind: 'status', status: 200, body: {} }),
  ],
  D14: [
    rule('D14', { path: '^/(?!tickle|iserver/auth/status)' }, 'before-effect', {
      kind: 'status',
      status: 401,
    }),
  ],
  E4: [
    rule(
      'E4',
      { path: '/iserver/reply/*' },
      'before-effect',
      { kind: 'status', status: 400, body: { error: "reply id not found: ''" } },
      1,
    ),
  ],
  E5: [rule('E5', { path: '/iserver/reply/*' }, 'after-effect', { kind: 'status', status: 503 }, 1)],
  E9: [
    rule(
      'E9',
      placing,
      'before-effect',
      {
        kind: 'status',
        status: 200,
        body: { error: "Order couldn't be submitted: Local order ID=practice is already registered." },
      },
      1,
    ),
  ],
  E10: [rule('E10', placing, 'after-effect', { kind: 'patch', set: {}, remove: ['order_id'] }, 1)],
  E12: [
    rule(
      'E12',
      placing,
      'before-effect',
      {
        kind: 'status',
        status: 200,
        body: { error: 'We cannot accept an order at the limit price you selected.' },
      },
      1,
    ),
  ],
  E22: [
    rule('E22', { path: '/iserver/account/order/status/*' }, 'before-effect', {
      kind: 'status',
      status: 503,
      body: { error: 'Service Unavailable', statusCode: 503 },
    }),
  ],
  E23: [
    rule('E23', { method: 'GET', path: '/iserver/account/orders' }, 'before-effect', {
      kind: 'status',
      status: 200,
      body: { orders: [], snapshot: false },
    }),
  ],
  E33: [
    rule('E33', { method: 'GET', path: '/iserver/account/orders' }, 'after-effect', {
      kind: 'patch',
      set: { acct: 'U9999999', account: 'U9999999' },
      within: 'orders',
    }),
  ],
  E34: [rule('E34', placing, 'after-effect', { kind: 'patch', set: { local_order_id: 'someone-else' } }, 1)],
  F1: [
    rule('F1', reads, 'after-effect', { kind: 'wrong-type' }),
    rule('F1-ws', any, 'ws-out', { kind: 'wrong-type' }),
  ],
  F8: [rule('F8', { topic: 'smd+265598*' }, 'ws-out', { kind: 'drop' })],
  F17: [
    rule('F17', { path: '/iserver/secdef/search' }, 'after-effect', {
      kind: 'patch',
      set: { companyName: hostile, companyHeader: hostile },
    }),
  ],
  G1: [rule('G1', any, 'ws-open', { kind: 'status', status: 500, text: html })],
  G2: [rule('G2', { topic: 'system' }, 'ws-out', { kind: 'close', code: 1011 })],
  G3: [rule('G3', any, 'ws-out', { kind: 'drop' })],
  G4: [rule('G4', { topic: 'smd*' }, 'ws-out', { kind: 'drop' })],
  G5: [rule('G5', { topic: 'smd*', probability: 0.5 }, 'ws-out', { kind: 'delay', ms: 3000 })],
  G6: [
    rule('G6-binary', { topic: 'smd*', probability: 0.3 }, 'ws-out', { kind: 'binary' }),
    rule('G6-cut', { topic: 'smd*', probability: 0.3 }, 'ws-out', { kind: 'truncate', bytes: 17 }),
    rule('G6-empty', { topic: 'smd*', probability: 0.3 }, 'ws-out', { kind: 'text', text: '[]' }),
  ],
  G7: [
    rule('G7', { topic: 'smd*' }, 'ws-out', {
      kind: 'patch',
      set: {},
      remove: ['conid', 'conidEx', '31', '84', '86'],
    }),
  ],
  G8: [rule('G8', { topic: 'spl' }, 'ws-out', { kind: 'patch', set: { topic: 'zzz' } })],
  G9: [
    rule('G9', { topic: 'smd+*' }, 'ws-in', {
      kind: 'text',
      text: '{"error":"No accounts","code":500,"topic":"smd"}',
    }),
  ],
};

/** The rules of a fault by its id in FAULTS.md, or null. */
export const presetRules = (id: string): readonly Rule[] | null => presets[id] ?? morePresets[id] ?? null;
export const presetIds = (): string[] => [...Object.keys(presets), ...Object.keys(morePresets)];
