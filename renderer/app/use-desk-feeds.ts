import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { accountsQueries } from '../ipc/accounts-queries';
import { startActivityFeed } from '../live/activity-feed';
import { useOrderStream } from '../live/order-feed';
import { usePnlStream } from '../live/pnl-feed';
import { startSessionFeed, useReady, useSession } from '../live/session-feed';
import { startTradingFeed } from '../live/trading-feed';
import { adoptAs, ownerNow } from '../state/own-storage';
import { startPreferencesFeed } from '../state/preferences';
import { showAccount, useWorkspace } from '../state/workspace-store';

/** What the whole desk listens to, whichever panels are open. */
export function useDeskFeeds(): void {
  useEffect(startPreferencesFeed, []);
  useEffect(startSessionFeed, []);
  useEffect(startTradingFeed, []);
  useEffect(startActivityFeed, []);
  const accountId = useWorkspace((workspace) => workspace.accountId);
  useKnownAccount();
  useOwnDesk();
  useOrderStream(accountId);
  usePnlStream(accountId);
}

/** The chosen account if this login still has it, else its first. */
function useKnownAccount(): void {
  const ready = useReady();
  const { data: accounts } = useQuery({ ...accountsQueries.list(), enabled: ready });
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const chosen = (accounts?.find((account) => account.accountId === accountId) ?? accounts?.[0])?.accountId;
  useEffect(() => {
    if (chosen !== undefined) showAccount(chosen);
  }, [chosen]);
}

/** Another login, another desk: the window begins anew, so that nothing of the one before is left anywhere in it. */
function useOwnDesk(): void {
  const login = useSession()?.login ?? null;
  useEffect(() => {
    if (login === null || login === ownerNow()) return;
    if (ownerNow() === null) adoptAs(login);
    else window.location.reload();
  }, [login]);
}
