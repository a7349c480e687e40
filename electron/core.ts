import { join } from 'node:path';
import { contract } from '../shared/ipc/contract';
import { ok } from '../shared/result';
import type { AppConfig } from './config';
import { createGateway } from './gateway/gateway';
import { createHandlers } from './ipc/handlers';
import { createRouter, type Router } from './ipc/router';
import { createAccounts } from './services/accounts/accounts';
import { createActivity } from './services/activity/activity';
import { createConnection, placeOf } from './services/connection/connection';
import { createConsole } from './services/console/console';
import { createContractPage } from './services/contracts/contract-page';
import { createContracts } from './services/contracts/contracts';
import { createFiles, type FileDialogs } from './services/files';
import { watchLadder } from './services/market/ladder';
import { watchLines } from './services/market/lines';
import { createHistory } from './services/history/history';
import { createReadPage } from './services/history/read-page';
import { createVenues } from './services/history/venue';
import { watchQuotes } from './services/market/quotes';
import { readRegulatorySnapshot } from './services/market/regulatory-snapshot';
import { beginAfresh } from './services/orders/begin-afresh';
import { carriedRecords } from './services/orders/carried-records';
import { createGatewayUpdates } from './services/orders/gateway-updates';
import { createGatewayWire } from './services/orders/gateway-wire';
import { createOrderService } from './services/orders/order-service';
import { createPerformance } from './services/performance/performance';
import { createPacingMemory } from './services/pacing-memory';
import { watchDayPnl } from './services/portfolio/day-pnl';
import { watchPnl } from './services/portfolio/pnl';
import { createPortfolio } from './services/portfolio/portfolio';
import { createScanners } from './services/scanners/scanners';
import { createSessionService } from './services/session/session';
import { createSettings, type Settings } from './services/settings/settings';
import { createTransactions } from './services/transactions/transactions';
import { createTrading } from './services/trading/trading';
import { createTradingGuard } from './services/trading/trading-guard';
import { createWatchlists } from './services/watchlists/watchlists';
import { createJsonFile } from './store/json-file';
import { createBarCache } from './store/bar-cache';
import { openBooks } from './store/open-books';
import { openCache } from './store/open-cache';
import { openDocuments } from './store/open-documents';
import { openStore } from './store/open-store';
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
  /** Ends this program and starts it again. */
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

/** Joins gateway, store and services to one router. Knows nothing of Electron. */
export function createCore(
  { profile, gatewayUrl, cacertPath, profileId, marketDataLines }: CoreConfig,
  deps: CoreDeps,
): Core {
  const { clock, log } = deps;
  const { address } = placeOf(gatewayUrl);
  const journalPath = join(deps.profileDir, 'portico.sqlite');
  const store = openStore(journalPath, clock, { carryOver: carriedRecords });
  const documents = openDocuments(join(deps.userDataDir, 'desk.sqlite'), clock);
  const cache = openCache(join(deps.profileDir, 'cache.sqlite'), clock);
  const books = openBooks(join(deps.profileDir, 'books.sqlite'));
  const gateway = createGateway(
    {
      baseUrl: gatewayUrl,
      pin: () => deps.profileFile.pinOf(address),
      ...(cacertPath === null ? {} : { cacertPath }),
      ...(marketDataLines === null ? {} : { marketDataLines }),
    },
    { clock, log, pacingMemory: createPacingMemory(cache, gatewayUrl, log) },
  );
  const settings = createSettings(createJsonFile(join(deps.userDataDir, 'settings.json')));
  const session = createSessionService(gateway, { profile, gatewayUrl });
  const accounts = createAccounts(gateway);
  const guard = createTradingGuard({
    ...{ profile, store, session, clock },
    watchDayPnl: (told) => watchDayPnl(gateway, told),
  });
  accounts.onListed((listed) => guard.accountsSeen(listed.map(({ accountId }) => accountId)));
  const orders = createOrderService({
    wire: createGatewayWire(gateway, clock),
    updates: createGatewayUpdates(gateway),
    holdReads: gateway.holdReads,
    permit: guard,
    ...{ session, accounts, store, clock, log },
  });
  const trading = createTrading(guard, { orders, accounts, session, clock, gateway });

  const activity = createActivity({
    ...{ accounts, orders, session, cache, clock, notify: deps.notify, preferences: settings.current },
    onSocketEvent: gateway.socket.onEvent,
  });

  const files = createFiles(deps.fileDialogs);
  const transactions = createTransactions({
    ...{ gateway, cache, books, accounts, session, files, clock, log },
    executions: store.executions,
    keepExecutions: orders.keepExecutions,
  });

  const handlers = createHandlers({
    appInfo: { version: deps.version, runtime: deps.runtime, profile, profileKind: profile, gatewayUrl },
    session,
    accounts,
    orders,
    trading,
    startJournalAfresh: async (typed) => {
      const fresh = beginAfresh(store, journalPath, clock, typed);
      // The answer reaches the window first.
      if (fresh.ok) clock.after(restartAfterMs, () => deps.restart('same'));
      return fresh;
    },
    settings,
    openWindow: deps.openWindow,
    logIn: async () => {
      await deps.openExternal(new URL('/', gatewayUrl).href);
      return ok({ opened: true });
    },
    activity,
    connection: createConnection({
      ...{ gatewayUrl, cacertPath, clock, activeId: profileId, file: deps.profileFile },
      checkNow: () => void gateway.sessionMachine.checkHealth(),
      restart: () => clock.after(restartAfterMs, () => deps.restart('chosen-profile')),
    }),
    portfolio: createPortfolio(gateway, clock),
    performance: createPerformance(gateway, cache, clock),
    contracts: createContracts(gateway),
    contractPage: createContractPage(gateway),
    watchlists: createWatchlists(gateway, clock),
    documents,
    files,
    transactions,
    console: createConsole({
      ...{ gateway, clock, cacertPath },
      byTheDesk: {
        suppressMessages: ({ messageIds = [] }) => trading.suppress([messageIds].flat().map(String)),
        resetSuppressedMessages: trading.resetQuestions,
      },
    }),
    watchQuotes: (wanted, emit) => watchQuotes(gateway, clock, wanted, emit),
    watchLines: (_input, emit) => watchLines(gateway, clock, emit),
    watchLadder: (wanted, emit) => watchLadder(gateway, wanted, emit),
    regulatorySnapshot: ({ conid }) => readRegulatorySnapshot(gateway, clock, conid),
    history: createHistory({
      cache: createBarCache(cache.sql, clock.now()),
      readPage: createReadPage(gateway),
      clock,
      origin: profile,
    }),
    venues: createVenues(gateway, cache, clock),
    scanners: createScanners(gateway, cache, clock),
    watchPnl: ({ accountId }, emit) => watchPnl(gateway, accountId, emit),
  });

  return {
    router: createRouter(contract, handlers, log),
    settings,
    start: () => {
      gateway.sessionMachine.start();
      gateway.socket.start();
      orders.start();
      transactions.start();
    },
    stop: () => {
      activity.stop();
      transactions.stop();
      trading.stop();
      orders.stop();
      gateway.close();
      store.close();
      documents.close();
      cache.close();
      books.close();
    },
    away: trading.away,
    resumed: () => {
      trading.away('The computer slept.');
      orders.resumed();
      void gateway.sessionMachine.checkHealth();
    },
  };
}
