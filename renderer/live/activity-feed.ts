import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ActivityEntry, ActivityLog } from '../../shared/domain/activity';
import { watch } from '../ipc/client';

interface Activity {
  readonly entries: ReadonlyArray<ActivityEntry>;
  /** Told since the window opened and not dismissed, newest first. */
  readonly news: ReadonlyArray<ActivityEntry>;
}

const activityStore = createStore<Activity>(() => ({ entries: [], news: [] }));

export const startActivityFeed = (): (() => void) => watch('activity.watch', {}, hear());

export const useActivity = (): Activity => useStore(activityStore);

export const dismissNews = (id: string): void =>
  activityStore.setState(({ news }) => ({ news: news.filter((entry) => entry.id !== id) }));

/** The first log tells nothing new: it is what the window missed before it opened. */
function hear(): (log: ActivityLog) => void {
  let known: ReadonlySet<string> | null = null;
  return ({ entries, sinceMs }) => {
    const before = known;
    known = new Set(entries.map(({ id }) => id));
    activityStore.setState(({ news }) => ({
      entries,
      news:
        before === null
          ? []
          : [...entries.filter(({ id, atMs }) => !before.has(id) && atMs >= sinceMs), ...news].slice(0, 3),
    }));
  };
}
