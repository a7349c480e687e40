import type { OutputOf } from '../../shared/ipc/define';
import type { appContract } from '../../shared/ipc/app-contract';
import { ok } from '../../shared/result';
import type { Gateway } from '../gateway/gateway';
import type { DeskServices } from '../ipc/handlers/desk-handlers';
import type { Accounts } from '../services/accounts/accounts';
import { createActivity } from '../services/activity/activity';
import { createConnection } from '../services/connection/connection';
import { createConsole } from '../services/console/console';
import { createDiagnostics } from '../services/diagnostics/diagnostics';
import type { Files } from '../services/files';
import type { OrderService } from '../services/orders/order-service';
import type { LastKnown } from '../services/last-known/last-known';
import type { Logins } from '../services/session/logins';
import { createOwnDocuments } from '../services/session/own-documents';
import type { Session } from '../services/session/session';
import type { Settings } from '../services/settings/settings';
import type { Trading } from '../services/trading/trading';
import type { ProfileFile } from '../store/profile-file';
import type { Clock } from '../support/clock';
import type { Stores } from './stores';

interface Deps {
  readonly appInfo: OutputOf<typeof appContract, 'app.info'>;
  readonly cacertPath: string | null;
  /** Of the user's own file; null when the command line names the gateway. */
  readonly profileId: string | null;
  readonly profileFile: ProfileFile;
  readonly gateway: Gateway;
  readonly logPath: string;
  readonly lastKnown: LastKnown;
  readonly logins: Logins;
  readonly session: Session;
  readonly accounts: Accounts;
  readonly orders: OrderService;
  readonly trading: Trading;
  readonly settings: Settings;
  readonly files: Files;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly openExternal: (url: string) => Promise<void>;
  readonly openWindow: () => boolean;
  readonly notify: (title: string, text: string) => void;
  /** Starts the program again on the chosen profile, once the window has its answer. */
  readonly restart: () => void;
}

/** The desk itself: its connection, and what the user made of it. */
export function createDeskArea(deps: Deps) {
  const { appInfo, cacertPath, gateway, logins, session, accounts, orders, trading, settings, clock } = deps;
  const { cache } = deps.stores;
  const { gatewayUrl } = appInfo;
  return {
    ...{
      appInfo,
      session,
      settings,
      documents: createOwnDocuments(deps.stores.documents, logins),
      lastKnown: deps.lastKnown,
      files: deps.files,
      openWindow: deps.openWindow,
    },
    logIn: async () => {
      await deps.openExternal(new URL('/', gatewayUrl).href);
      return ok({ opened: true });
    },
    diagnostics: createDiagnostics({
      ...{ appInfo, session: session.current, preferences: settings.current, nowMs: clock.now },
      logPath: deps.logPath,
    }),
    connection: createConnection({
      ...{ gatewayUrl, cacertPath, clock, activeId: deps.profileId, file: deps.profileFile },
      checkNow: () => void gateway.sessionMachine.checkHealth(),
      restart: deps.restart,
    }),
    activity: createActivity({
      ...{
        accounts,
        orders,
        session,
        logins,
        cache,
        clock,
        notify: deps.notify,
        preferences: settings.current,
      },
      onSocketEvent: gateway.socket.onEvent,
    }),
    console: createConsole({
      ...{ gateway, clock, cacertPath },
      byTheDesk: {
        suppressMessages: ({ messageIds = [] }) => trading.suppress([messageIds].flat().map(String)),
        resetSuppressedMessages: trading.resetQuestions,
      },
    }),
  } satisfies DeskServices;
}
