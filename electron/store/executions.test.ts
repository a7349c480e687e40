// Seam: the order book counts each fill once, whatever order and however often IBKR repeats it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema } from '../../shared/domain/ids';
import type { Execution } from '../../shared/domain/order';
import { openDatabase } from './database';
import { createExecutionTable, splitExecutionId } from './executions';
import { migrations } from './migrations';

const accountId = accountIdSchema.parse('DU1');
const table = () => {
  const sql = openDatabase(':memory:');
  for (const step of migrations) sql.exec(step);
  return createExecutionTable(sql);
};
const execution = (executionId: string, quantity: string, commission: string | null): Execution => ({
  ...{ executionId, orderRef: 'd1', orderId: '7', accountId, conid: null, symbol: 'X', side: 'B' },
  ...{ quantity: decimal(quantity), price: decimal('1'), netAmount: null, exchange: null, timeMs: 5 },
  commission: commission === null ? null : decimal(commission),
});

it('knows a correction from a new fill', () => {
  expect(splitExecutionId('0000e0d5.6576fd38.01.02')).toEqual({
    baseId: '0000e0d5.6576fd38.01',
    correction: 2,
  });
  expect(splitExecutionId('abc')).toEqual({ baseId: 'abc', correction: 0 });
});

it('keeps the highest correction in any order of arrival, and never loses a commission', () => {
  const arrivals = [
    execution('f.1.01', '10', null),
    execution('f.1.01', '10', '1.00'),
    execution('f.1.02', '8', '0.80'),
    execution('f.2.01', '5', '0.50'),
    execution('f.2.01', '5', null),
  ];
  const order = fc.array(fc.nat(arrivals.length - 1), { maxLength: 12 });
  fc.assert(
    fc.property(fc.shuffledSubarray(arrivals, { minLength: arrivals.length }), order, (shuffled, again) => {
      const executions = table();
      executions.save(shuffled);
      executions.save(again.flatMap((index) => arrivals.slice(index, index + 1)));
      const kept = executions.ofAccount(accountId, 0);
      expect(kept.map((each) => [each.quantity, each.commission])).toEqual([
        ['8', '0.80'],
        ['5', '0.50'],
      ]);
    }),
    { numRuns: 60 },
  );
});

it('says what changed', () => {
  const executions = table();
  expect(executions.save([execution('f.1.01', '10', null)])).toHaveLength(1);
  expect(executions.save([execution('f.1.01', '10', null)])).toHaveLength(0);
  expect(executions.save([execution('f.1.01', '10', '1.00')])).toHaveLength(1);
});
