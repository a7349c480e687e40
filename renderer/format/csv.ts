/** Fields of a text with commas (or semicolons, or tabs), quotes and line ends of any system. Blank lines stay. */
export function csvRows(text: string): string[][] {
  const separator = [';', '\t'].find((sign) => (text.split(/\r?\n/, 1)[0] ?? '').includes(sign)) ?? ',';
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (quoted && sign === '"' && plain.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"' && (quoted || field === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endField();
    else if (!quoted && sign === '\n') {
      endField();
      rows.push([]);
    } else field += sign;
  }
  if (field !== '' || (rows.at(-1)?.length ?? 0) > 0) endField();
  else rows.pop();
  return rows;
}

/** One line each, a point in decimals. What begins like a formula is a text here, not one to be run. */
export const csvText = (rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string =>
  rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
