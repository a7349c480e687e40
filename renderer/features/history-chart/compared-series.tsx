import { useEffect } from 'react';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import { useReady } from '../../live/session-feed';
import type { ChartEngine } from './chart-engine';
import { useHistory } from './use-history';

// Scrolling back further than this many pages for a second symbol is left to the hand.
const mostPages = 12;

/** Reads a second symbol's bars as far back as the first one's and hands them to the chart. */
export function ComparedSeries({
  engine,
  series,
  fromMs,
}: {
  readonly engine: ChartEngine;
  readonly series: ChartSeries;
  readonly fromMs: number;
}) {
  const { bars, loadOlder } = useHistory(series, useReady());
  const firstMs = bars?.[0]?.timeMs ?? null;
  const count = bars?.length ?? 0;
  useEffect(() => {
    if (firstMs !== null && firstMs > fromMs && count < mostPages * 1000) loadOlder();
  }, [firstMs, fromMs, count, loadOlder]);
  useEffect(() => {
    // Only where the first symbol has bars: a longer past would stretch the axis.
    if (bars !== undefined)
      engine.setCompared(
        series.conid,
        bars.filter(({ timeMs }) => timeMs >= fromMs),
      );
  }, [engine, bars, series.conid, fromMs]);
  return null;
}
