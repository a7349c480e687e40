import type { Bar } from '../../../shared/domain/bar';
import { subtract } from '../../../shared/domain/decimal';
import { compactText, priceText } from '../../format/number-text';
import { dateTimeText, tradingDayText } from '../../format/time-text';
import { toneOf } from '../../format/tone';

/** The bar under the crosshair, or the last one. */
export function ChartLegend({
  bar,
  daily,
  digits,
}: {
  readonly bar: Bar | null;
  readonly daily: boolean;
  readonly digits: number;
}) {
  if (bar === null) return null;
  const tone = toneOf(subtract(bar.close, bar.open));
  const figures = [
    ['O', bar.open],
    ['H', bar.high],
    ['L', bar.low],
    ['C', bar.close],
  ] as const;
  return (
    <p className="chart-legend">
      <span className="muted">{daily ? tradingDayText(bar.timeMs) : dateTimeText(bar.timeMs)}</span>
      {figures.map(([letter, value]) => (
        <span key={letter}>
          <span className="muted">{letter}</span>{' '}
          <span className={`tone-${tone}`}>{priceText(value, digits)}</span>
        </span>
      ))}
      <span>
        <span className="muted">Vol</span> {compactText(bar.volume)}
      </span>
    </p>
  );
}
