// Seam: groups, steady order and copies of a table; no row is lost and none appears twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrderOf, linesOf, tsvOf } from './grid-lines';

const entries = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }))
  .map((numbers) => numbers.map((number) => ({ id: String(number), original: number })));

it('every row stands once in its group, in the order it came', () => {
  fc.assert(
    fc.property(entries, (ordered) => {
      const lines = linesOf(ordered, (number) => `rest ${number % 3}`, new Set());
      const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
      expect([...rows].sort()).toEqual(ordered.map(({ original }) => original).sort());
      for (const line of lines)
        if (line.kind === 'group')
          expect(line.rows).toEqual(
            ordered.map(({ original }) => original).filter((number) => `rest ${number % 3}` === line.name),
          );
    }),
  );
});

it('a closed group counts its rows and shows none', () => {
  const lines = linesOf([{ id: 'a', original: 1 }], () => 'one', new Set(['one']));
  expect(lines).toEqual([{ kind: 'group', id: 'group one', name: 'one', rows: [1], open: false }]);
});

it('keeps the order under the pointer; what is new comes last, what is gone leaves', () => {
  const now = ['c', 'x', 'a'].map((id) => ({ id, original: id }));
  expect(inOrderOf(now, ['a', 'b', 'c']).map(({ id }) => id)).toEqual(['a', 'c', 'x']);
  expect(inOrderOf(now, null)).toBe(now);
});

it('copies what columns say in words, one line a row', () => {
  const columns = [
    { id: 'a', header: 'A', width: 1, cell: () => null, text: (row: string) => `${row}\tx` },
    { id: 'menu', header: 'Menu', width: 1, cell: () => null },
  ];
  const lines = linesOf([{ id: '1', original: 'one' }], () => 'All', new Set());
  expect(tsvOf(lines, columns)).toBe('A\nAll (1)\none x');
});
