import { useEffect, useMemo, useRef, useState } from 'react';
import { SymbolSearch } from '../features/contracts/symbol-search';
import { ChartPanel } from '../features/history-chart/chart-panel';
import { OrdersPanel } from '../features/order-blotter/orders-panel';
import { OrderTicketPanel } from '../features/order-ticket/order-ticket-panel';
import { PortfolioPanel } from '../features/portfolio/portfolio-panel';
import { SessionBanner } from '../features/session/session-banner';
import { WatchlistPanel } from '../features/watchlists/watchlist-panel';
import { useSession } from '../live/session-feed';
import { askTicket } from '../state/ticket-requests';
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
  const [help, setHelp] = useState(false);
  useHotkeys(
    useMemo(
      () => ({
        search: () => search.current?.select(),
        help: () => setHelp(true),
        buy: () => openTicket('BUY'),
        sell: () => openTicket('SELL'),
      }),
      [],
    ),
  );
  return (
    <div className="desk-frame">
      <DeskHeader searchRef={search} onHelp={() => setHelp(true)} />
      <SessionBanner />
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
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    dataset['mode'] = mode;
    document.title = mode === 'unknown' ? 'Portico' : `Portico · ${mode.toUpperCase()}`;
  }, [theme, mode]);
}

/** A blank ticket on the desk's symbol, ready for the quantity. Nothing is sent. */
function openTicket(side: 'BUY' | 'SELL'): void {
  const { conid, symbol } = workspaceNow();
  if (conid === null || symbol === null) return;
  askTicket({ kind: 'new', conid, symbol, side });
  document.querySelector<HTMLElement>('[aria-label="Order ticket"] input[aria-label="Quantity"]')?.focus();
}
