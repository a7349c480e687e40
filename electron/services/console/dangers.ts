import type { ConsoleDanger } from '../../../shared/domain/console';
import { isRead } from '../../gateway/endpoint';
import { findEndpoint } from '../../gateway/registry';

const order = (consequence: string): ConsoleDanger => ({ kind: 'order', consequence });
const session = (consequence: string): ConsoleDanger => ({ kind: 'session', consequence });
const write = (consequence: string): ConsoleDanger => ({ kind: 'write', consequence });

const dangers: Readonly<Record<string, ConsoleDanger>> = {
  placeOrder: order(
    'An order leaves by the ticket and its review only. The console fills the ticket with it.',
  ),
  modifyOrder: order('A change leaves by the ticket and its review only. The console opens the order there.'),
  cancelOrder: order(
    'IBKR is asked once to cancel this order, by the desk’s own path. It counts as cancelled when IBKR says so.',
  ),
  reply: order('IBKR’s questions are answered in the dialog that shows them, once, while it is open.'),
  regulatorySnapshot: {
    kind: 'cost',
    consequence: 'IBKR charges 0.01 USD for each regulatory snapshot, to the account of this login.',
  },
  logout: session('Ends the gateway’s session for every program that uses it. Working orders stay at IBKR.'),
  reauthenticate: session('Makes the gateway log in again. Prices and orders pause meanwhile.'),
  initializeBrokerageSession: session(
    'Opens the brokerage session. With `compete` true it ends the session of TWS or IBKR Mobile.',
  ),
  switchAccount: session('Other programs on this gateway then see another account. Portico names its own.'),
  setDynamicAccount: session('Selects the dynamic account for every program on this gateway.'),
  marketdataUnsubscribe: write('Quotes of these contracts stop for every program on this gateway.'),
  marketdataUnsubscribeAll: write('All quotes stop for every program on this gateway until asked for again.'),
  suppressMessages: write(
    'IBKR no longer asks these questions in this session. Protective ones are refused.',
  ),
  resetSuppressedMessages: write('IBKR asks all its questions again.'),
  createWatchlist: write('Writes a watchlist at IBKR; one with the same id is replaced.'),
  deleteWatchlist: write('Deletes the watchlist at IBKR, for TWS and the mobile app too.'),
};

// They are posted, and change nothing but what this gateway has at hand.
const harmless: ReadonlySet<string> = new Set([
  ...['tickle', 'authenticationStatus', 'checkHealth', 'checkAuthStatus', 'initializeHistoricalService'],
  ...['searchContractRules', 'marketScanner', 'hmdsMarketScanner', 'whatifOrder'],
  ...['portfolioAccountAllocations', 'accountPerformance', 'transactionHistory', 'allPeriods'],
  ...['invalidateBackendPortfolioCache'],
  ...['faModelList', 'faModelPositions', 'faModelSummary', 'faPresetGet'],
]);

/** What stands before a run; `null` for a plain read. A new method that writes and is not listed here counts as a write. */
export function dangerOf(name: string): ConsoleDanger | null {
  const listed = dangers[name];
  if (listed !== undefined) return listed;
  const found = findEndpoint(name);
  if (found === undefined || harmless.has(name) || isRead(found.endpoint)) return null;
  // Investing in a model, or taking out of it, makes orders: not past the journal.
  if (/^faModel(Invest|Submit)/.test(name))
    return order('This can make IBKR trade for the clients of a model. It is not sent from here.');
  return write(`${found.endpoint.verb} ${found.endpoint.path} may change something at IBKR.`);
}
