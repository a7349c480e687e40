// Seam: the summary's 143 keys as margin; words that are numbers are read, nulls and missing keys stay unknown.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import { toMargin } from './to-margin';

const entry = (amount: unknown, value: unknown = null, more: object = {}) => ({
  amount,
  value,
  currency: 'USD',
  isNull: false,
  timestamp: 1775161929000,
  ...more,
});

it('reads amounts, words that are numbers, and days of settlement', () => {
  const margin = toMargin(
    accountIdSchema.parse('U1'),
    {
      netliquidation: entry(100.5),
      initmarginreq: entry('7,657.58'),
      'initmarginreq-s': entry(7000),
      'initmarginreq-c': entry(0, null, { isNull: true }),
      cushion: entry(0, '0.99'),
      'leverage-s': entry(0, 'n/a'),
      lookaheadnextchange: entry(0, '1775223000'),
      settledcashbydate: entry(0, '20260402:987918.28;20260406:971869.62;soon:1'),
      accruedcash: entry(2682.45, null, { timestamp: 1775161925 }),
    },
    7,
  );
  expect(margin.rows.find(({ key }) => key === 'initmarginreq')).toEqual({
    key: 'initmarginreq',
    total: '7657.58',
    securities: '7000',
    commodities: null,
    crypto: null,
  });
  expect(margin).toMatchObject({
    baseCurrency: 'USD',
    cushion: '0.99',
    leverage: null,
    sma: null,
    accruedInterest: '2682.45',
    accruedDividends: null,
    lookAheadMs: 1775223000000,
    brokerMs: 1775161925000,
    asOfMs: 7,
    settlement: [
      { dayMs: Date.UTC(2026, 3, 2), cash: '987918.28' },
      { dayMs: Date.UTC(2026, 3, 6), cash: '971869.62' },
    ],
  });
});

it('knows nothing of an empty answer', () => {
  const margin = toMargin(accountIdSchema.parse('U1'), {}, 7);
  expect(margin.rows.every(({ total }) => total === null)).toBe(true);
  expect(margin).toMatchObject({ baseCurrency: null, settlement: [], brokerMs: null, cushion: null });
});
