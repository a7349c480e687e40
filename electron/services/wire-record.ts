/** Reading IBKR's lenient JSON: what is missing or of another type is `null`, never a default. */
export type WireRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is WireRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that says something: trimmed, not empty. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The rows of a list that are objects; a lone object or a missing list gives none. */
export const recordsOf = (value: unknown): ReadonlyArray<WireRecord> =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The value as an object; anything else reads as an object that says nothing. */
export const recordOf = (value: unknown): WireRecord => (isRecord(value) ? value : {});
