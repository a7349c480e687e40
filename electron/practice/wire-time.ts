/** `YYYYMMDD-HH:mm:ss` in UTC, with a blank for the dash as well; null for anything else. */
export function parseStartTime(text: string | null): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})[- ](\d{2}):(\d{2}):(\d{2})$/.exec(text ?? '');
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The same the other way. */
export const utcStamp = (ms: number): string => {
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 10).replaceAll('-', '')}-${text.slice(11, 19)}`;
};
