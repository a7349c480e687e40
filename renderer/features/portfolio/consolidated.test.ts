// Seam: several accounts as one; amounts of different currencies are never added, a missing part is no zero.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { AccountPnl, PortfolioSummary } from '../../../shared/domain/portfolio';
import { overviewOf } from './consolidated';

const summary = (net: string, baseCurrency = 'USD'): PortfolioSummary =>
  ({
    ...{ baseCurrency, netLiquidation: decimal(net), totalCash: decimal('5'), buyingPower: decimal('9') },
    asOfMs: Number(net),
  }) as PortfolioSummary;
const pnl = (dayPnl: string): AccountPnl =>
  ({ dayPnl: decimal(dayPnl), netLiquidation: decimal('11'), asOfMs: 3 }) as AccountPnl;

it('adds accounts of one currency; as old as the oldest', () => {
  const both = overviewOf([
    { summary: summary('10'), pnl: pnl('1') },
    { summary: summary('20'), pnl: null },
  ]);
  expect(both).toMatchObject({ netLiquidation: '31', cash: '10', dayPnl: null, summaryMs: 10, liveMs: null });
});

it('does not add dollars to euros, and spends no buying power twice', () => {
  const mixed = overviewOf([
    { summary: summary('10'), pnl: null },
    { summary: summary('20', 'EUR'), pnl: null },
  ]);
  expect(mixed).toMatchObject({ baseCurrency: null, netLiquidation: null, cash: null, buyingPower: null });
});

it('an account without its summary leaves the sums unknown', () => {
  const half = overviewOf([
    { summary: summary('10'), pnl: null },
    { summary: undefined, pnl: null },
  ]);
  expect(half).toMatchObject({ netLiquidation: null, cash: null });
  expect(overviewOf([{ summary: summary('10'), pnl: pnl('1') }])).toMatchObject({
    ...{ netLiquidation: '11', dayPnl: '1', buyingPower: '9', liveMs: 3 },
  });
});
