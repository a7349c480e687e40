// Seam: the ARIA grid pattern's keys; focus never leaves the table's edges.
import { expect, it } from 'vitest';
import { moved } from './grid-keys';

const middle = { row: 3, column: 2 };

it.each([
  ['ArrowDown', false, { row: 4, column: 2 }],
  ['ArrowUp', false, { row: 2, column: 2 }],
  ['ArrowLeft', false, { row: 3, column: 1 }],
  ['ArrowRight', false, { row: 3, column: 3 }],
  ['Home', false, { row: 3, column: 0 }],
  ['End', true, { row: 7, column: 4 }],
  ['PageDown', false, { row: 7, column: 2 }],
  ['PageUp', false, { row: 0, column: 2 }],
])('%s (ctrl %s)', (key, ctrl, to) => {
  expect(moved(middle, key, ctrl, 8, 5)).toEqual(to);
});

it('stops at the edges and reaches the header', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, 8, 5)).toEqual({ row: -1, column: 0 });
  expect(moved({ row: -1, column: 0 }, 'ArrowUp', false, 8, 5)).toEqual({ row: -1, column: 0 });
  expect(moved({ row: 7, column: 4 }, 'ArrowRight', false, 8, 5)).toEqual({ row: 7, column: 4 });
  expect(moved(middle, 'x', false, 8, 5)).toBeNull();
});
