import { accountsContract } from './accounts-contract';
import { activityContract } from './activity-contract';
import { alertsContract } from './alerts-contract';
import { appContract } from './app-contract';
import { chainsContract } from './chains-contract';
import { connectionContract } from './connection-contract';
import { consoleContract } from './console-contract';
import { contractsContract } from './contracts-contract';
import { diagnosticsContract } from './diagnostics-contract';
import { documentsContract } from './documents-contract';
import { filesContract } from './files-contract';
import { historyContract } from './history-contract';
import { lastKnownContract } from './last-known-contract';
import { marketContract } from './market-contract';
import { ordersContract } from './orders-contract';
import { performanceContract } from './performance-contract';
import { portfolioContract } from './portfolio-contract';
import { scannersContract } from './scanners-contract';
import { sessionContract } from './session-contract';
import { settingsContract } from './settings-contract';
import { tradingContract } from './trading-contract';
import { transactionsContract } from './transactions-contract';
import { watchlistsContract } from './watchlists-contract';
import { windowsContract } from './windows-contract';

/** Everything the renderer can ask of main. */
export const contract = {
  ...appContract,
  ...sessionContract,
  ...accountsContract,
  ...portfolioContract,
  ...performanceContract,
  ...transactionsContract,
  ...contractsContract,
  ...chainsContract,
  ...marketContract,
  ...historyContract,
  ...scannersContract,
  ...ordersContract,
  ...settingsContract,
  ...tradingContract,
  ...watchlistsContract,
  ...alertsContract,
  ...windowsContract,
  ...documentsContract,
  ...filesContract,
  ...consoleContract,
  ...connectionContract,
  ...activityContract,
  ...lastKnownContract,
  ...diagnosticsContract,
};
export type PorticoContract = typeof contract;
