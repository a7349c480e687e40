/** Keeps hostile text bounded; the whole of a real question is a few hundred characters. */
const maxText = 4000;
/** Markup included; a hostile megabyte must not stall main. */
const maxRead = 40_000;

const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * IBKR's words as plain text: tags become line breaks or nothing, entities become letters, and characters that
 * would reorder or hide text on the screen are shown as ⟨U+202E⟩. Nothing else is changed.
 * Source: fixtures QUIRKS §5 (`<h4>`, `<br>`, `&nbsp;`), FAULTS E3 (read 2026-11).
 */
export function questionText(messages: ReadonlyArray<string>): string {
  const text = messages
    .join('\n\n')
    .slice(0, maxRead)
    .replaceAll(/<\s*(br|\/p|\/h\d|\/li|\/div)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/&(#\d{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entityOf(name) ?? whole);
  const visible = Array.from(text, visibleCharacter)
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return visible.length <= maxText ? visible : `${visible.slice(0, maxText - 1)}…`;
}

function entityOf(name: string): string | null {
  if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? null;
  const code = Number(name.slice(1));
  return code > 31 && code < 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}

// Controls, format characters (bidi, zero width, soft hyphen), lone surrogates, line and paragraph separators.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function visibleCharacter(character: string): string {
  if (character === '\n' || !hidden.test(character)) return character;
  if (character === '\t' || character === '\r') return ' ';
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
