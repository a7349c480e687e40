// Seam: the body built here is the order; a wrong place for a price is another order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { newClientOrderId } from './client-order-id';
import { fitsWire, hashOfOrder, toAttachedWire, toWireOrder } from './wire-order';

const draft: OrderDraft = {
  accountId: accountIdSchema.parse('DU1'),
  conid: conidSchema.parse(265598),
  side: 'SELL',
  quantity: decimal('100'),
  orderType: 'LMT',
  limitPrice: decimal('190.50'),
  stopPrice: null,
  tif: 'GTC',
  outsideRth: true,
};

it('says for futures, exits included, that a human pressed', () => {
  const stopLoss = { stopPrice: decimal('1'), limitPrice: null, tif: 'GTC', outsideRth: false } as const;
  expect(toWireOrder(draft, 'd1', 'FUT')).toMatchObject({ manualIndicator: true });
  expect(toAttachedWire({ ...draft, stopLoss }, 'd1', 'FOP')).toMatchObject([
    { manualIndicator: true, parentId: 'd1', side: 'BUY', orderType: 'STP', price: 1 },
  ]);
  expect(toWireOrder(draft, 'd1', 'STK')).not.toHaveProperty('manualIndicator');
});

it('always names the account, and puts each price where IBKR looks for it', () => {
  expect(toWireOrder(draft, 'dabc')).toEqual({
    ...{ acctId: 'DU1', conid: 265598, side: 'SELL', quantity: 100, orderType: 'LMT', tif: 'GTC' },
    ...{ outsideRTH: true, price: 190.5, cOID: 'dabc' },
  });
  const stop = { ...draft, orderType: 'STP' as const, limitPrice: null, stopPrice: decimal('180') };
  expect(toWireOrder(stop, null)).toMatchObject({ price: 180 });
  expect(toWireOrder(stop, null)).not.toHaveProperty('auxPrice');
  const both = { ...draft, orderType: 'STOP_LIMIT' as const, stopPrice: decimal('191') };
  expect(toWireOrder(both, null)).toMatchObject({ price: 190.5, auxPrice: 191 });
});

it('sends every number digit for digit or not at all', () => {
  const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 10 ** 8 }));
  fc.assert(
    fc.property(digits, ([whole, fraction]) => {
      const quantity = decimal(`${whole}.${String(fraction).padStart(9, '0')}`);
      const order = { ...draft, quantity };
      if (fitsWire(order)) expect(JSON.stringify(toWireOrder(order, null).quantity)).toBe(trimmed(quantity));
      else expect(() => toWireOrder(order, null)).toThrow();
    }),
  );
  expect(fitsWire({ ...draft, quantity: decimal('9007199254740993') })).toBe(false);
  expect(fitsWire({ ...draft, quantity: decimal('0.0000001') })).toBe(false);
});
const trimmed = (text: string) => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

it('hashes every field', () => {
  const hash = hashOfOrder(toWireOrder(draft, 'd1'), null);
  const others: Partial<OrderDraft>[] = [
    { quantity: decimal('101') },
    { side: 'BUY' },
    { tif: 'DAY' },
    { outsideRth: false },
    { limitPrice: decimal('190.51') },
  ];
  for (const change of others)
    expect(hashOfOrder(toWireOrder({ ...draft, ...change }, 'd1'), null)).not.toBe(hash);
  expect(hashOfOrder(toWireOrder(draft, 'd1'), '7')).not.toBe(hash);
});

it('names orders by 128 random bits, in IBKR’s alphabet', () => {
  const names = new Set(Array.from({ length: 20_000 }, () => newClientOrderId()));
  expect(names.size).toBe(20_000);
  for (const name of names) expect(name).toMatch(/^d[a-z2-7]{26}$/);
  expect(newClientOrderId(() => new Uint8Array(16))).toBe(`d${'a'.repeat(26)}`);
  expect(newClientOrderId(() => new Uint8Array(16).fill(255))).toBe(`d${'7'.repeat(25)}4`);
});
