import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import type { Bar } from '../../../shared/domain/bar';
import { barFacts, documentedPeriods, shortestPeriod } from '../../../shared/domain/bar-sizes';
import type { ChartSeries, HistoryPage } from '../../../shared/domain/chart-series';
import { availabilitySchema } from '../../../shared/domain/quote';
import { err, ok, type Result } from '../../../shared/result';
import type { BarCache, SeriesState } from '../../store/bar-cache';
import type { Clock } from '../../support/clock';
import { joinBars, judgeReread } from '../../../shared/domain/join-bars';
import type { BarPage, ReadPage } from './read-page';

export interface History {
  /** What was kept, without asking; `null` where nothing was. */
  readonly cached: (series: ChartSeries, count: number) => HistoryPage | null;
  /** Asks for the missing end only; a history that was adjusted meanwhile is read anew. */
  readonly newest: (series: ChartSeries, count: number) => Promise<Result<HistoryPage, AppError>>;
  /** Bars before an instant, paged back as far as wanted. Never loops: an answer without older bars is the end. */
  readonly older: (
    series: ChartSeries,
    beforeMs: number,
    count: number,
  ) => Promise<Result<HistoryPage, AppError>>;
}

interface Deps {
  readonly cache: BarCache;
  readonly readPage: ReadPage;
  readonly clock: Clock;
  /** Whose data: practice bars are never shown for real ones. */
  readonly origin: string;
}

const noteSchema = z.object({
  availability: availabilitySchema,
  delaySeconds: z.number().nullable(),
  rereadBecause: z.enum(['adjusted', 'changed', 'gap']).nullable(),
});
type Note = z.infer<typeof noteSchema>;

// Finished bars read again beside the new ones, to see whether IBKR has changed the past.
const overlapBars = 4;
// A gap longer than this many answers is cheaper read from its newer end.
const bridgePages = 6;
// One scroll to the left; four requests at once are allowed, these come one after the other.
const pagesAtOnce = 4;
const enoughOlder = 300;
// Weekends and the longest holidays: this many empty windows in a row are the beginning of the history.
const emptyWindows = 10;

