import { queryOptions } from '@tanstack/react-query';
import type { AccountId } from '../../shared/domain/ids';
import type { PositionList } from '../../shared/domain/portfolio';
import { withChanges } from '../../shared/domain/position-changes';
import { call } from './client';

// /portfolio/* takes one request per endpoint every 5 s — docs "Pacing limitations", read 2026-11.
const portfolioPollMs = 10_000;
/** While pages come in, main answers from what it has: no request of its own. */
const readingPollMs = 2000;
const slowPollMs = 30_000;

/** One account's holdings and cash. The key begins with the account: two accounts never share a figure. */
export const portfolioQueries = {
  all: (accountId: AccountId) => ['portfolio', accountId] as const,
  summary: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'summary'],
      queryFn: () => call('portfolio.summary', { accountId }),
      refetchInterval: portfolioPollMs,
    }),
  positions: (accountId: AccountId, model: string | null = null) =>
    queryOptions({
      queryKey: [
        ...portfolioQueries.all(accountId),
        'positions',
        ...(model === null ? [] : [model]),
      ] as const,
      queryFn: async ({ client, queryKey }): Promise<PositionList> => {
        const before = client.getQueryData<PositionList>(queryKey);
        const changes = await call('portfolio.positions', {
          accountId,
          ...(model === null ? {} : { model }),
          ...(before === undefined ? {} : { since: before.version }),
        });
        return withChanges(before, changes);
      },
      refetchInterval: ({ state: { data } }) => (data?.reading === true ? readingPollMs : portfolioPollMs),
      // Rows keep their identity already; comparing ten thousand of them again would cost frames.
      structuralSharing: false,
    }),
  ledger: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'ledger'],
      queryFn: () => call('portfolio.ledger', { accountId }),
      refetchInterval: slowPollMs,
    }),
  margin: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'margin'],
      queryFn: () => call('portfolio.margin', { accountId }),
      refetchInterval: slowPollMs,
    }),
  combos: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'combos'],
      queryFn: () => call('portfolio.combos', { accountId }),
      refetchInterval: slowPollMs,
    }),
  allocation: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'allocation'],
      queryFn: () => call('portfolio.allocation', { accountId }),
      refetchInterval: slowPollMs,
    }),
};
