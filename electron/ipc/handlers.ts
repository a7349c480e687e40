import type { AppError } from '../../shared/app-error';
import type { PorticoContract } from '../../shared/ipc/contract';
import type { Handlers, InputOf, OutputOf } from '../../shared/ipc/define';
import { ok, type Result } from '../../shared/result';
import type { Accounts } from '../services/accounts/accounts';
import type { ActivityService } from '../services/activity/activity';
import type { ConnectionService } from '../services/connection/connection';
import type { ConsoleService } from '../services/console/console';
import type { ContractPage } from '../services/contracts/contract-page';
import type { History } from '../services/history/history';
import type { Contracts } from '../services/contracts/contracts';
import type { Files } from '../services/files';
import type { PerformanceService } from '../services/performance/performance';
import type { Portfolio } from '../services/portfolio/portfolio';
import type { Scanners } from '../services/scanners/scanners';
import type { Session } from '../services/session/session';
import type { Watchlists } from '../services/watchlists/watchlists';
import type { OrderService } from '../services/orders/order-service';
import type { DocumentStore } from '../store/open-documents';
import type { Settings } from '../services/settings/settings';
import type { Transactions } from '../services/transactions/transactions';
import type { Trading } from '../services/trading/trading';

type Answer<K extends keyof PorticoContract> = Promise<Result<OutputOf<PorticoContract, K>, AppError>>;
type Watch<K extends keyof PorticoContract> = (
  input: InputOf<PorticoContract, K>,
  emit: (event: OutputOf<PorticoContract, K>) => void,
) => () => void;

/** What the window's words are answered with. */
export interface Services {
  readonly appInfo: OutputOf<PorticoContract, 'app.info'>;
  readonly session: Session;
  readonly logIn: () => Answer<'session.logIn'>;
  readonly accounts: Accounts;
  readonly portfolio: Portfolio;
  readonly performance: PerformanceService;
  readonly transactions: Transactions;
  readonly contracts: Contracts;
  readonly contractPage: ContractPage;
  readonly watchlists: Watchlists;
  readonly history: History;
  readonly venues: (conid: InputOf<PorticoContract, 'history.venue'>['conid']) => Answer<'history.venue'>;
  readonly scanners: Scanners;
  readonly watchQuotes: Watch<'quotes.watch'>;
  readonly watchLines: Watch<'marketLines.watch'>;
  readonly watchLadder: Watch<'ladder.watch'>;
  readonly regulatorySnapshot: (
    input: InputOf<PorticoContract, 'quotes.regulatorySnapshot'>,
  ) => Answer<'quotes.regulatorySnapshot'>;
  readonly watchPnl: Watch<'portfolio.pnl.watch'>;
  readonly orders: OrderService;
  readonly trading: Trading;
  readonly settings: Settings;
  readonly openWindow: () => boolean;
  readonly documents: DocumentStore;
  readonly files: Files;
  readonly startJournalAfresh: (typed: string) => Answer<'trading.startJournalAfresh'>;
  readonly console: ConsoleService;
  readonly connection: ConnectionService;
  readonly activity: ActivityService;
}

