// Seam: the whole list is written; adding twice or removing what is absent changes nothing.
import { expect, it } from 'vitest';
import type { Conid } from '../../../shared/domain/ids';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { withConid, withoutConid } from './watchlist-mutations';

const conid = (value: number): Conid => value as Conid;
const list: Watchlist = {
  watchlistId: '100',
  name: 'Tech',
  rows: [1, 2].map((value) => ({ conid: conid(value), symbol: null, name: null })),
};

it('adds at the end, once', () => {
  expect(withConid(list, conid(3))).toEqual([1, 2, 3]);
  expect(withConid(list, conid(2))).toEqual([1, 2]);
});

it('removes only what was named', () => {
  expect(withoutConid(list, conid(1))).toEqual([2]);
  expect(withoutConid(list, conid(9))).toEqual([1, 2]);
});
