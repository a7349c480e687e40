// Seam: issuers, what their bonds can be narrowed by, and the bonds themselves, from IBKR's own rows.
import { expect, it } from 'vitest';
import { toBondFilters, toBonds, toIssuers } from './to-bonds';

it('finds issuers among the hits, and nothing where there are none', () => {
  expect(
    toIssuers([
      { conid: '8314', symbol: 'IBM' },
      { conid: '2147483647', issuers: [{ id: 'e5499005', name: 'IBM Capital' }, { id: 'not an id!' }] },
    ]),
  ).toEqual([{ issuerId: 'e5499005', name: 'IBM Capital' }]);
});

it('reads filters with and without texts', () => {
  expect(
    toBondFilters({
      bondFilters: [
        { displayText: 'Maturity Date', columnId: 27, options: [{ text: 'Dec 2028', value: '202812' }] },
        { displayText: 'Currency', columnId: 5, options: [{ value: 'CHF' }, { value: null }] },
        { displayText: 'Nothing', columnId: 'x' },
      ],
    }),
  ).toEqual([
    { columnId: 27, name: 'Maturity Date', options: [{ value: '202812', text: 'Dec 2028' }] },
    { columnId: 5, name: 'Currency', options: [{ value: 'CHF', text: 'CHF' }] },
  ]);
});

it('names a bond by its terms; “No Coupon” is unknown, never zero', () => {
  const row = { conid: 1, symbol: 'AAPL', companyName: 'APPLE INC', coupon: '2.4', maturityDate: '20500820' };
  const [bond, bare] = toBonds([row, { conid: 2, coupon: 'No Coupon' }, { conid: null }]);
  expect(bond).toMatchObject({ coupon: '2.4', maturity: '20500820', name: 'APPLE INC · 2.4 % · 20 Aug 50' });
  expect(bare).toMatchObject({ coupon: null, maturity: null, currency: null });
});
