import { queryOptions } from '@tanstack/react-query';
import type { Conid } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';
import type { ChartPeriod } from '../../state/workspace';
import { periodPlans } from './periods';

export const historyQueries = {
  all: () => ['history'] as const,
  bars: (conid: Conid, chartPeriod: ChartPeriod) => {
    const { period, bar, daily } = periodPlans[chartPeriod];
    return queryOptions({
      queryKey: [...historyQueries.all(), conid, period, bar],
      queryFn: () => call('history.bars', { conid, period, bar, outsideRth: false }),
      staleTime: daily ? 10 * 60_000 : 60_000,
      // The stream moves the last bar; a slow reread corrects what the stream cannot know.
      refetchInterval: daily ? 15 * 60_000 : 2 * 60_000,
    });
  },
};
