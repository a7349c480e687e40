import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conid } from '../../shared/domain/ids';
import { SymbolSearch } from '../features/contracts/symbol-search';
import { ChartPanel } from '../features/history-chart/chart-panel';
import { OrdersPanel } from '../features/order-blotter/orders-panel';
import { OrderTicketPanel } from '../features/order-ticket/order-ticket-panel';
import { PortfolioPanel } from '../features/portfolio/portfolio-panel';
import { SessionBanner } from '../features/session/session-banner';
import { GuardBanner } from '../features/trading-guard/guard-banner';
import { WatchlistPanel } from '../features/watchlists/watchlist-panel';
import { useSession } from '../live/session-feed';
import { closeTicket, openTicket, useHeldOf } from '../live/trade-actions';
import { askBlotter } from '../state/blotter-requests';
import { useWorkspace, workspaceNow } from '../state/workspace-store';
import { DeskHeader } from './desk-header';
import { HelpDialog } from './help-dialog';
import { useDeskFeeds } from './use-desk-feeds';
import { useHotkeys } from './use-hotkeys';
import './desk.css';

/** The default desk. */
export function App() {
  useDeskFeeds();
  useWindowLook();
  const search = useRef<HTMLInputElement>(null);
  const heldOf = useHeldOf();
  const [help, setHelp] = useState(false);
  useHotkeys(
    useMemo(
      () => ({
        search: () => search.current?.select(),
        help: () => setHelp(true),
        buy: () => onShown((shown) => openTicket(shown, 'BUY')),
        sell: () => onShown((shown) => openTicket(shown, 'SELL')),
        close: () => onShown((shown) => closeTicket(shown, heldOf(shown.conid))),
        cancel: () => askBlotter('cancel-selected'),
        cancelAll: () => askBlotter('cancel-all'),
      }),
      [heldOf],
    ),
  );
  return (
    <div className="desk-frame">
      <DeskHeader searchRef={search} onHelp={() => setHelp(true)} />
      <SessionBanner />
      <GuardBanner />
      <main className="desk">
        <WatchlistPanel
          searchBox={(onPick) => (
            <SymbolSearch label="Add to the watchlist" placeholder="Add a symbol" onPick={onPick} />
          )}
        />
        <ChartPanel />
        <OrderTicketPanel />
        <PortfolioPanel />
        <OrdersPanel />
        <div id="floating" />
      </main>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}

/** Theme and whose money it is are worn by the whole window. */
function useWindowLook(): void {
  const theme = useWorkspace((workspace) => workspace.theme);
  const mode = useSession()?.mode ?? 'unknown';
  // Before the effects of the panels: charts read the tokens in theirs.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    dataset['mode'] = mode;
    document.title = mode === 'unknown' ? 'Portico' : `Portico · ${mode.toUpperCase()}`;
  }, [theme, mode]);
}

/** What a trading key acts on: the symbol the desk shows. */
function onShown(act: (shown: { conid: Conid; symbol: string }) => void): void {
  const { conid, symbol } = workspaceNow();
  if (conid !== null && symbol !== null) act({ conid, symbol });
}
