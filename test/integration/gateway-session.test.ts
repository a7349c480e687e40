// Seam: where the gateway is said to stand, and that nothing is claimed which was not seen.
import { afterEach, expect, it, vi } from 'vitest';
import type { GatewaySessionStatus } from '../../electron/gateway/session-state';
import type { Gateway } from '../../electron/gateway/gateway';
import { clientOf } from '../support/gateway-client';
import {
  createAuthority,
  startScriptedGateway,
  type Answer,
  type Authority,
  type ScriptedGateway,
} from '../support/scripted-gateway';

const open: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
async function start(authority?: Authority): Promise<{
  server: ScriptedGateway;
  gateway: Gateway;
  say: (path: string, answer: Answer) => void;
}> {
  const server = await startScriptedGateway(authority === undefined ? {} : { authority });
  const gateway = clientOf(server);
  open.push(server.close, gateway.close);
  const answers = new Map<string, Answer>([
    ['/iserver/accounts', { json: { accounts: ['U1'], selectedAccount: 'U1', isPaper: true } }],
    ['/sso/validate', { json: { RESULT: true, USER_NAME: 'me', LOGIN_TYPE: 2 } }],
  ]);
  server.answer = ({ path }) => answers.get(path.replace('/v1/api', '')) ?? { status: 404, text: '' };
  return { server, gateway, say: (path, answer) => void answers.set(path, answer) };
}
const flags = (authenticated: boolean, connected: boolean, more = {}) => ({
  authenticated,
  connected,
  competing: false,
  ...more,
});
const tickle = (authStatus: unknown): Answer => ({ json: { session: 's', iserver: { authStatus } } });
const statusOf = async (gateway: Gateway): Promise<GatewaySessionStatus> =>
  (await gateway.sessionMachine.checkHealth()).status;

it('ready only with flags and accounts, with two witnesses of paper or live', async () => {
  const { gateway, say } = await start();
  say('/tickle', tickle(flags(true, true)));
  expect(gateway.sessionMachine.state().status).toBe('connecting');
  expect(await statusOf(gateway)).toBe('ready');
  await vi.waitFor(() =>
    expect(gateway.sessionMachine.state().facts).toMatchObject({
      username: 'me',
      loginType: 2,
      isPaper: true,
      accounts: ['U1'],
    }),
  );
});

const table: ReadonlyArray<readonly [string, Answer, GatewaySessionStatus]> = [
  ['not logged in (401)', { status: 401, text: '' }, 'not-logged-in'],
  ['no session (200)', { json: { error: 'no session' } }, 'not-logged-in'],
  ['login page', { text: '<html><a href="/sso/Login">' }, 'not-logged-in'],
  [
    'redirect to the login',
    { status: 302, text: '', headers: { Location: '/sso/Login?forwardTo=22' } },
    'not-logged-in',
  ],
  ['logged out flags', tickle(flags(false, false)), 'not-logged-in'],
  ['no brokerage', tickle(flags(false, true)), 'no-brokerage'],
  [
    'competing, authenticated or not',
    tickle({ authenticated: true, connected: true, competing: true }),
    'competing',
  ],
  ['not established', tickle(flags(true, true, { established: false })), 'not-established'],
  ['link lost', tickle(flags(true, false)), 'link-lost'],
  ['connected missing', tickle({ authenticated: true }), 'link-lost'],
  ['AirPlay', { status: 403, text: '' }, 'not-tls'],
  ['an unreadable answer', { text: '{"sess' }, 'link-lost'],
  ['an outage', { status: 503, text: '' }, 'link-lost'],
];
it.each(table)('%s', async (_, answer, status) => {
  const { gateway, say } = await start();
  say('/tickle', answer);
  expect(await statusOf(gateway)).toBe(status);
});

it('accounts that are not there yet keep trading off', async () => {
  const { gateway, say } = await start();
  say('/tickle', tickle(flags(true, true)));
  say('/iserver/accounts', { json: {} });
  expect(await statusOf(gateway)).toBe('not-established');
});

