// Seam: ORDER_SAFETY §13.20 — every answer maps to one class, and random ones never to a proof.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyOrderOutcome, type ExpectedAnswer } from '../../electron/gateway/order-outcome';

const kinds = fc.constantFrom<ExpectedAnswer['kind']>('submit', 'modify', 'answer', 'decline', 'cancel');
const expected = fc.record({
  kind: kinds,
  accountId: fc.constant('U1'),
  cOIDs: fc.constantFrom(['a'], null),
  orders: fc.constantFrom(1, 2, null),
  orderId: fc.constant('7'),
});
const status = fc.oneof(fc.constant(200), fc.integer({ min: 0, max: 999 }));
const classify = (code: number, text: string, what: ExpectedAnswer) =>
  classifyOrderOutcome({ kind: 'reply', status: code, text, retryAfter: null, location: null }, what);

it('random bytes prove nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), status, expected, (bytes, code, what) => {
      expect(classify(code, new TextDecoder().decode(bytes), what).kind).toBe('unknown');
    }),
    { numRuns: 20_000 },
  );
});

it('random JSON proves nothing', () => {
  fc.assert(
    fc.property(fc.json(), status, expected, (text, code, what) => {
      expect(classify(code, text, what).kind).toBe('unknown');
    }),
    { numRuns: 10_000 },
  );
});

// Members that matter, with values that nearly fit: the class may only be what the law lists for the shape.
const near = fc.record(
  {
    order_id: fc.constantFrom('7', '-1', '0', '', 7, null, '7a'),
    order_status: fc.constantFrom('Submitted', 'Failed', '', null),
    local_order_id: fc.constantFrom('a', 'b', null),
    account: fc.constantFrom('U1', 'U2', null),
    error: fc.constantFrom('x', '', null, 'Order is already expired.'),
    id: fc.constantFrom('q', '', null),
    message: fc.constantFrom(['sure?'], [], null, 'sure?'),
    msg: fc.constantFrom('Request was submitted', 'x'),
  },
  { requiredKeys: [] },
);
it('a receipt is believed only whole: our order, our account, a usable id, status 200', () => {
  fc.assert(
    fc.property(fc.array(near, { maxLength: 3 }), status, (rows, code) => {
      const outcome = classify(code, JSON.stringify(rows), {
        kind: 'submit',
        accountId: 'U1',
        cOIDs: ['a'],
        orders: 1,
      });
      if (outcome.kind !== 'acknowledged') return;
      expect(code).toBe(200);
      for (const leg of outcome.legs) {
        if (leg.outcome !== 'acknowledged') continue;
        expect(leg.orderId).toMatch(/^[1-9]\d*$/);
        expect([null, 'U1']).toContain(leg.accountId);
        expect([null, 'a']).toContain(leg.cOID);
      }
    }),
    { numRuns: 10_000 },
  );
});

it('a truncated receipt proves nothing, at every byte', () => {
  const text = '[{"order_id":"7","local_order_id":"a","order_status":"Submitted","encrypt_message":"1"}]';
  for (let cut = 0; cut < text.length; cut += 1) {
    expect(
      classify(200, text.slice(0, cut), { kind: 'submit', accountId: 'U1', cOIDs: ['a'], orders: 1 }).kind,
    ).toBe('unknown');
  }
});
