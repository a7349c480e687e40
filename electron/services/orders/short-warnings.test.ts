// Seam: who sells what he does not have hears when there is little of it to borrow; what IBKR does not say is not checked.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { OrderEffect } from '../../../shared/domain/order-preview';
import { shortWarnings } from './short-warnings';

const found = (
  effect: OrderEffect,
  after: string | null,
  more: Readonly<Record<string, string>> | null,
  side: 'BUY' | 'SELL' = 'SELL',
) =>
  shortWarnings({
    ...{ draft: { side, quantity: decimal('500') }, symbol: 'X', effect },
    ...{ after: after === null ? null : decimal(after), quote: more === null ? null : { more } },
  });
const few = { shortableShares: '499', shortability: '3' };

it.each<[string, ...Parameters<typeof found>, string | null]>([
  ['no quote', 'opens', '-500', null, 'SELL', null],
  ['IBKR says nothing', 'opens', '-500', {}, 'SELL', null],
  ['exactly enough', 'opens', '-500', { shortableShares: '500', shortability: '3' }, 'SELL', null],
  ['one too few', 'opens', '-500', few, 'SELL', 'IBKR shows 499 X to borrow, and this sells 500 short'],
  ['more of a short position', 'adds', '-900', few, 'SELL', 'sells 500 short'],
  ['only what flips is borrowed', 'flips', '-499', few, 'SELL', null],
  ['which may be too much', 'flips', '-500', few, 'SELL', 'sells 500 short'],
  ['never more than the order', 'flips', '-9000', few, 'SELL', 'sells 500 short'],
  ['working orders flip it', 'flips', '20', few, 'SELL', 'sells 500 short'],
  ['none', 'opens', '-500', { shortableShares: '0', shortability: '1' }, 'SELL', 'shows no X that can be'],
  ['none, without a number', 'opens', '-500', { shortability: '1.5' }, 'SELL', 'shows no X that can be'],
  ['to be located', 'opens', '-500', { shortability: '2.5' }, 'SELL', 'has to be located first'],
  ['plenty', 'opens', '-500', { shortability: '2.6' }, 'SELL', null],
  ['a word nobody knows', 'opens', '-500', { shortability: 'Maybe' }, 'SELL', null],
  ['reduces', 'reduces', '10', few, 'SELL', null],
  ['closes', 'closes', '0', few, 'SELL', null],
  ['a buyer', 'opens', '500', few, 'BUY', null],
  ['a buyer who flips', 'flips', '500', few, 'BUY', null],
])('%s', (_, effect, after, more, side, expected) => {
  const warnings = found(effect, after, more, side);
  expect(warnings.map(({ id, severity }) => `${id}:${severity}`)).toEqual(
    expected === null ? [] : ['short-scarce:soft'],
  );
  if (expected !== null) expect(warnings[0]?.text).toContain(expected);
});
