import { useState } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { barFacts } from '../../../shared/domain/bar-sizes';
import type { ChartSeries, Venue } from '../../../shared/domain/chart-series';
import { useQuote } from '../../live/quote-store';
import { carriedOver, liveBar } from './live-bar';

interface Held {
  readonly key: string;
  readonly bar: Bar | null;
}

/**
 * The running bar of a series, moved by the stream; `null` where the stream has said nothing about it. It stands as
 * it was while the stream is lost.
 */
export function useLiveBar(
  series: ChartSeries,
  last: Bar | undefined,
  venue: Venue | undefined,
  streaming: boolean,
): Bar | null {
  const quote = useQuote(series.conid);
  const key = `${series.conid}|${series.bar}|${series.outsideRth}|${series.source}`;
  const [held, setHeld] = useState<Held>({ key, bar: null });
  const before = held.key === key ? held.bar : null;
  const { ms } = barFacts[series.bar];
  // Only trades make bars of trades.
  const moves = streaming && series.source === 'trades';
  const bar = moves
    ? liveBar(carriedOver(before, last), quote, {
        barMs: ms,
        perSession: series.bar === '1d',
        outsideRth: series.outsideRth,
        sessions: venue?.sessions ?? [],
      })
    : before !== null && last !== undefined && before.timeMs >= last.timeMs
      ? before
      : null;
  const shown = same(bar, before) ? before : bar;
  // React's own way to keep what was derived: set during render, before anything is painted.
  if (shown !== before || held.key !== key) setHeld({ key, bar: shown });
  return shown;
}

const same = (a: Bar | null, b: Bar | null): boolean =>
  a !== null &&
  b !== null &&
  a.timeMs === b.timeMs &&
  a.close === b.close &&
  a.high === b.high &&
  a.low === b.low &&
  a.volume === b.volume;