it('one lost beat is forgiven, the next one is a lost link, and the loop goes on', async () => {
  const { gateway, say } = await start();
  say('/tickle', tickle(flags(true, true)));
  await statusOf(gateway);
  say('/tickle', { status: 500, text: '' });
  expect(await statusOf(gateway)).toBe('ready');
  expect(await statusOf(gateway)).toBe('link-lost');
  say('/tickle', tickle(flags(true, true)));
  expect(await statusOf(gateway)).toBe('ready');
});

it('opens the brokerage session once, never competing by itself; taking over is asked for', async () => {
  const { server, gateway, say } = await start();
  say('/tickle', tickle(flags(false, true)));
  say('/iserver/auth/ssodh/init', { json: flags(false, true) });
  for (let look = 0; look < 3; look += 1) await statusOf(gateway);
  expect(server.at('/iserver/auth/ssodh/init').map(({ body }) => body)).toEqual([
    '{"publish":true,"compete":false}',
  ]);
  await gateway.sessionMachine.takeOver();
  expect(server.at('/iserver/auth/ssodh/init').at(-1)?.body).toBe('{"publish":true,"compete":true}');
});

it('notices a killed gateway within seconds, and its return with everything subscribed again', async () => {
  const authority = await createAuthority();
  const { server, gateway, say } = await start(authority);
  say('/tickle', tickle(flags(true, true)));
  server.onSocket = (socket) => socket.send(JSON.stringify({ topic: 'sts', args: { authenticated: true } }));
  gateway.sessionMachine.start();
  gateway.socket.start();
  gateway.socket.subscribe({ topic: 'spl' }, () => undefined);
  await vi.waitFor(() => expect(gateway.socket.state().status).toBe('live'), 8_000);
  const gone = performance.now();
  await server.close();
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('not-running'), 8_000);
  expect(performance.now() - gone).toBeLessThan(5_000);
  expect(gateway.socket.state().status).not.toBe('live');

  const again = await startScriptedGateway({ authority, port: server.port });
  open.push(again.close);
  Object.assign(again, { answer: server.answer, onSocket: server.onSocket });
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('ready'), 8_000);
  await vi.waitFor(() => expect(again.frames).toEqual(['spl+{}']), 8_000);
  expect(again.at('/iserver/accounts').length).toBeGreaterThan(0);
});

it('a failing read makes the session look', async () => {
  const { gateway, say } = await start();
  say('/tickle', tickle(flags(true, true)));
  await statusOf(gateway);
  say('/tickle', { status: 401, text: '' });
  say('/portfolio/accounts', { status: 401, text: '' });
  await gateway.portfolio.portfolioAccounts();
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('not-logged-in'), 5_000);
});

const health: ReadonlyArray<readonly [string, Answer, object]> = [
  ['healthy', tickle(flags(true, true)), { healthy: true, reason: 'healthy' }],
  ['unauthenticated', tickle(flags(false, true)), { healthy: false, reason: 'unauthenticated' }],
  [
    'competing',
    tickle({ authenticated: true, connected: true, competing: true }),
    { healthy: false, reason: 'competing' },
  ],
  ['disconnected', tickle(flags(true, false)), { healthy: false, reason: 'disconnected' }],
  [
    'competing missing',
    tickle({ authenticated: true, connected: true }),
    { healthy: true, competing: false },
  ],
  [
    'connected missing',
    tickle({ authenticated: true, competing: false }),
    { healthy: false, reason: 'invalid' },
  ],
  ['null flags', tickle(null), { healthy: false, reason: 'invalid' }],
  ['error body', { json: { error: 'x' } }, { healthy: false, reason: 'invalid' }],
  ['list', { json: [] }, { healthy: false, reason: 'invalid' }],
  ['401', { status: 401, text: '' }, { healthy: false, reason: 'unauthenticated' }],
  ['HTML', { text: '<html>' }, { healthy: false, reason: 'unreachable' }],
  ['dropped', 'drop', { healthy: false, reason: 'unreachable' }],
];
it.each(health)('health: %s', async (_, answer, expected) => {
  const { server, gateway, say } = await start();
  say('/tickle', answer);
  expect(await gateway.session.checkHealth()).toMatchObject({ ok: true, value: { data: expected } });
  expect(server.at('/tickle')).toHaveLength(1);
});
