// Seam: what is typed into quantity and price. A wrong guess here is a wrong order.
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { setTextStyle, textStyle } from './style';
import { typedDecimal } from './typed-decimal';

it.each([
  ['100', '100'],
  ['1234.5', '1234.5'],
  ['.5', '0.5'],
  ['190.', '190'],
  ['1,234.50', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1,234,567', '1234567'],
  ['1.234.567', '1234567'],
  [' 1 234 ', '1234'],
  ['−3', '-3'],
])('reads %j as %s', (typed, value) => {
  expect(typedDecimal(typed)).toEqual({ kind: 'value', value });
});

it.each([
  ['1,5', ['1.5']],
  ['12,50', ['12.50']],
  ['1,234', ['1.234', '1234']],
])('asks what %j means', (typed, choices) => {
  expect(typedDecimal(typed)).toEqual({ kind: 'ask', choices });
});

it.each(['abc', '1e5', '1,23,4', '1..2', '--1', '1,', '9'.repeat(31), '$5', '0x10', '1.2.3'])(
  'refuses %j',
  (typed) => {
    expect(typedDecimal(typed).kind).toBe('invalid');
  },
);

it('says nothing about nothing', () => {
  expect(typedDecimal('  ')).toEqual({ kind: 'empty' });
});

it('never throws and never invents digits', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const read = typedDecimal(typed);
      if (read.kind !== 'value') return;
      const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');
      expect(digits(read.value)).toBe(digits(typed));
    }),
  );
});

const plain = textStyle();
afterEach(() => setTextStyle(plain));

it('asks what 1.234 means on a desk that writes a thousand so', () => {
  setTextStyle({ ...plain, groupMark: '.', pointMark: ',' });
  expect(typedDecimal('1.234')).toEqual({ kind: 'ask', choices: ['1.234', '1234'] });
  expect(typedDecimal('190.50')).toEqual({ kind: 'value', value: '190.50' });
});
