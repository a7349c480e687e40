import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conid } from '../../shared/domain/ids';
import { SessionBanner } from '../features/session/session-banner';
import { GuardBanner } from '../features/trading-guard/guard-banner';
import { PanelLink } from '../live/panel-link';
import { useSession } from '../live/session-feed';
import { closeTicket, openTicket, useHeldOf } from '../live/trade-actions';
import { askBlotter } from '../state/blotter-requests';
import { PanelIdContext } from '../state/linked-instrument';
import { usePanelRequest } from '../state/panel-requests';
import { switchDiscreet, useWorkspace, workspaceNow } from '../state/workspace-store';
import { PanelLead } from '../ui/panel';
import { DeskHeader } from './desk-header';
import { HelpDialog } from './help-dialog';
import { panels } from './panels';
import { useDeskFeeds } from './use-desk-feeds';
import { useHotkeys } from './use-hotkeys';
import './desk.css';

const defaultDesk: ReadonlySet<string> = new Set(['watchlist', 'chart', 'ticket', 'portfolio', 'orders']);

/** The default desk. */
export function App() {
  useDeskFeeds();
  useWindowLook();
  const search = useRef<HTMLInputElement>(null);
  const heldOf = useHeldOf();
  const [help, setHelp] = useState(false);
  const { panelId } = usePanelRequest();
  const onDesk = panelId === null || defaultDesk.has(panelId);
  const shown = panels.filter(({ id }) => (onDesk ? defaultDesk.has(id) : id === panelId));
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
        discreet: switchDiscreet,
      }),
      [heldOf],
    ),
  );
  return (
    <div className="desk-frame">
      <DeskHeader searchRef={search} onHelp={() => setHelp(true)} />
      <SessionBanner />
      <GuardBanner />
      <main className={onDesk ? 'desk' : 'desk desk-one'}>
        {shown.map(({ id, title, linked, component: ShownPanel }) => (
          <PanelIdContext key={id} value={id}>
            <PanelLead value={linked === true ? <PanelLink panelId={id} title={title} /> : null}>
              <ShownPanel />
            </PanelLead>
          </PanelIdContext>
        ))}
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
