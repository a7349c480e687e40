// Seam: several accounts as one; amounts of different currencies are added at a rate only, a missing part is no zero.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { AccountPnl, LedgerRow, PortfolioSummary } from '../../../shared/domain/portfolio';
import type { CommonBase } from './common-base';
import { overviewOf } from './consolidated';

const ledgerBase = { unrealizedPnl: decimal('3'), realizedPnl: decimal('4') } as LedgerRow;
const summary = (net: string, baseCurrency = 'USD'): PortfolioSummary =>
  ({
    ...{ baseCurrency, netLiquidation: decimal(net), totalCash: decimal('5'), buyingPower: decimal('9') },
    asOfMs: Number(net),
  }) as PortfolioSummary;
const pnl = (dayPnl: string): AccountPnl =>
  ({ dayPnl: decimal(dayPnl), netLiquidation: decimal('11'), asOfMs: 3 }) as AccountPnl;
const base = (...rates: ReadonlyArray<string | null>): CommonBase => ({
  currency: 'USD',
  rates: rates.map((rate) => (rate === null ? null : decimal(rate))),
});

it('adds accounts of one currency; as old as the oldest', () => {
  const both = overviewOf(
    [
      { summary: summary('10'), pnl: pnl('1'), ledgerBase },
      { summary: summary('20'), pnl: null, ledgerBase },
    ],
    base('1', '1'),
  );
  expect(both).toMatchObject({
    netLiquidation: '31',
    cash: '10',
    dayPnl: null,
    unrealizedPnl: '6',
    realizedPnl: '8',
    summaryMs: 10,
    liveMs: null,
  });
});

it('adds euros to dollars at their rate only, and spends no buying power twice', () => {
  const parts = [
    { summary: summary('10'), pnl: null, ledgerBase },
    { summary: summary('20', 'EUR'), pnl: null, ledgerBase },
  ];
  expect(overviewOf(parts, base('1', '1.1'))).toMatchObject({
    ...{ baseCurrency: 'USD', netLiquidation: '32', cash: '10.5', buyingPower: null },
    rates: [{ currency: 'EUR', rate: '1.1' }],
  });
  expect(overviewOf(parts, base('1', null))).toMatchObject({ netLiquidation: null, cash: null });
});

it('an account without its summary leaves the sums unknown', () => {
  const half = overviewOf(
    [
      { summary: summary('10'), pnl: null, ledgerBase },
      { summary: undefined, pnl: null, ledgerBase },
    ],
    base('1', '1'),
  );
  expect(half).toMatchObject({ netLiquidation: null, cash: null });
  expect(overviewOf([{ summary: summary('10'), pnl: pnl('1'), ledgerBase }], base('1'))).toMatchObject({
    ...{ netLiquidation: '11', dayPnl: '1', buyingPower: '9', liveMs: 3 },
  });
});
