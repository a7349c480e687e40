// Seam: a list from anywhere (TWS, Client Portal, another program) is read whole, and nothing of it is written away.
import { expect, it } from 'vitest';
import { toEntry } from '../../../shared/domain/watchlist-rows';
import { toHeadings, toWatchlist, toWire } from './to-watchlist';

const instrument = { ST: 'STK', C: '8314', conid: 8314, name: 'INTL BUSINESS MACHINES', ticker: 'IBM' };

it('keeps contracts, blank rows, headings and repeated contracts in order', () => {
  const { rows, obstacle } = toWatchlist('1', {
    instruments: [{ H: '' }, instrument, { H: 'Banks' }, { C: '8894@SMART' }, instrument, { H: '' }],
  });
  expect(obstacle).toBeNull();
  expect(rows.map(toEntry).map(toWire)).toEqual([
    { H: '' },
    { C: 8314 },
    { H: 'Banks' },
    { C: 8894 },
    { C: 8314 },
    { H: '' },
  ]);
});

it('does not offer to change what it cannot write back', () => {
  expect(toWatchlist('1', { instruments: [{ C: '28812380;;;1/1,2/-1' }] }).obstacle).toMatch(/would be lost/);
  expect(toWatchlist('1', { readOnly: true, instruments: [] }).obstacle).toMatch(/not changed/);
});

it('reads lists without a name, and no list whose id could not be written', () => {
  const data = { data: { user_lists: [{ id: 7 }, { id: 'abc', name: 'x' }, { name: 'y' }] } };
  expect(toHeadings(data)).toEqual([{ watchlistId: '7', name: 'List 7' }]);
});
