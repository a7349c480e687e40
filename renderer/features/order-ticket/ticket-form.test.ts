// Seam: what the ticket hands to main is what was typed, and never more than one intent to a form.
import { expect, it } from 'vitest';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import { draftOf } from './draft-of';
import { blankExit, blankForm, isDirty, renewed, requestedForm } from './ticket-form';

const account = 'DU1234567' as AccountId;
const blank = blankForm(265598 as Conid, 'AAPL', 'BUY');

it('names what is missing', () => {
  expect(draftOf(blank, account)).toBe('Enter a quantity and a limit price.');
  expect(draftOf({ ...blank, orderType: 'STOP_LIMIT' }, account)).toBe(
    'Enter a quantity, a stop price and a limit price.',
  );
  expect(draftOf({ ...blank, quantity: '1,5', limitPrice: '190' }, account)).toBe('Enter a quantity.');
});

it('sends only the prices the type takes', () => {
  const form = { ...blank, quantity: '100', limitPrice: '190.00', stopPrice: '180' };
  expect(draftOf(form, account)).toMatchObject({ quantity: '100', limitPrice: '190.00', stopPrice: null });
  expect(draftOf({ ...form, orderType: 'STP' }, account)).toMatchObject({
    limitPrice: null,
    stopPrice: '180',
  });
  expect(draftOf({ ...form, orderType: 'MKT' }, account)).toMatchObject({
    limitPrice: null,
    stopPrice: null,
  });
});

it('follows other panels only while nothing is typed', () => {
  expect(isDirty(blank)).toBe(false);
  expect(isDirty({ ...blank, quantity: '1' })).toBe(true);
});

it('gives every decision its own intent', () => {
  expect(renewed(blank).intentId).not.toBe(blank.intentId);
  expect(renewed(blank).intentId).toMatch(/^[0-9a-f-]{36}$/);
});

it('fills a change from the order it changes', () => {
  const order = {
    conid: 8314 as Conid,
    symbol: 'IBM',
    side: 'SELL',
    quantity: '50',
    orderType: 'Stop Limit',
    limitPrice: '179.50',
    stopPrice: '180',
    tif: 'GTC',
    outsideRth: null,
  } as unknown as Order;
  expect(requestedForm({ kind: 'modify', order })).toMatchObject({
    modifies: order,
    side: 'SELL',
    quantity: '50',
    orderType: 'STOP_LIMIT',
    limitPrice: '179.50',
    stopPrice: '180',
    tif: 'GTC',
    outsideRth: false,
  });
});

it('asks for what each type takes and sends nothing it does not', () => {
  const filled = {
    ...blank,
    quantity: '10',
    limitPrice: '190',
    stopPrice: '180',
    trail: '2',
    offset: '0.05',
  };
  expect(draftOf({ ...blank, quantity: '10', orderType: 'TRAIL' }, account)).toBe(
    'Enter a trailing distance.',
  );
  expect(draftOf({ ...filled, orderType: 'TRAIL' }, account)).toMatchObject({
    limitPrice: null,
    stopPrice: '180',
    trail: { unit: 'amount', value: '2' },
  });
  expect(draftOf({ ...filled, orderType: 'REL' }, account)).toMatchObject({
    offset: '0.05',
    stopPrice: null,
  });
  expect(draftOf({ ...filled, orderType: 'LMT' }, account)).not.toHaveProperty('trail');
  expect(draftOf({ ...filled, orderType: 'MIDPRICE', limitPrice: '1,5' }, account)).toBe(
    'Enter a price cap.',
  );
});

it('attaches exits only when both their prices can be read', () => {
  const entry = { ...blank, quantity: '10', limitPrice: '190', takeProfit: { ...blankExit, price: '199' } };
  expect(draftOf(entry, account)).toMatchObject({
    takeProfit: { limitPrice: '199', tif: 'GTC', outsideRth: false },
  });
  expect(draftOf({ ...entry, stopLoss: blankExit }, account)).toBe('Enter a stop-loss price.');
});
