// Seam: ids beyond 2^53 come and go with all their digits; everything else is plain JSON.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeJson, parseJson } from './json';

it.each([
  ['{"a":9007199254740993}', { a: '9007199254740993' }],
  ['[-90071992547409931,1]', ['-90071992547409931', 1]],
  ['{"a":9007199254740991}', { a: 9007199254740991 }],
  ['{"a":"12345678901234567890 9007199254740993"}', { a: '12345678901234567890 9007199254740993' }],
  ['{"a":"\\"9007199254740993"}', { a: '"9007199254740993' }],
  ['{"a":202013117.91131118}', { a: 202013117.91131118 }],
  ['{"a":12345678901234567.5}', { a: '12345678901234567.5' }],
  ['{"a":1e400}', { a: Infinity }],
  ['{"a":1.0E7}', { a: 1e7 }],
  ['{"__proto__":{"x":1},"b":1}', { b: 1 }],
])('%s', (text, value) => expect(parseJson(text)).toEqual({ ok: true, value }));

it('refuses what is no JSON', () => {
  for (const text of ['', '{', 'NaN', '{"a":9007199254740993', "{'a':1}"])
    expect(parseJson(text).ok).toBe(false);
});

it('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/__proto__|\d{16}/.test(text));
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
  );
});

it('writes an id beyond 2^53 as a number', () => {
  expect(encodeJson({ a: 9007199254740993n, b: undefined, c: [1, null, 'x'] })).toBe(
    '{"a":9007199254740993,"c":[1,null,"x"]}',
  );
});
