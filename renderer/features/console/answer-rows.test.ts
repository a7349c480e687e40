// Seam: answers of any shape as a table.
import { expect, it } from 'vitest';
import { rowsOf } from './answer-rows';

it('finds the list in an answer, wherever it is', () => {
  expect(rowsOf([{ a: 1 }, { b: 'x' }])?.columns).toEqual(['a', 'b']);
  expect(rowsOf({ snapshot: true, orders: [{ orderId: 1 }] })?.rows).toEqual([
    { at: 0, cells: { orderId: '1' } },
  ]);
  expect(rowsOf({ data: { bdlist: [{ id: '1' }, { id: '2' }] } })?.rows).toHaveLength(2);
});

it('takes an object of records by its keys, and nothing else for a table', () => {
  expect(rowsOf({ USD: { cash: 1 }, EUR: { cash: 2 } })?.rows[1]?.cells).toEqual({ '': 'EUR', cash: '2' });
  expect(rowsOf({ authenticated: true })).toBeNull();
  expect(rowsOf([])).toBeNull();
  expect(rowsOf('text')).toBeNull();
});
