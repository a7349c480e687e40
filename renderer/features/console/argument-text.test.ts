// Seam: a form's fields against the arguments that leave. Digits must survive; nothing absent may be sent.
import { expect, it } from 'vitest';
import { argumentsOf, textsOf } from './argument-text';

const parameters = [
  { name: 'conid', input: 'text', required: true },
  { name: 'conids', input: 'list', required: false },
  { name: 'price', input: 'number', required: false },
  { name: 'order', input: 'json', required: false },
] as const;

it('keeps the digits of a number and leaves empty fields out', () => {
  const built = argumentsOf(parameters, { conid: ' 265598 ', price: '0.10', conids: '', order: '' });
  expect(built).toEqual({ ok: true, json: '{\n  "conid": "265598",\n  "price": 0.10\n}' });
});

it('splits a list at commas and spaces, and takes one written as JSON', () => {
  expect(argumentsOf(parameters, { conid: '1', conids: '265598, 8314 76792991' })).toMatchObject({
    json: expect.stringContaining('["265598","8314","76792991"]') as string,
  });
  expect(argumentsOf(parameters, { conid: '1', conids: '[1, "x"]' })).toMatchObject({
    json: expect.stringContaining('[1, "x"]') as string,
  });
});

it('names every field that cannot be sent', () => {
  expect(argumentsOf(parameters, { price: '1,5', order: '{' })).toEqual({
    ok: false,
    problems: {
      conid: 'Needed.',
      price: 'A number with a decimal point, such as 190.5.',
      order: 'This is not JSON.',
    },
  });
});

it('fills the fields from an object and back again', () => {
  const texts = textsOf(parameters, '{"conid": 265598, "conids": [1, 2], "order": {"side": "BUY"}}');
  expect(texts).toEqual({ conid: '265598', conids: '1, 2', price: '', order: '{\n  "side": "BUY"\n}' });
  expect(textsOf(parameters, '{"unknown": 1}')).toBeNull();
  expect(textsOf(parameters, '[1]')).toBeNull();
});
