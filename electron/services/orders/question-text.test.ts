// Seam: the dialog draws this text as it is; IBKR's words must reach the human whole and harmless.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionText } from './question-text';

it('keeps the words and drops the markup', () => {
  expect(
    questionText(['<h4>Confirm</h4>Price <b>150.00</b> exceeds the&nbsp;3%<br>limit &amp; more, 5 < 6']),
  ).toBe('Confirm\nPrice 150.00 exceeds the 3%\nlimit & more, 5 < 6');
});

it('shows what would reorder or hide text', () => {
  expect(questionText(['buy \u202e001\u202c AAPL\u200b'])).toBe('buy ⟨U+202E⟩001⟨U+202C⟩ AAPL⟨U+200B⟩');
  expect(questionText(['a\u0000b'])).toBe('a⟨U+0000⟩b');
});

it('is bounded and inert for any text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (messages) => {
      const text = questionText(messages);
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }),
  );
  expect(questionText(['x'.repeat(5_000_000)]).length).toBe(4000);
});