/** Price history in front of which stands the cache. One request for a series at a time; the others share it. */
export function createHistory({ cache, readPage, clock, origin }: Deps): History {
  const running = new Map<string, Promise<unknown>>();
  /** Per series one after the other: two pages written at once could leave a hole. */
  const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const next = (running.get(key) ?? Promise.resolve()).then(work, work);
    running.set(key, next);
    return next;
  };
  const keyOf = ({ conid, bar, outsideRth, source }: ChartSeries): string =>
    [origin, conid, bar, outsideRth ? 'all' : 'rth', source].join('|');

  const pageOf = (key: string, bars: ReadonlyArray<Bar>): HistoryPage => {
    const state = cache.state(key);
    const note = readNote(state);
    return {
      bars: [...bars],
      ...note,
      asOfMs: state?.readMs ?? 0,
      generation: state?.generation ?? 0,
      oldestReached: state?.oldestReached ?? false,
    };
  };
  const keep = (key: string, page: BarPage, change: Partial<Note> & { oldestReached?: boolean }): void => {
    const state = cache.state(key);
    const { rereadBecause } = readNote(state);
    const { oldestReached = state?.oldestReached ?? false, ...note } = change;
    const { availability, delaySeconds } = page;
    cache.put(key, page.bars, {
      readMs: clock.now(),
      oldestReached,
      note: JSON.stringify({ availability, delaySeconds, rereadBecause, ...note }),
    });
  };

  const readAnew = async (
    key: string,
    series: ChartSeries,
    because: Note['rereadBecause'],
  ): Promise<AppError | null> => {
    const page = await readPage(series, { period: barFacts[series.bar].page, endMs: null });
    if (!page.ok) return page.error;
    cache.drop(key);
    keep(key, page.value, { rereadBecause: because, oldestReached: page.value.bars.length === 0 });
    return null;
  };

  /** Reads from now back to the kept bars and joins them; tells why where they do not join. */
  const bridge = async (key: string, series: ChartSeries, state: SeriesState): Promise<AppError | null> => {
    const kept = cache.newest(key, overlapBars);
    const [anchor] = kept;
    if (anchor === undefined) return readAnew(key, series, null);
    const barMs = barFacts[series.bar].ms;
    const period = shortestPeriod(series.bar, clock.now() - anchor.timeMs + barMs);
    let gathered: ReadonlyArray<Bar> = [];
    let newest: BarPage | null = null;
    let endMs: number | null = null;
    for (let pages = 0; pages < bridgePages; pages += 1) {
      const page = await readPage(series, { period, endMs });
      if (!page.ok) return page.error;
      newest ??= page.value;
      gathered = joinBars(page.value.bars, gathered);
      const [oldest] = gathered;
      if (oldest !== undefined && oldest.timeMs <= anchor.timeMs) break;
      const next = olderEnd(page.value.bars[0], endMs ?? clock.now(), period, barMs);
      if (endMs !== null && next >= endMs) break;
      endMs = next;
    }
    const [oldest] = gathered;
    if (newest === null || oldest === undefined) {
      // Nothing new anywhere: what is kept stays as it is, confirmed now.
      if (newest !== null) keep(key, { ...newest, bars: [] }, {});
      return null;
    }
    if (oldest.timeMs > anchor.timeMs) return readAnew(key, series, 'gap');
    const finished = kept.filter((bar) => bar.timeMs + barMs <= state.readMs);
    const verdict = judgeReread(finished, gathered);
    if (verdict !== 'same') return readAnew(key, series, verdict);
    keep(key, { ...newest, bars: gathered.filter((bar) => bar.timeMs >= anchor.timeMs) }, {});
    return null;
  };

  /** Pages back from the oldest kept bar until enough were gained or IBKR has no more. */
  const goBack = async (key: string, series: ChartSeries, wanted: number): Promise<AppError | null> => {
    const { page: period, ms: barMs, daily } = barFacts[series.bar];
    const emptyAtMost = daily ? 2 : emptyWindows;
    let gained = 0;
    let empty = 0;
    for (let pages = 0; (pages < pagesAtOnce || empty > 0) && gained < wanted; pages += 1) {
      const [oldest] = cache.since(key, 0, 1);
      if (oldest === undefined) return null;
      // One bar of overlap: a page boundary repeats or omits its bar (GATEWAY_FACTS §8), and a changed past shows.
      const endMs = oldest.timeMs + barMs - empty * documentedPeriods[period];
      const page = await readPage(series, { period, endMs: Math.max(endMs, 1) });
      if (!page.ok) return page.error;
      const state = cache.state(key);
      if (state === null) return null;
      const finished = oldest.timeMs + barMs <= state.readMs ? [oldest] : [];
      const verdict = judgeReread(finished, page.value.bars);
      if (verdict !== 'same') return readAnew(key, series, verdict);
      const older = page.value.bars.filter((bar) => bar.timeMs < oldest.timeMs);
      gained += older.length;
      empty = older.length > 0 ? 0 : empty + 1;
      const oldestReached = empty >= emptyAtMost || endMs <= 0;
      cache.put(key, older, { ...state, oldestReached });
      if (oldestReached) return null;
    }
    return null;
  };

  return {
    cached: (series, count) => {
      const key = keyOf(series);
      return cache.state(key) === null ? null : pageOf(key, cache.newest(key, count));
    },
    newest: (series, count) => {
      const key = keyOf(series);
      return inTurn(key, async () => {
        const state = cache.state(key);
        const failure = await (state === null ? readAnew(key, series, null) : bridge(key, series, state));
        return failure === null ? ok(pageOf(key, cache.newest(key, count))) : err(failure);
      });
    },
    older: (series, beforeMs, count) => {
      const key = keyOf(series);
      return inTurn(key, async () => {
        const kept = cache.before(key, beforeMs, count);
        if (kept.length > 0 || cache.state(key)?.oldestReached !== false) return ok(pageOf(key, kept));
        const failure = await goBack(key, series, Math.min(count, enoughOlder));
        return failure === null ? ok(pageOf(key, cache.before(key, beforeMs, count))) : err(failure);
      });
    },
  };
}

/** Where the next older page ends: at the oldest bar known, or one window further back where there was none. */
const olderEnd = (
  oldest: Bar | undefined,
  endMs: number,
  period: keyof typeof documentedPeriods,
  barMs: number,
): number => (oldest === undefined ? endMs - documentedPeriods[period] : oldest.timeMs + barMs);

function readNote(state: SeriesState | null): Note {
  const parsed = state === null ? null : noteSchema.safeParse(JSON.parse(state.note));
  return parsed?.success === true
    ? parsed.data
    : { availability: 'unknown', delaySeconds: null, rereadBecause: null };
}
