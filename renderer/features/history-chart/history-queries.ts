import { queryOptions } from '@tanstack/react-query';
import { barFacts } from '../../../shared/domain/bar-sizes';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import type { Conid } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';

const minuteMs = 60_000;
const newestCount = 2_000;

export const historyQueries = {
  all: () => ['history'] as const,
  series: (series: ChartSeries) =>
    [...historyQueries.all(), series.conid, series.bar, series.outsideRth, series.source] as const,
  /** What an earlier look left: at once, and never asked of the gateway. */
  cached: (series: ChartSeries) =>
    queryOptions({
      queryKey: [...historyQueries.series(series), 'cached'],
      queryFn: async () => (await call('history.cached', { series, count: newestCount })).page,
      staleTime: Infinity,
      gcTime: 0,
    }),
  newest: (series: ChartSeries) =>
    queryOptions({
      queryKey: [...historyQueries.series(series), 'newest'],
      queryFn: () => call('history.newest', { series, count: newestCount }),
      staleTime: minuteMs,
      // The stream moves the last bar; a slow reread corrects what the stream cannot know.
      refetchInterval: barFacts[series.bar].daily ? 15 * minuteMs : 2 * minuteMs,
    }),
  venue: (conid: Conid) =>
    queryOptions({
      queryKey: [...historyQueries.all(), conid, 'venue'],
      queryFn: () => call('history.venue', { conid }),
      staleTime: 60 * minuteMs,
    }),
};
