// Seam: what the console asks about before it runs. A method that writes must never be taken for a read.
import { expect, it } from 'vitest';
import { allEndpoints } from '../../gateway/registry';
import { dangerOf } from './dangers';

it('lets no order leave by the console', () => {
  for (const name of ['placeOrder', 'modifyOrder', 'cancelOrder', 'reply'])
    expect(dangerOf(name)?.kind).toBe('order');
  for (const { name } of allEndpoints.filter((entry) => /^faModel(Invest|Submit)/.test(entry.name)))
    expect(dangerOf(name)?.kind).toBe('order');
});

it('asks before everything that is posted or deleted, but for reads in disguise', () => {
  const free = allEndpoints
    .filter(({ endpoint, name }) => endpoint.verb !== 'GET' && dangerOf(name) === null)
    .map(({ name }) => name)
    .sort();
  expect(free).toEqual(
    [
      ...['accountPerformance', 'allPeriods', 'authenticationStatus', 'checkAuthStatus', 'checkHealth'],
      ...['faModelList', 'faModelPositions', 'faModelSummary', 'faPresetGet'],
      ...['hmdsMarketScanner', 'initializeHistoricalService', 'invalidateBackendPortfolioCache'],
      ...['marketScanner', 'portfolioAccountAllocations', 'searchContractRules', 'tickle'],
      ...['transactionHistory', 'whatifOrder'],
    ].sort(),
  );
});

it('asks before what costs money or ends a session, though it is only a GET', () => {
  expect(dangerOf('regulatorySnapshot')).toMatchObject({
    kind: 'cost',
    consequence: expect.stringContaining('0.01 USD') as string,
  });
  expect(dangerOf('marketdataUnsubscribeAll')?.kind).toBe('write');
  expect(dangerOf('receiveBrokerageAccounts')).toBeNull();
});
