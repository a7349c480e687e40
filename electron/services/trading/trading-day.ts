const hourMs = 3_600_000;
const inNewYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });

/**
 * Midnight in New York, where IBKR's day of profit and loss ends, after this moment. Found hour by hour: days of 23
 * and 25 hours need no rule of their own, and every zone change happens on a full hour there.
 */
export function endOfTradingDay(nowMs: number): number {
  const today = inNewYork.format(nowMs);
  let next = (Math.floor(nowMs / hourMs) + 1) * hourMs;
  while (inNewYork.format(next) === today) next += hourMs;
  return next;
}
