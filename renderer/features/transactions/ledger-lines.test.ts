// Seam: a reader of the ledger always sees from when on it is complete, and where it is not.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import type { LedgerEntry } from '../../../shared/domain/ledger-entry';
import { linesOf } from './ledger-lines';

const entry = (id: string, timeMs: number): LedgerEntry => ({
  ...{ id, timeMs, accountId: accountIdSchema.parse('DU1'), kind: 'trade', precision: 'second', conid: null },
  ...{ symbol: 'X', text: '', assetClass: null, quantity: null, price: null, value: null, commission: null },
  ...{ cash: null, currency: null, exchange: null, orderRef: null },
});
const drawn = (entries: LedgerEntry[], recorded: Array<{ fromMs: number; toMs: number }>) =>
  linesOf({ entries, recorded, total: entries.length }).map(({ id, mark }) =>
    mark === null ? id : mark.slice(0, 10),
  );

it('marks the start and every pause where they fall among the entries', () => {
  const spans = [
    { fromMs: 100, toMs: 200 },
    { fromMs: 500, toMs: 900 },
  ];
  expect(drawn([entry('d', 800), entry('c', 500), entry('b', 150), entry('a', 50)], spans)).toEqual([
    'd',
    'c',
    'Not record',
    'b',
    'Recording ',
    'a',
  ]);
  expect(drawn([], spans)).toEqual(['Not record', 'Recording ']);
  expect(drawn([entry('a', 1)], [])).toEqual(['a']);
});
