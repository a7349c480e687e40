// Seam: which question is answered with which prepared answer; a wrong yes costs money.
import { expect, it } from 'vitest';
import { answerTo } from './order-answers';

const question = (messages: string[], messageIds: string[] = []) => ({
  form: 'reply' as const,
  id: 'q',
  messages,
  messageIds,
  options: [],
  orderId: null,
});
const price =
  'The following order "BUY 5 AAPL" price exceeds \nthe Percentage constraint of 5%.\nAre you sure?';

it.each([
  ['message id before text', [price], ['o163'], { o163: true, 'price exceeds': false }, true],
  ['id says no, text says yes', [price], ['o163'], { 'price exceeds': true, o163: false }, false],
  ['the name stands for the id', [price], ['o163'], { PRICE_PERCENTAGE_CONSTRAINT: true }, true],
  [
    'so does its documented text',
    [price],
    ['o163'],
    { 'price exceeds the Percentage constraint of 3%': true },
    true,
  ],
  ['without an id the percentage differs', [price], [], { PRICE_PERCENTAGE_CONSTRAINT: true }, null],
  ['a line break is a space', [price], [], { 'exceeds the Percentage constraint': true }, true],
  ['or nothing, as the reference has it', ['a\nb'], [], { ab: true }, true],
  ['and in the pattern as well', ['a b'], [], { 'a\nb': true }, true],
  ['the longest text wins', ['What? A'], [], { 'What?': true, 'What? A': false }, false],
  ['in any order', ['What? A'], [], { 'What? A': false, 'What?': true }, false],
  ['upper and lower case differ', ['What?'], [], { 'what?': true }, null],
  ['every part needs a yes', ['one', 'two'], ['o1', 'o2'], { o1: true }, null],
  ['and one no is a no', ['one', 'two'], ['o1', 'o2'], { o1: true, o2: false }, false],
  ['one text, two ids', ['both'], ['o1', 'o2'], { o1: true, both: true }, true],
  ['tags are not words', ['<h4>Confirm</h4> cap price'], [], { 'Confirm cap price': true }, true],
  ['nothing prepared', ['one'], ['o1'], {}, null],
  ['an empty key matches nothing', ['one'], [], { '': true }, null],
])('%s', (_, messages, ids, answers, expected) => {
  expect(answerTo(question(messages, ids), answers as Readonly<Record<string, boolean>>)).toBe(expected);
});
