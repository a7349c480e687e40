// Promise to the account: IBKR's fixed schedule, minimum once per order.
import { describe, expect, it } from 'vitest';
import { stocks } from '../market/catalogue/stocks';
import { otherListings } from '../market/catalogue/other-listings';
import { big } from '../money';
import { commissionOf } from './commission';

const find = (conid: number) => {
  const found = [...stocks, ...otherListings].find((i) => i.conid === conid);
  if (found === undefined) throw new Error(`no ${conid}`);
  return found;
};

describe('commission', () => {
  it.each([
    [265598, '10', '2000', '1'],
    [265598, '1000', '200000', '5'],
    [265598, '1', '20', '0.2'],
    [14204, '10', '2300', '3'],
    [13905, '100', '284200', '227'],
  ])('conid %i, %s shares worth %s costs %s', (conid, quantity, value, expected) => {
    expect(commissionOf(find(conid), big(quantity), big(value)).toFixed()).toBe(expected);
  });
});
