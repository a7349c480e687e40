// Seam: every figure a user reads goes through these; digits are exact and unknown is a dash.
import { afterEach, expect, it } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import {
  compactText,
  numberText,
  percentText,
  priceText,
  quantityText,
  shareText,
  signedText,
} from './number-text';
import { setTextStyle, textStyle } from './style';

const plain = textStyle();
afterEach(() => setTextStyle(plain));

it.each([
  ['.', ',', '1.284.310,22'],
  ['\u202f', ',', '1\u202f284\u202f310,22'],
  ['’', '.', '1’284’310.22'],
])('groups by %j and points by %j', (groupMark, pointMark, text) => {
  setTextStyle({ ...plain, groupMark, pointMark });
  expect(numberText(decimal('1284310.215'), 2)).toBe(text);
});

it('groups thousands and uses the true minus', () => {
  expect(numberText(decimal('1284310.215'), 2)).toBe('1,284,310.22');
  expect(numberText(decimal('-1234567.5'), 2)).toBe('−1,234,567.50');
  expect(numberText(decimal('123'), 0)).toBe('123');
});

it('shows a sign on changes, and none on what rounds to zero', () => {
  expect(signedText(decimal('3204.1'), 2)).toBe('+3,204.10');
  expect(signedText(decimal('-0.004'), 2)).toBe('0.00');
  expect(percentText(decimal('0.004'))).toBe('0.00%');
  expect(percentText(decimal('-1.255'))).toBe('−1.26%');
  expect(shareText(decimal('12.44'))).toBe('12.4%');
});

it('keeps the digits of the contract', () => {
  expect(priceText(decimal('190'), 2)).toBe('190.00');
  expect(priceText(decimal('1.08345'), 5)).toBe('1.08345');
  expect(priceText(decimal('190.5'), null)).toBe('190.50');
  expect(priceText(decimal('0.99953'), null)).toBe('0.99953');
});

it('writes quantities without trailing zeros', () => {
  expect(quantityText(decimal('12500.00'))).toBe('12,500');
  expect(quantityText(decimal('-0.02140'))).toBe('−0.0214');
});

it('shortens only what is long', () => {
  expect(compactText(decimal('412345.6'))).toBe('412 k');
  expect(compactText(decimal('1284310'))).toBe('1.28 M');
  expect(compactText(decimal('9999.5'))).toBe('9,999.50');
  expect(compactText(decimal('-2500000000'))).toBe('−2.50 B');
});

it('never turns unknown into a number', () => {
  const texts = [
    numberText(null, 2),
    signedText(null, 2),
    percentText(null),
    quantityText(null),
    priceText(null, 2),
    compactText(null),
    shareText(null),
  ];
  expect(texts).toEqual(texts.map(() => '—'));
});
