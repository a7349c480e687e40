import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { accountsQueries } from '../ipc/accounts-queries';
import { startActivityFeed } from '../live/activity-feed';
import { useOrderStream } from '../live/order-feed';
import { usePnlStream } from '../live/pnl-feed';
import { startSessionFeed, useReady } from '../live/session-feed';
import { startTradingFeed } from '../live/trading-feed';
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
