// Seam: whatever IBKR writes into any field, the window reads it in the order in which it stands.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inertJson } from './inert-json';

const read = (value: unknown): unknown => JSON.parse(inertJson(JSON.stringify(value)));

it('shows what would reorder or hide text, and leaves the rest', () => {
  expect(read({ name: 'buy \u202e001\u202c AAPL\u200b' })).toEqual({
    name: 'buy ⟨U+202E⟩001⟨U+202C⟩ AAPL⟨U+200B⟩',
  });
  expect(read(['a\u0000b\bc\fd\u007fe'])).toEqual(['a⟨U+0000⟩b⟨U+0008⟩c⟨U+000C⟩d⟨U+007F⟩e']);
  const plain = ['l1\nl2\tx', 'C:\\u0000\\b\\f', 'שלום', '日本', '👩‍👩‍👧', 'a"\\"b', '<img src=x>'];
  expect(read(plain)).toEqual(plain);
});

it('stays the JSON of the same shape for any text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) => {
      const shown = read(texts) as string[];
      expect(shown).toHaveLength(texts.length);
      for (const text of shown)
        expect(text.replaceAll(/[\n\t\r]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      const harmless = texts.filter((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));
      expect(read(harmless)).toEqual(harmless);
    }),
  );
});
