import type { alertsContract } from '../../../shared/ipc/alerts-contract';
import type { chainsContract } from '../../../shared/ipc/chains-contract';
import type { contractsContract } from '../../../shared/ipc/contracts-contract';
import type { Handlers, InputOf } from '../../../shared/ipc/define';
import type { historyContract } from '../../../shared/ipc/history-contract';
import type { marketContract } from '../../../shared/ipc/market-contract';
import type { scannersContract } from '../../../shared/ipc/scanners-contract';
import type { watchlistsContract } from '../../../shared/ipc/watchlists-contract';
import { ok } from '../../../shared/result';
import type { Alerts } from '../../services/alerts/alerts';
import type { Chains } from '../../services/chains/chains';
import type { Bonds } from '../../services/contracts/bonds';
import type { ContractPage } from '../../services/contracts/contract-page';
import type { Contracts } from '../../services/contracts/contracts';
import type { History } from '../../services/history/history';
import type { Scanners } from '../../services/scanners/scanners';
import type { Watchlists } from '../../services/watchlists/watchlists';
import type { Answer, Watch } from './answers';

export interface MarketServices {
  readonly contracts: Contracts;
  readonly contractPage: ContractPage;
  readonly bonds: Bonds;
  readonly chains: Chains;
  readonly watchQuotes: Watch<typeof marketContract, 'quotes.watch'>;
  readonly watchLines: Watch<typeof marketContract, 'marketLines.watch'>;
  readonly watchLadder: Watch<typeof marketContract, 'ladder.watch'>;
  readonly regulatorySnapshot: (
    input: InputOf<typeof marketContract, 'quotes.regulatorySnapshot'>,
  ) => Answer<typeof marketContract, 'quotes.regulatorySnapshot'>;
  readonly history: History;
  readonly venues: (
    conid: InputOf<typeof historyContract, 'history.venue'>['conid'],
  ) => Answer<typeof historyContract, 'history.venue'>;
  readonly scanners: Scanners;
  readonly watchlists: Watchlists;
  readonly alerts: Alerts;
}

type Contract = typeof contractsContract &
  typeof chainsContract &
  typeof marketContract &
  typeof historyContract &
  typeof scannersContract &
  typeof watchlistsContract &
  typeof alertsContract;

/** What can be traded, and what it costs. */
export const marketHandlers = (services: MarketServices): Handlers<Contract> => ({
  'contracts.search': services.contracts.search,
  'contracts.resolve': ({ symbols }) => services.contracts.resolve(symbols),
  'contracts.bondIssuers': ({ text }) => services.bonds.issuers(text),
  'contracts.bondFilters': ({ issuerId }) => services.bonds.filters(issuerId),
  'contracts.bonds': ({ issuerId }) => services.bonds.ofIssuer(issuerId),
  'contracts.details': ({ conid }) => services.contractPage.details(conid),
  'contracts.schedule': ({ conid }) => services.contractPage.schedule(conid),
  'contracts.exchangeRate': services.contractPage.exchangeRate,
  'contracts.instrument': ({ conid, side }) => services.contracts.instrument(conid, side),
  'contracts.algos': ({ conid }) => services.contracts.algos(conid),

  'chains.underlying': ({ conid }) => services.chains.underlying(conid),
  'chains.strikes': services.chains.strikes,
  'chains.contracts.watch': services.chains.watchContracts,
  'chains.futures': services.chains.futures,

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

  'watchlists.list': services.watchlists.list,
  'watchlists.get': ({ watchlistId }) => services.watchlists.get(watchlistId),
  'watchlists.create': services.watchlists.create,
  'watchlists.save': services.watchlists.save,
  'watchlists.remove': ({ watchlistId }) => services.watchlists.remove(watchlistId),

  'alerts.list': ({ accountId }) => services.alerts.list(accountId),
  'alerts.save': services.alerts.save,
  'alerts.activate': services.alerts.activate,
  'alerts.remove': services.alerts.remove,
});
