// Seam: what leaves as a file is exact, says what it is of, and cannot run in a spreadsheet.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { PositionRow } from './position-row';
import { positionsCsv } from './positions-csv';

const row = (over: Partial<PositionRow>): PositionRow =>
  ({
    accountId: 'DU1',
    conid: 1,
    symbol: 'AAPL',
    expiry: null,
    quantity: decimal('-3'),
    priceMagnification: '1',
    ...over,
  }) as PositionRow;

it('keeps every digit, leaves the unknown empty, quotes what needs it', () => {
  const lines = positionsCsv(
    [row({ name: 'Apple, "the" one', marketValue: decimal('1234567.123456'), dayPnl: null })],
    [
      ['account', 'DU1'],
      ['filter', 'none'],
    ],
  ).split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['# account: DU1', '# filter: none']);
  const names = lines[2]?.split(',') ?? [];
  expect(lines[3]).toContain('"Apple, ""the"" one"');
  const plain =
    positionsCsv([row({ marketValue: decimal('1234567.123456') })], [])
      .split('\r\n')[1]
      ?.split(',') ?? [];
  expect(plain[names.indexOf('market_value')]).toBe('1234567.123456');
  expect(plain[names.indexOf('day_pnl')]).toBe('');
  expect(plain[names.indexOf('quantity')]).toBe('-3');
});

it('makes no formula of a name', () => {
  expect(positionsCsv([row({ symbol: '=HYPERLINK(1)' })], [])).toContain(",'=HYPERLINK(1),");
});
