// Seam: every money figure in main and renderer relies on these; unknown must never turn into zero.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, decimal, divide, subtract, sum, toDecimal, toFixed, toMultiple } from './decimal';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => decimal(`${whole}.${String(cents).padStart(2, '0')}`));

it('reads what IBKR sends', () => {
  expect(toDecimal('1,005,254.10')).toBe('1005254.10');
  expect(toDecimal(1e21)).toBe('1000000000000000000000');
  expect(toDecimal('-2.5E-3')).toBe('-0.0025');
  expect(toDecimal(0.1)).toBe('0.1');
});

it.each(['', ' ', 'NaN', '—', '1.2M', '1..2', null, undefined, Number.NaN, Infinity, {}, '1e9999'])(
  'keeps %j unknown',
  (value) => {
    expect(toDecimal(value)).toBeNull();
  },
);

it('adds and subtracts exactly', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      expect(toFixed(subtract(add(a, b), b), 2)).toBe(toFixed(a, 2));
    }),
  );
});

it('a total with an unknown part is unknown', () => {
  expect(sum([decimal('1'), null])).toBeNull();
  expect(sum([decimal('0.1'), decimal('0.2')])).toBe('0.3');
});

it('rounds half away from zero', () => {
  expect(toFixed(decimal('-1.005'), 2)).toBe('-1.01');
  expect(divide(decimal('1'), decimal('0'))).toBeNull();
});

it('finds the tick below and above', () => {
  expect(toMultiple(decimal('190.013'), decimal('0.01'), 'down')).toBe('190.01');
  expect(toMultiple(decimal('190.013'), decimal('0.01'), 'up')).toBe('190.02');
  expect(toMultiple(decimal('-1.013'), decimal('0.01'), 'down')).toBe('-1.02');
  expect(toMultiple(decimal('190.01'), decimal('0.01'), 'up')).toBe('190.01');
});
