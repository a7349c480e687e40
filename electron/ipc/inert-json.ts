// Raw in JSON text these stand inside strings only: C1 controls, zero width, bidi marks and overrides, BOM.
// Joiners (U+200C, U+200D) stay: languages and emoji are written with them.
const hidden =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
// JSON.stringify writes C0 controls escaped; a pair of backslashes before the letters is no escape.
const escapedControl = /\\\\|\\u00[01][\da-f]|\\[bf]/g;
const suspicious = new RegExp(`${hidden.source}|\\\\u00[01]|\\\\[bf]`);

/**
 * Text for the window in which nothing reorders or hides what a person reads: such characters are shown as
 * ⟨U+202E⟩. Works on the JSON of an answer, so that every field of every answer passes here; the usual answer, which
 * has none, costs one look. Source: SECURITY §7 (read 2026-11).
 */
export function inertJson(json: string): string {
  if (!suspicious.test(json)) return json;
  return json
    .replaceAll(hidden, (character) => shown(character.charCodeAt(0)))
    .replaceAll(escapedControl, (escape) => {
      if (escape === '\\\\') return escape;
      return shown(escape === '\\b' ? 8 : escape === '\\f' ? 12 : Number.parseInt(escape.slice(2), 16));
    });
}

const shown = (code: number): string => `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
