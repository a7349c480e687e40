import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { Bar } from '../../../shared/domain/bar';
import type { ChartSeries, HistoryPage } from '../../../shared/domain/chart-series';
import { joinBars } from '../../../shared/domain/join-bars';
import { failureOf, tryCall } from '../../ipc/client';
import { historyQueries } from './history-queries';

export interface History {
  /** Oldest first; `undefined` until the cache and the gateway have been heard. */
  readonly bars: ReadonlyArray<Bar> | undefined;
  /** The latest page: availability, age, why it was reread. */
  readonly page: HistoryPage | null;
  /** Shown from the cache, not confirmed by the gateway yet. */
  readonly unconfirmed: boolean;
  readonly failure: AppError | null;
  readonly retry: () => void;
  readonly loadingOlder: boolean;
  readonly olderFailure: AppError | null;
  readonly oldestReached: boolean;
  /** Pages back once, from what is kept or from IBKR; nothing while a page is on its way, after the oldest, after a failure. */
  readonly loadOlder: () => void;
  /** Forgets the failure, so that older bars can be asked for again. */
  readonly retryOlder: () => void;
}

interface Older {
  readonly key: string;
  readonly generation: number;
  readonly bars: ReadonlyArray<Bar>;
  readonly loading: boolean;
  readonly failure: AppError | null;
  readonly reached: boolean;
}
const nothingOlder: Older = {
  key: '',
  generation: 0,
  bars: [],
  loading: false,
  failure: null,
  reached: false,
};
const olderCount = 20_000;

/** One series for the screen: cached bars at once, then the confirmed end, then whatever the user scrolls back to. */
export function useHistory(series: ChartSeries, ready: boolean): History {
  const key = historyQueries.series(series).join('|');
  const cached = useQuery(historyQueries.cached(series));
  const newest = useQuery({ ...historyQueries.newest(series), enabled: ready });
  const page = newest.data ?? cached.data ?? null;
  const generation = page?.generation ?? 0;
  const [stored, setOlder] = useState(nothingOlder);
  // Bars of another series, or of one that was read anew since, are void.
  const older = stored.key === key && stored.generation === generation ? stored : nothingOlder;

  const bars = useMemo(
    () => (page === null ? undefined : joinBars(older.bars, page.bars)),
    [older.bars, page],
  );
  const firstMs = bars?.[0]?.timeMs ?? null;
  const oldestReached = older.reached;
  const busy = useRef(false);
  const current = useRef(key);
  useEffect(() => {
    current.current = key;
    busy.current = false;
  }, [key]);

  useEffect(() => {
    // A new connection is a new chance.
    if (ready) setOlder((now) => (now.failure === null ? now : { ...now, failure: null }));
  }, [ready]);

  const loadOlder = useCallback(() => {
    // After a failure only a person asks again: scrolling must not hammer a gateway that says no.
    if (busy.current || firstMs === null || oldestReached || older.failure !== null) return;
    busy.current = true;
    setOlder({ ...older, key, generation, loading: true, failure: null });
    void tryCall('history.older', { series, beforeMs: firstMs, count: olderCount }).then((answer) => {
      if (current.current !== key) return;
      busy.current = false;
      const kept = { ...older, key, generation, loading: false };
      if (!answer.ok) setOlder({ ...kept, failure: answer.error });
      else if (answer.value.generation !== generation) void newest.refetch();
      else
        setOlder({
          ...kept,
          bars: joinBars(answer.value.bars, older.bars),
          failure: null,
          reached: answer.value.oldestReached && answer.value.bars.length === 0,
        });
    });
    // The series is said by its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, generation, firstMs, oldestReached, older]);

  return {
    bars: page === null && cached.isPending ? undefined : bars,
    page,
    unconfirmed: newest.data === undefined && page !== null,
    failure: failureOf(newest.error),
    retry: () => void newest.refetch(),
    loadingOlder: older.loading,
    olderFailure: older.failure,
    oldestReached,
    loadOlder,
    retryOlder: () => setOlder((now) => ({ ...now, failure: null })),
  };
}
