// Seam: bonds are narrowed by what they are known to be; unknown never fits what is asked for.
import { expect, it } from 'vitest';
import type { Bond } from '../../../shared/domain/bond';
import { chosenBonds } from './bond-filter';

const bond = (maturity: string | null, coupon: string | null, currency: string | null) =>
  ({ maturity, coupon, currency }) as Bond;
const [long, short, unknown] = [
  bond('20500820', '2.40', 'USD'),
  bond('20281215', '1.5', 'CHF'),
  bond(null, null, null),
];
const all = [long, short, unknown] as Bond[];

it('by month, coupon as a number, and currency, all at once', () => {
  expect(chosenBonds(all, {})).toEqual(all);
  expect(chosenBonds(all, { 27: '205008' })).toEqual([long]);
  expect(chosenBonds(all, { 25: '2.4' })).toEqual([long]);
  expect(chosenBonds(all, { 5: 'CHF', 27: '' })).toEqual([short]);
  expect(chosenBonds(all, { 5: 'CHF', 25: '2.4' })).toEqual([]);
});
