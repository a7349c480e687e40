import { useMemo, useRef, useState } from 'react';
import type { Conid } from '../../shared/domain/ids';
import { Toasts } from '../features/activity/toasts';
import { JournalBanner } from '../features/session/journal-banner';
import { SessionBanner } from '../features/session/session-banner';
import { GuardBanner } from '../features/trading-guard/guard-banner';
import { closeTicket, openTicket, useHeldOf } from '../live/trade-actions';
import { askBlotter } from '../state/blotter-requests';
import { useTextEpoch } from '../state/preferences';
import { switchDiscreet, workspaceNow } from '../state/workspace-store';
import { DeskHeader } from './desk-header';
import { HelpDialog } from './help-dialog';
import { DeskArea } from './dock/desk-area';
import { useDeskFeeds } from './use-desk-feeds';
import { useHotkeys } from './use-hotkeys';
import { useWindowLook } from './use-window-look';
import './desk.css';

/** The whole window: header, what must be said, the panels. */
export function App() {
  useDeskFeeds();
  useWindowLook();
  const textEpoch = useTextEpoch();
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
        discreet: switchDiscreet,
      }),
      [heldOf],
    ),
  );
  return (
    <div className="desk-frame">
      <DeskHeader key={textEpoch} searchRef={search} onHelp={() => setHelp(true)} />
      <SessionBanner />
      <JournalBanner />
      <GuardBanner />
      <DeskArea />
      <Toasts />
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}

/** What a trading key acts on: the symbol the desk shows. */
function onShown(act: (shown: { conid: Conid; symbol: string }) => void): void {
  const { conid, symbol } = workspaceNow();
  if (conid !== null && symbol !== null) act({ conid, symbol });
}
