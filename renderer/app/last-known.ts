import type { QueryClient } from '@tanstack/react-query';
import type { LastKnown } from '../../shared/ipc/last-known-contract';
import type { PorticoContract } from '../../shared/ipc/contract';
import type { InputOf, OutputOf } from '../../shared/ipc/define';
import { withChanges } from '../../shared/domain/position-changes';
import { historyQueries } from '../features/history-chart/history-queries';
import { watchlistsQueries } from '../features/watchlists/watchlists-queries';
import { accountsQueries } from '../ipc/accounts-queries';
import { contractsQueries } from '../ipc/contracts-queries';
import { performanceQueries } from '../ipc/performance-queries';
import { portfolioQueries } from '../ipc/portfolio-queries';

/** Where a remembered answer is looked for: the key of its query, and what the query would have made of it. */
type Place<K extends keyof PorticoContract> = (
  input: InputOf<PorticoContract, K>,
  value: OutputOf<PorticoContract, K>,
) => readonly [queryKey: readonly unknown[], data: unknown];

const places: { readonly [K in keyof PorticoContract]?: Place<K> } = {
  'accounts.list': (_input, list) => [accountsQueries.list().queryKey, list],
  'portfolio.summary': ({ accountId }, summary) => [portfolioQueries.summary(accountId).queryKey, summary],
  'portfolio.ledger': ({ accountId }, ledger) => [portfolioQueries.ledger(accountId).queryKey, ledger],
  'portfolio.margin': ({ accountId }, margin) => [portfolioQueries.margin(accountId).queryKey, margin],
  'portfolio.allocation': ({ accountId }, slices) => [
    portfolioQueries.allocation(accountId).queryKey,
    slices,
  ],
  'portfolio.positions': ({ accountId, model = null }, changes) => [
    portfolioQueries.positions(accountId, model).queryKey,
    withChanges(undefined, changes),
  ],
  'performance.read': ({ accountIds }, performance) => [
    performanceQueries.of(accountIds).queryKey,
    performance,
  ],
  'watchlists.list': (_input, lists) => [watchlistsQueries.list().queryKey, lists],
  'watchlists.get': ({ watchlistId }, list) => [watchlistsQueries.one(watchlistId).queryKey, list],
  'contracts.instrument': ({ conid, side }, instrument) => [
    contractsQueries.instrument(conid, side).queryKey,
    instrument,
  ],
  'history.venue': ({ conid }, venue) => [historyQueries.venue(conid).queryKey, venue],
};

/** Fills the window with what IBKR last said, as old as it is: whatever asks for it asks anew once there is a session. */
export function showLastKnown(client: QueryClient, { entries }: LastKnown): void {
  for (const { name, key, value, atMs } of entries) {
    // Main checked each value against the contract of its name, and wrote the key itself.
    const place = places[name as keyof PorticoContract] as Place<keyof PorticoContract> | undefined;
    if (place === undefined) continue;
    const [queryKey, data] = place(JSON.parse(key) as never, value as never);
    client.setQueryData(queryKey, data, { updatedAt: atMs });
  }
}
