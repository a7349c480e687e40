import { isRecord } from '../broker/order-request';
import { failure, get, ok, post, put, del, type Reply, type Route } from '../http/reply';
import type { World } from '../world';

const types: ReadonlyArray<readonly [code: string, name: string, description: string]> = [
  [
    'BA',
    'Borrow Availability',
    'Notify me when shares have been located on stocks that had previously been rejected for short sale orders.',
  ],
  [
    'M8',
    '871(m) Trades',
    'Notify me when I establish position subject to US dividend tax withholding 871(m) rules.',
  ],
  [
    'AA',
    'Account Activity',
    'Notifications related to account activity such as funding, application, trading and market data permissions.',
  ],
  ['PF', 'Portfolio FYIs', 'Notify me of recent activity affecting my portfolio holdings.'],
  ['OE', 'Option Expiration', 'Notify me when options in my portfolio are about to expire.'],
];
const disclaimer =
  'This communication is provided for information purposes only and is not a recommendation or a solicitation to buy, sell or hold any investment product. (Simulated.)';

/** State of one login's notification centre. */
interface Centre {
  readonly notifications: {
    readonly ID: string;
    readonly FC: string;
    readonly MS: string;
    readonly MD: string;
    readonly atMs: number;
    read: boolean;
  }[];
  readonly off: Set<string>;
  readonly seen: Set<string>;
  readonly devices: Map<string, { readonly NM: string; readonly UI: string; readonly A: number }>;
  email: number;
  warm: boolean;
}

const centres = new WeakMap<World, Centre>();
function centreOf(world: World): Centre {
  const known = centres.get(world);
  if (known !== undefined) return known;
  const atMs = world.clock.now() - 3_600_000;
  const day = new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '');
  const made: Centre = {
    notifications: [
      {
        ID: `${day}90000001`,
        FC: 'PF',
        MS: 'FYI: Changes in Analyst Ratings',
        MD: '<html>Some investors use analysts ratings to stay informed about their investments. This notification is <b>simulated</b>.</html>',
        atMs,
        read: false,
      },
      {
        ID: `${day}90000002`,
        FC: 'OE',
        MS: 'IBKR FYI: Option Expiration Notification',
        MD: 'One or more option contracts in your portfolio are set to expire shortly. (Simulated.)',
        atMs,
        read: false,
      },
    ],
    off: new Set(),
    seen: new Set(),
    devices: new Map(),
    email: 1,
    warm: false,
  };
  centres.set(world, made);
  return made;
}

/** The first call of a session is answered 423 (recorded/errors/423-fyi-waiting-for-reply). */
function warmed(world: World, answer: (centre: Centre) => Reply): Reply {
  const centre = centreOf(world);
  const cold = !centre.warm && !world.easy;
  centre.warm = true;
  return cold ? { status: 423, body: { status: 'waiting for reply' } } : answer(centre);
}
const edited = ok({ V: 1, T: 10 });

/** FYI: notifications, their settings and where they are delivered. */
export const notificationRoutes: readonly Route[] = [
  get('/fyi/unreadnumber', 'web', (world) =>
    warmed(world, (c) => ok({ BN: c.notifications.filter((n) => !n.read).length })),
  ),
  get('/fyi/settings', 'web', (world) =>
    warmed(world, (c) =>
      ok(types.map(([FC, FN, FD]) => ({ FC, H: c.seen.has(FC) ? 1 : 0, A: c.off.has(FC) ? 0 : 1, FD, FN }))),
    ),
  ),
  post('/fyi/settings/:typecode', 'web', (world, { params, body }) => {
    if (!isRecord(body) || typeof body.enabled !== 'boolean')
      return failure(400, 'Bad Request: enabled is required');
    const { off } = centreOf(world);
    if (body.enabled) off.delete(params.typecode ?? '');
    else off.add(params.typecode ?? '');
    return edited;
  }),
  get('/fyi/disclaimer/:typecode', 'web', (_world, { params }) =>
    ok({ FC: params.typecode ?? '', DT: disclaimer }),
  ),
  put('/fyi/disclaimer/:typecode', 'web', (world, { params }) => {
    centreOf(world).seen.add(params.typecode ?? '');
    return edited;
  }),
  get('/fyi/deliveryoptions', 'web', (world) =>
    warmed(world, (c) =>
      ok({
        E: [...c.devices].map(([I, device]) => ({ NM: device.NM, I, UI: device.UI, A: device.A })),
        M: c.email,
      }),
    ),
  ),
  put('/fyi/deliveryoptions/email', 'web', (world, { query }) => {
    centreOf(world).email = query.get('enabled') === 'true' ? 1 : 0;
    return edited;
  }),
  post('/fyi/deliveryoptions/device', 'web', (world, { body }) => {
    if (!isRecord(body) || typeof body.deviceId !== 'string')
      return failure(400, 'Bad Request: deviceId is required');
    const NM = typeof body.devicename === 'string' ? body.devicename : '';
    const UI = typeof body.uiName === 'string' ? body.uiName : '';
    centreOf(world).devices.set(body.deviceId, { NM, UI, A: body.enabled === false ? 0 : 1 });
    return edited;
  }),
  del('/fyi/deliveryoptions/:deviceId', 'web', (world, { params }) =>
    // An unknown device is a 404 with an HTML body (GATEWAY_FACTS §3); success has no body at all.
    centreOf(world).devices.delete(params.deviceId ?? '')
      ? { status: 200, text: '' }
      : {
          status: 404,
          text: '<html><body><h1>Resource not found</h1></body></html>',
          contentType: 'text/html',
        },
  ),
  get('/fyi/notifications', 'web', (world, { query }) =>
    warmed(world, (c) => {
      const most = Math.min(10, Number(query.get('max') ?? 10));
      return ok(
        c.notifications.slice(0, most).map((n) => ({
          R: n.read ? 1 : 0,
          D: `${Math.floor(n.atMs / 1000)}.0`,
          MS: n.MS,
          MD: n.MD,
          ID: n.ID,
          HT: 0,
          FC: n.FC,
        })),
      );
    }),
  ),
  get('/fyi/notifications/more', 'web', (world) => warmed(world, () => ok([]))),
  put('/fyi/notifications/:id', 'web', (world, { params }) => {
    const found = centreOf(world).notifications.find((n) => n.ID === params.id);
    if (found !== undefined) found.read = true;
    return ok({ V: 1, T: 5, P: { R: 1, ID: params.id ?? '' } });
  }),
];
