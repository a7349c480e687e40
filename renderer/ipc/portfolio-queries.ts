import { queryOptions } from '@tanstack/react-query';
import type { AccountId } from '../../shared/domain/ids';
import { call } from './client';

// /portfolio/* takes one request per endpoint every 5 s — docs "Pacing limitations", read 2026-11.
const portfolioPollMs = 10_000;
const slowPollMs = 30_000;
const quarterHourMs = 900_000;

/** One account's holdings and cash. The key begins with the account: two accounts never share a figure. */
export const portfolioQueries = {
  all: (accountId: AccountId) => ['portfolio', accountId] as const,
  summary: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'summary'],
      queryFn: () => call('portfolio.summary', { accountId }),
      refetchInterval: portfolioPollMs,
    }),
  positions: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'positions'],
      queryFn: () => call('portfolio.positions', { accountId }),
      refetchInterval: portfolioPollMs,
    }),
  ledger: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'ledger'],
      queryFn: () => call('portfolio.ledger', { accountId }),
      refetchInterval: slowPollMs,
    }),
  allocation: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'allocation'],
      queryFn: () => call('portfolio.allocation', { accountId }),
      refetchInterval: slowPollMs,
    }),
  performance: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...portfolioQueries.all(accountId), 'performance'],
      queryFn: () => call('portfolio.performance', { accountId }),
      // /pa/* answers once per 15 minutes; its figures are of yesterday anyway.
      staleTime: quarterHourMs,
    }),
};
