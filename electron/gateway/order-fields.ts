/** Members of IBKR's order answers, read for what they are; ids come as numbers in some calls and as text in others. */
export const plainText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
export const texts = (values: ReadonlyArray<unknown>): string[] =>
  values.filter((entry) => typeof entry === 'string');
export const idText = (value: unknown): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : plainText(value);
