import type { Chain, ChainContract } from '../../../shared/domain/chain';

/** A day a chain expires, or a month of which no day is known yet. */
export interface ExpiryChoice {
  readonly month: string;
  /** YYYYMMDD; `null` while the month has not been looked into. */
  readonly expiry: string | null;
}

const names = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const dayMs = 86_400_000;

/** `DEC26` of YYYYMMDD, as IBKR names months. */
export const monthOf = (expiry: string): string =>
  `${names[Number(expiry.slice(4, 6)) - 1] ?? ''}${expiry.slice(2, 4)}`;

/** Every day that is known, by month; a month without one stands for itself. */
export function expiryChoices(
  { months, expiries }: Chain,
  found: ReadonlyMap<string, ReadonlyArray<string>>,
): ExpiryChoice[] {
  return months.flatMap((month): ExpiryChoice[] => {
    const days = new Set([
      ...expiries.filter((expiry) => monthOf(expiry) === month),
      ...(found.get(month) ?? []),
    ]);
    return days.size === 0
      ? [{ month, expiry: null }]
      : [...days].sort().map((expiry) => ({ month, expiry }));
  });
}

/** The days that contracts bring, each once, in order. */
export const daysOf = (contracts: Iterable<ChainContract>): string[] =>
  [...new Set([...contracts].map(({ expiry }) => expiry))].sort();

const utc = (expiry: string): number =>
  Date.UTC(Number(expiry.slice(0, 4)), Number(expiry.slice(4, 6)) - 1, Number(expiry.slice(6)));

/** Whole days until then, 0 on the day itself. */
export const daysTo = (expiry: string, nowMs: number): number =>
  Math.round((utc(expiry) - Math.floor(nowMs / dayMs) * dayMs) / dayMs);

/** The third Friday, or the Thursday before it where that Friday is a holiday: all else is a weekly. */
export function isMonthly(expiry: string): boolean {
  const date = new Date(utc(expiry));
  const [weekday, day] = [date.getUTCDay(), date.getUTCDate()];
  return (weekday === 5 && day >= 15 && day <= 21) || (weekday === 4 && day >= 14 && day <= 20);
}
