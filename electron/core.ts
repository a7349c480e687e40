import { join } from 'node:path';
import { contract } from '../shared/ipc/contract';
import type { AppConfig } from './config';
import { createAccountArea } from './core/account-area';
import { createDeskArea } from './core/desk-area';
import { createMarketArea } from './core/market-area';
import { createOrderArea } from './core/order-area';
import { openStores } from './core/stores';
import { createGateway } from './gateway/gateway';
import { createHandlers } from './ipc/handlers';
import { remembering } from './ipc/remembering';
import { createRouter, type Router } from './ipc/router';
import { createAccounts } from './services/accounts/accounts';
import { placeOf } from './services/connection/connection';
import { createFiles, type FileDialogs } from './services/files';
import { createLastKnown } from './services/last-known/last-known';
import { createPacingMemory } from './services/pacing-memory';
import { createLogins } from './services/session/logins';
import { createSessionService } from './services/session/session';
import { createSettings, type Settings } from './services/settings/settings';
import { createJsonFile } from './store/json-file';
import type { ProfileFile } from './store/profile-file';
import type { Clock } from './support/clock';
import type { Log } from './support/log';

export interface CoreConfig {
  readonly profile: AppConfig['profile'];
  readonly gatewayUrl: string;
  readonly cacertPath: string | null;
  /** `null`: IBKR's usual 100. */
  readonly marketDataLines: number | null;
  /** Of the user's own file; null when the command line names the gateway. */
  readonly profileId: string | null;
}

interface CoreDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** Of this profile: its journal and its caches. */
  readonly profileDir: string;
  /** Of this user: what is the same whichever gateway is used. */
  readonly userDataDir: string;
  readonly version: string;
  readonly runtime: string;
  /** Opens an address in the system browser. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly fileDialogs: FileDialogs;
  /** Another window of the desk; false when there are enough. */
  readonly openWindow: () => boolean;
  /** Starts the program again, on the chosen profile or as it was started. */
  readonly restart: (on: 'chosen-profile' | 'same') => void;
  readonly profileFile: ProfileFile;
  /** Tells the person through the system, when the desk is not in front. */
  readonly notify: (title: string, text: string) => void;
}

export interface Core {
  readonly router: Router;
  readonly settings: Settings;
  readonly start: () => void;
  readonly stop: () => void;
  /** The person left, or the computer is about to sleep: trading with real money is a new decision afterwards. */
  readonly away: (why: string) => void;
  /** The computer woke up: what was known is old. */
  readonly resumed: () => void;
}

const restartAfterMs = 500;

/** Joins gateway, store and services, area by area, to one router. Knows nothing of Electron. */
export function createCore(
  { profile, gatewayUrl, cacertPath, profileId, marketDataLines }: CoreConfig,
  deps: CoreDeps,
): Core {
  const { clock, log, profileFile } = deps;
  const { address } = placeOf(gatewayUrl);
  const stores = openStores(deps, clock);
  const gateway = createGateway(
    {
      baseUrl: gatewayUrl,
      pin: () => profileFile.pinOf(address),
      ...(cacertPath === null ? {} : { cacertPath }),
      ...(marketDataLines === null ? {} : { marketDataLines }),
    },
    { clock, log, pacingMemory: createPacingMemory(stores.cache, gatewayUrl, log) },
  );
  // The answer reaches the window first.
  const restart = (on: 'chosen-profile' | 'same') => () =>
    void clock.after(restartAfterMs, () => deps.restart(on));
  const settings = createSettings(createJsonFile(join(deps.userDataDir, 'settings.json')));
  const logins = createLogins(gateway.sessionMachine, stores.cache);
  const session = createSessionService(gateway, { profile, gatewayUrl, login: logins.current, clock });
  const accounts = createAccounts(gateway);
  const files = createFiles(deps.fileDialogs);

  const lastKnown = createLastKnown({
    ...{ cache: stores.cache, logins, clock, log },
    onSessionEnd: (listener) =>
      session.onChange(({ status }) => {
        if (status !== 'ready') listener();
      }),
  });

  const joined = { profile, gateway, logins, session, accounts, settings, files, stores, clock, log };
  const order = createOrderArea({ ...joined, restart: restart('same') });
  const account = createAccountArea({ ...joined, orders: order.orders });
  const market = createMarketArea(joined);
  const desk = createDeskArea({
    ...{
      ...joined,
      ...order,
      lastKnown,
      logPath: join(deps.userDataDir, 'logs', 'portico.log'),
      cacertPath,
      profileId,
      profileFile,
    },
    appInfo: { version: deps.version, runtime: deps.runtime, profile, profileKind: profile, gatewayUrl },
    openExternal: deps.openExternal,
    openWindow: deps.openWindow,
    notify: deps.notify,
    restart: restart('chosen-profile'),
  });

  const { orders, trading } = order;
  const { transactions } = account;
  return {
    router: createRouter(
      contract,
      remembering(createHandlers({ ...desk, ...account, ...market, ...order }), lastKnown),
      log,
    ),
    settings,
    start: () => {
      gateway.sessionMachine.start();
      gateway.socket.start();
      orders.start();
      transactions.start();
    },
    stop: () => {
      lastKnown.stop();
      desk.activity.stop();
      transactions.stop();
      trading.stop();
      orders.stop();
      gateway.close();
      stores.close();
    },
    away: trading.away,
    resumed: () => {
      trading.away('The computer slept.');
      orders.resumed();
      void gateway.sessionMachine.checkHealth();
    },
  };
}
