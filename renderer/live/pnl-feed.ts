import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Decimal } from '../../shared/domain/decimal';
import type { AccountId } from '../../shared/domain/ids';
import type { AccountPnl } from '../../shared/domain/portfolio';
import type { EpochMs } from '../../shared/domain/time';
import { watch } from '../ipc/client';

/** Net liquidation as it was seen while the window was open: IBKR has no intraday history of it. */
export interface DayPoint {
  readonly timeMs: EpochMs;
  readonly netLiquidation: Decimal;
}

interface PnlState {
  readonly byAccount: ReadonlyMap<AccountId, AccountPnl>;
  readonly paths: ReadonlyMap<AccountId, ReadonlyArray<DayPoint>>;
}

const pnlStore = createStore<PnlState>(() => ({ byAccount: new Map(), paths: new Map() }));
const pointEveryMs = 10_000;
const longestPath = 2_500;
const none: ReadonlyArray<DayPoint> = [];

/** Keeps these accounts' live figures of the day flowing while the component is mounted. */
export function usePnlStreams(accountIds: ReadonlyArray<AccountId>): void {
  const key = accountIds.join(' ');
  useEffect(() => {
    const stops = key
      .split(' ')
      .filter((id) => id !== '')
      .map((accountId) => watch('portfolio.pnl.watch', { accountId: accountId as AccountId }, take));
    return () => stops.forEach((stop) => stop());
  }, [key]);
}

export const usePnlStream = (accountId: AccountId | null): void =>
  usePnlStreams(accountId === null ? [] : [accountId]);

export const usePnl = (accountId: AccountId | null): AccountPnl | null =>
  useStore(pnlStore, ({ byAccount }) => (accountId === null ? null : (byAccount.get(accountId) ?? null)));

/** Every account's, for views over several. */
export const usePnls = (): ReadonlyMap<AccountId, AccountPnl> =>
  useStore(pnlStore, ({ byAccount }) => byAccount);

export const useDayPath = (accountId: AccountId): ReadonlyArray<DayPoint> =>
  useStore(pnlStore, ({ paths }) => paths.get(accountId) ?? none);

function take(pnl: AccountPnl): void {
  pnlStore.setState(({ byAccount, paths }) => ({
    byAccount: new Map(byAccount).set(pnl.accountId, pnl),
    paths: withPoint(paths, pnl),
  }));
}

function withPoint(
  paths: PnlState['paths'],
  { accountId, netLiquidation, asOfMs }: AccountPnl,
): PnlState['paths'] {
  const path = paths.get(accountId) ?? none;
  const last = path.at(-1);
  if (netLiquidation === null || (last !== undefined && asOfMs - last.timeMs < pointEveryMs)) return paths;
  return new Map(paths).set(accountId, [...path, { timeMs: asOfMs, netLiquidation }].slice(-longestPath));
}
