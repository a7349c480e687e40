import { failure, get, ok, post, type Route } from '../http/reply';
import { isRecord } from '../broker/order-request';
import { forgetPreflights, ssoExpiresMs } from '../session/session';
import { authStatus } from '../session/auth-status';
import type { World } from '../world';

/** Login, keep-alive and the brokerage session. */
export const sessionRoutes: readonly Route[] = [
  post('/iserver/auth/status', 'web', (world) => ok({ ...authStatus(world), fail: '' })),
  get('/iserver/auth/status', 'web', (world) => ok({ ...authStatus(world), fail: '' })),
  post('/tickle', 'web', (world) => ok(tickle(world))),
  get('/tickle', 'web', (world) => ok(tickle(world))),
  post('/iserver/auth/ssodh/init', 'web', (world, { body }) => {
    if (!isRecord(body) || body.publish !== true) return failure(500, 'publish must be true');
    const { session } = world;
    if (session.competing && body.compete !== true) return ok({ ...authStatus(world), message: 'competing' });
    if (!session.authenticated || session.competing) forgetPreflights(session);
    Object.assign(session, { authenticated: true, connected: true, established: true, competing: false });
    return ok(authStatus(world));
  }),
  post('/iserver/reauthenticate', 'web', () => ok({ message: 'triggered' })),
  get('/iserver/reauthenticate', 'web', () => ok({ message: 'triggered' })),
  get('/sso/validate', 'web', (world) => ok(validation(world))),
  post('/logout', 'open', (world) => {
    forgetPreflights(world.session);
    Object.assign(world.session, {
      loggedIn: false,
      authenticated: false,
      established: false,
      connected: false,
    });
    return ok({ status: true });
  }),
  get('/one/user', 'web', (world) =>
    ok({
      wbId: '',
      ispaper: world.isPaper,
      islite: false,
      has2fa: false,
      username: world.user.name,
      features: { env: 'PRACTICE', realtime: true },
      accts: Object.fromEntries(
        world.accounts.map((a) => [a.id, { clearingStatus: 'O', isFunded: true, isFAClient: false }]),
      ),
    }),
  ),
];

function tickle(world: World) {
  const { session } = world;
  session.lastTickleMs = world.clock.now();
  return {
    session: session.token,
    ssoExpires: ssoExpiresMs(session, world.clock),
    collission: false,
    userId: world.user.id,
    // Seen on perfectly healthy sessions (QUIRKS §1).
    hmds: { error: 'no bridge' },
    iserver: { authStatus: authStatus(world) },
  };
}

const validation = (world: World) => ({
  USER_ID: world.user.id,
  USER_NAME: world.user.name,
  RESULT: true,
  AUTH_TIME: world.clock.now() - 60_000,
  SF_ENABLED: false,
  IS_FREE_TRIAL: false,
  CREDENTIAL: world.user.name,
  IP: '127.0.0.1',
  EXPIRES: ssoExpiresMs(world.session, world.clock),
  QUALIFIED_FOR_MOBILE_AUTH: null,
  LANDING_APP: 'UNIVERSAL',
  IS_MASTER: false,
  lastAccessed: world.clock.now(),
  LOGIN_TYPE: world.isPaper ? 2 : 1,
  PAPER_USER_NAME: world.isPaper ? world.user.name : '',
  CLIENT_APP: null,
  features: {
    env: 'PRACTICE',
    wlms: true,
    realtime: true,
    bond: true,
    optionChains: true,
    calendar: true,
    newMf: true,
  },
  region: 'NJ',
});
