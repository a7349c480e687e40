import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AccountId } from '../../shared/domain/ids';
import type { AccountPnl } from '../../shared/domain/portfolio';
import { watch } from '../ipc/client';

const pnlStore = createStore<{ byAccount: ReadonlyMap<AccountId, AccountPnl> }>(() => ({
  byAccount: new Map(),
}));

/** Keeps one account's live figures of the day flowing while the component is mounted. */
export function usePnlStream(accountId: AccountId | null): void {
  useEffect(() => {
    if (accountId === null) return undefined;
    return watch('portfolio.pnl.watch', { accountId }, (pnl) => {
      pnlStore.setState(({ byAccount }) => ({ byAccount: new Map(byAccount).set(pnl.accountId, pnl) }));
    });
  }, [accountId]);
}

export const usePnl = (accountId: AccountId | null): AccountPnl | null =>
  useStore(pnlStore, ({ byAccount }) => (accountId === null ? null : (byAccount.get(accountId) ?? null)));
