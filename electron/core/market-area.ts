import type { Gateway } from '../gateway/gateway';
import type { MarketServices } from '../ipc/handlers/market-handlers';
import { createAlerts } from '../services/alerts/alerts';
import { createChains } from '../services/chains/chains';
import { createBonds } from '../services/contracts/bonds';
import { createContractPage } from '../services/contracts/contract-page';
import { createContracts } from '../services/contracts/contracts';
import { createHistory } from '../services/history/history';
import { createReadPage } from '../services/history/read-page';
import { createVenues } from '../services/history/venue';
import { watchLadder } from '../services/market/ladder';
import { watchLines } from '../services/market/lines';
import { watchQuotes } from '../services/market/quotes';
import { readRegulatorySnapshot } from '../services/market/regulatory-snapshot';
import { createScanners } from '../services/scanners/scanners';
import { createWatchlists } from '../services/watchlists/watchlists';
import { createBarCache } from '../store/bar-cache';
import type { Clock } from '../support/clock';
import type { Stores } from './stores';

interface Deps {
  readonly profile: 'practice' | 'paper' | 'live';
  readonly gateway: Gateway;
  readonly stores: Stores;
  readonly clock: Clock;
}

/** What can be traded, and what it costs. */
export function createMarketArea({ profile, gateway, stores: { cache }, clock }: Deps) {
  return {
    contracts: createContracts(gateway),
    contractPage: createContractPage(gateway),
    bonds: createBonds(gateway),
    chains: createChains(gateway, cache, clock),
    watchlists: createWatchlists(gateway, clock),
    alerts: createAlerts(gateway),
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
  } satisfies MarketServices;
}
