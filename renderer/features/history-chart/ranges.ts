import type { BarSize } from '../../../shared/domain/bar-sizes';
import type { ChartRange } from '../../state/chart-choices';

const dayMs = 86_400_000;

/** How far back a range looks, and the bar it is first drawn with: 60 to 400 of them to a screen. */
export const rangePlans: Readonly<Record<ChartRange, { ms: number; bar: BarSize; words: string }>> = {
  '1H': { ms: dayMs / 24, bar: '1min', words: '1 hour, 1-minute bars' },
  '1D': { ms: dayMs, bar: '5min', words: '1 day, 5-minute bars' },
  '1W': { ms: 7 * dayMs, bar: '30min', words: '1 week, 30-minute bars' },
  '1M': { ms: 30 * dayMs, bar: '2h', words: '1 month, 2-hour bars' },
  '3M': { ms: 91 * dayMs, bar: '1d', words: '3 months, daily bars' },
  '6M': { ms: 182 * dayMs, bar: '1d', words: '6 months, daily bars' },
  '1Y': { ms: 365 * dayMs, bar: '1d', words: '1 year, daily bars' },
  '2Y': { ms: 730 * dayMs, bar: '1d', words: '2 years, daily bars' },
  '3Y': { ms: 1095 * dayMs, bar: '1w', words: '3 years, weekly bars' },
  '5Y': { ms: 1826 * dayMs, bar: '1w', words: '5 years, weekly bars' },
  '15Y': { ms: 5479 * dayMs, bar: '1m', words: '15 years, monthly bars' },
};
