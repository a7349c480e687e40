import { useEffect, useRef } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import type { ChartLine } from '../../../shared/domain/chart-line';
import type { ChartEngine } from './chart-engine';
import type { FillMark, PriceLevel } from './engine-look';

/** Hands the chart what it shows, each part when that part changed. */
export function useFeedEngine(
  engine: ChartEngine | null,
  {
    bars,
    live,
    fills,
    levels,
    lines,
    seriesKey,
    fromMs,
  }: {
    readonly bars: ReadonlyArray<Bar>;
    readonly live: Bar | null;
    readonly fills: ReadonlyArray<FillMark>;
    readonly levels: ReadonlyArray<PriceLevel>;
    readonly lines: ReadonlyArray<ChartLine>;
    /** Another one begins with its own stretch. */
    readonly seriesKey: string;
    readonly fromMs: number;
  },
): void {
  const from = useRef(fromMs);
  useEffect(() => {
    from.current = fromMs;
  });
  useEffect(() => {
    engine?.setBars(bars);
  }, [engine, bars]);
  useEffect(() => {
    if (engine !== null && !engine.view().touched) engine.showFrom(from.current);
  }, [engine, seriesKey]);
  useEffect(() => {
    if (live !== null) engine?.setLast(live);
  }, [engine, bars, live]);
  useEffect(() => {
    engine?.setFills(fills);
  }, [engine, bars, fills]);
  useEffect(() => {
    engine?.setLevels(levels);
  }, [engine, levels]);
  useEffect(() => {
    engine?.setLines(lines);
  }, [engine, lines]);
}
