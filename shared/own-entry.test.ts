// Seam: no word of IBKR's is looked up in the language itself.
import { expect, it } from 'vitest';
import { ownEntry } from './own-entry';

it('finds what the table holds, and nothing that every object has', () => {
  expect(ownEntry({ STK: 'stock' }, 'STK')).toBe('stock');
  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'X'])
    expect(ownEntry({ STK: 'stock' }, key)).toBeUndefined();
});
