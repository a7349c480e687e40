import { useMemo, useRef, useState } from 'react';
import { Toasts } from '../features/activity/toasts';
import { AlertDialogs } from '../features/alerts/alert-dialogs';
import { JournalBanner } from '../features/session/journal-banner';
import { SessionBanner } from '../features/session/session-banner';
import { GuardBanner } from '../features/trading-guard/guard-banner';
import { useHeldOf } from '../live/trade-actions';
import { useTextEpoch } from '../state/preferences';
import { useKeys } from './actions/use-keys';
import { DeskHeader } from './desk-header';
import { DeskArea } from './dock/desk-area';
import { HelpDialog } from './help-dialog';
import { CommandPalette } from './palette/command-palette';
import { useDeskFeeds } from './use-desk-feeds';
import { useAskedPanels } from './use-asked-panels';
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
  const [palette, setPalette] = useState(false);
  const hands = useMemo(
    () => ({
      search: () => search.current?.select(),
      palette: () => setPalette(true),
      help: () => setHelp(true),
      heldOf,
    }),
    [heldOf],
  );
  useKeys(hands);
  useAskedPanels();
  return (
    <div className="desk-frame">
      <DeskHeader
        key={textEpoch}
        searchRef={search}
        onHelp={() => setHelp(true)}
        onPalette={() => setPalette(true)}
      />
      <SessionBanner />
      <JournalBanner />
      <GuardBanner />
      <DeskArea />
      <Toasts />
      <AlertDialogs />
      {palette && <CommandPalette hands={hands} onClose={() => setPalette(false)} />}
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
