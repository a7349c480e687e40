// Seam: cash by currency in its own or the base currency; the total is IBKR's, once, and doubts about it are said.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema } from '../../../shared/domain/ids';
import type { Ledger, LedgerRow } from '../../../shared/domain/portfolio';
import { balancesOf, doubtsAbout } from './ledger-figures';

const row = (currency: string, cash: string | null, rate: string | null): LedgerRow => ({
  ...{ currency, isBase: currency === 'BASE', byClass: [], brokerMs: null },
  cash: cash === null ? null : decimal(cash),
  settledCash: decimal('10'),
  exchangeRate: rate === null ? null : decimal(rate),
  ...{
    marketValue: null,
    netLiquidation: null,
    unrealizedPnl: null,
    realizedPnl: null,
    dividends: null,
    interest: null,
  },
});
const ledger = (...rows: LedgerRow[]): Ledger => ({
  accountId: accountIdSchema.parse('DU1'),
  rows,
  asOfMs: 1,
});

it('converts with IBKR’s rate and keeps the total as sent, last', () => {
  const both = ledger(row('BASE', '155', '1'), row('EUR', '50', '1.1'), row('USD', '100', '1'));
  expect(balancesOf(both, true).map((each) => [each.row.currency, each.cash, each.unsettledCash])).toEqual([
    ['EUR', '55', '44'],
    ['USD', '100', '90'],
    ['BASE', '155', '145'],
  ]);
  expect(balancesOf(both, false).map(({ cash }) => cash)).toEqual(['50', '100', '155']);
  expect(doubtsAbout(both)).toEqual([]);
});

it('leaves what has no rate unknown in base, and known in its own currency', () => {
  const unknown = ledger(row('EUR', '50', null), row('BASE', '55', '1'));
  expect(balancesOf(unknown, true).map(({ cash }) => cash)).toEqual([null, '55']);
  expect(balancesOf(unknown, false)[0]?.cash).toBe('50');
  expect(doubtsAbout(unknown)[0]).toContain('No exchange rate for EUR');
});

it('says when the currencies contradict the total', () => {
  expect(doubtsAbout(ledger(row('EUR', '5000', '1.1'), row('BASE', '5498', '1')))[0]).toContain(
    'do not add up',
  );
  expect(doubtsAbout(ledger(row('EUR', '5000', '1.1'), row('BASE', '5499.5', '1')))).toEqual([]);
  expect(doubtsAbout(ledger(row('EUR', '5000', '1.1')))[0]).toContain('no total');
});