/** The contract, name by name. A name missing here does not compile. */
export const createHandlers = (services: Services): Handlers<PorticoContract> => ({
  'app.info': async () => ok(services.appInfo),

  'session.watch': (_input, emit) => {
    emit(services.session.current());
    return services.session.onChange(emit);
  },
  'session.checkNow': async () => ok(await services.session.checkNow()),
  'session.takeOver': async () => ok(await services.session.takeOver()),
  'session.logIn': services.logIn,

  'activity.watch': (_input, emit) => services.activity.watch(emit),

  'connection.current': async () => ok(services.connection.current()),
  'connection.saveProfile': services.connection.saveProfile,
  'connection.removeProfile': ({ id }) => services.connection.removeProfile(id),
  'connection.useProfile': ({ id }) => services.connection.useProfile(id),
  'connection.certificate': services.connection.certificate,
  'connection.pin': ({ fingerprint256 }) => services.connection.pin(fingerprint256),
  'connection.unpin': services.connection.unpin,

  'accounts.list': services.accounts.list,
  'accounts.page': ({ page }) => services.accounts.page(page),
  'accounts.owners': ({ accountId }) => services.accounts.owners(accountId),
  'accounts.models': services.accounts.models,
  'accounts.allocationTargets': services.accounts.allocationTargets,

  'portfolio.summary': ({ accountId }) => services.portfolio.summary(accountId),
  'portfolio.positions': services.portfolio.positions.read,
  'portfolio.refresh': ({ accountId }) => services.portfolio.positions.refresh(accountId),
  'portfolio.margin': ({ accountId }) => services.portfolio.margin(accountId),
  'portfolio.ledger': ({ accountId }) => services.portfolio.ledger(accountId),
  'portfolio.allocation': ({ accountId }) => services.portfolio.allocation(accountId),
  'transactions.ledger': ({ accountId, filter, limit }) =>
    services.transactions.ledger(accountId, filter, limit),
  'transactions.history': (request) => services.transactions.history(request),
  'transactions.check': ({ accountId }) => services.transactions.check(accountId),
  'transactions.checks': ({ accountId }) => services.transactions.checks(accountId),
  'transactions.export': ({ accountId, filter, format }) =>
    services.transactions.exportLedger(accountId, filter, format),
  'performance.read': ({ accountIds }) => services.performance.read(accountIds),
  'portfolio.pnl.watch': services.watchPnl,

  'contracts.search': services.contracts.search,
  'contracts.resolve': ({ symbols }) => services.contracts.resolve(symbols),
  'contracts.details': ({ conid }) => services.contractPage.details(conid),
  'contracts.schedule': ({ conid }) => services.contractPage.schedule(conid),
  'contracts.exchangeRate': services.contractPage.exchangeRate,
  'contracts.instrument': ({ conid, side }) => services.contracts.instrument(conid, side),
  'contracts.algos': ({ conid }) => services.contracts.algos(conid),

  'quotes.watch': services.watchQuotes,
  'quotes.regulatorySnapshot': services.regulatorySnapshot,
  'marketLines.watch': services.watchLines,
  'ladder.watch': services.watchLadder,
  'history.cached': async ({ series, count }) => ok({ page: services.history.cached(series, count) }),
  'history.newest': ({ series, count }) => services.history.newest(series, count),
  'history.older': ({ series, beforeMs, count }) => services.history.older(series, beforeMs, count),
  'history.venue': ({ conid }) => services.venues(conid),

  'scanners.parameters': services.scanners.parameters,
  'scanners.run': ({ scan }) => services.scanners.run(scan),

  'orders.preview': services.orders.preview,
  'orders.estimate': services.orders.estimate,
  'orders.submit': services.orders.submit,
  'orders.answer': services.orders.answer,
  'orders.cancel': services.orders.cancel,
  'orders.checkNow': services.orders.checkNow,
  'orders.resolve': services.orders.resolve,
  'orders.watch': services.orders.watch,
  'orders.acceptAlarm': services.orders.acceptAlarm,
  'orders.planCancel': services.orders.planCancel,
  'orders.cancelMany': services.orders.cancelMany,
  'orders.timeline': services.orders.timeline,

  'windows.open': async () => ok({ opened: services.openWindow() }),

  'settings.watch': (_input, emit) => {
    emit(services.settings.current());
    return services.settings.onChange(emit);
  },
  'settings.change': async ({ change }) => services.settings.change(change),

  'trading.watch': (_input, emit) => services.trading.watch(emit),
  'trading.arm': ({ typed }) => services.trading.arm(typed),
  'trading.disarm': services.trading.disarm,
  'trading.killSwitch': ({ scope, typed = '' }) => services.trading.killSwitch(scope, typed),
  'trading.release': ({ typed }) => services.trading.release(typed),
  'trading.releaseDay': ({ kind, typed }) => services.trading.releaseDay(kind, typed),
  'trading.startJournalAfresh': ({ typed }) => services.startJournalAfresh(typed),
  'trading.setLimits': ({ limits }) => services.trading.setLimits(limits),
  'questions.list': services.trading.questions,
  'questions.suppress': ({ messageIds }) => services.trading.suppress(messageIds),
  'questions.reset': services.trading.resetQuestions,

  'watchlists.list': services.watchlists.list,
  'watchlists.get': ({ watchlistId }) => services.watchlists.get(watchlistId),
  'watchlists.create': services.watchlists.create,
  'watchlists.save': services.watchlists.save,
  'watchlists.remove': ({ watchlistId }) => services.watchlists.remove(watchlistId),

  'documents.list': async ({ kind }) => ok([...services.documents.list(kind)]),
  'documents.save': async ({ kind, id, value }) => ok(services.documents.save(kind, id, value)),
  'documents.remove': async ({ kind, id }) => ok({ removed: services.documents.remove(kind, id) }),

  'files.saveText': ({ suggestedName, text }) => services.files.save(suggestedName, text),
  'files.savePng': ({ suggestedName, base64 }) =>
    services.files.save(suggestedName, Buffer.from(base64, 'base64')),
  'files.openText': ({ extensions }) => services.files.openText(extensions),

  'console.catalogue': async ({ accountId }) => ok(services.console.catalogue(accountId)),
  'console.run': ({ method, argumentsJson, confirmed }) =>
    services.console.run(method, argumentsJson, confirmed),
  'console.watch': ({ topic, argumentsJson }, emit) => services.console.watch(topic, argumentsJson, emit),
});
