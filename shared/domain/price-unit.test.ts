// Seam: a price in hundredths of its currency is never read as one in the currency.
import { expect, it } from 'vitest';
import { decimal } from './decimal';
import { mayQuoteInHundredths, priceUnit } from './price-unit';

it.each([
  ['GBP', '100', 'GBX'],
  ['ZAR', '100', 'ZAC'],
  ['GBP', '1', null],
  ['USD', '1.0', null],
  ['JPY', '100', '1/100 JPY'],
  ['USD', '10', '1/10 USD'],
])('%s quoted in 1/%s: %s', (currency, priceMagnifier, unit) => {
  expect(priceUnit({ currency, priceMagnifier: decimal(priceMagnifier) })).toBe(unit);
});

it('only where hundredths have a name is the contract asked about', () => {
  expect([mayQuoteInHundredths('GBP'), mayQuoteInHundredths('USD'), mayQuoteInHundredths(null)]).toEqual([
    true,
    false,
    false,
  ]);
});
