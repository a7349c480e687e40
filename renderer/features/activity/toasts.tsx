import { useEffect, useRef } from 'react';
import type { ActivityEntry } from '../../../shared/domain/activity';
import type { Preferences } from '../../../shared/domain/preferences';
import { dismissNews, useActivity } from '../../live/activity-feed';
import { usePreference } from '../../state/preferences';
import { useMoney } from '../../ui/discreet';
import { entryWords } from './entry-words';
import './activity.css';

const goodNewsMs = 8_000;

/** What just happened, in the corner. Good news goes by itself; bad news stays until it is put away. */
export function Toasts() {
  const { news } = useActivity();
  const wish = {
    fill: usePreference('notifyFills'),
    rejection: usePreference('notifyRejections'),
    session: usePreference('notifySession'),
  };
  const quiet = usePreference('doNotDisturb');
  const shown = quiet ? [] : news.filter((entry) => isShown(entry, wish));
  return (
    <div className="toasts" role="log" aria-label="What just happened" aria-live="polite">
      {shown.map((entry) => (
        <Toast key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

type Wish = Readonly<Record<'fill' | 'rejection' | 'session', Preferences['notifyFills']>>;

const isShown = ({ kind, level }: ActivityEntry, wish: Wish): boolean =>
  kind === 'fill' || kind === 'rejection' || kind === 'session'
    ? wish[kind]
    : level === 'bad' || kind === 'notice';

function Toast({ entry }: { readonly entry: ActivityEntry }) {
  const { id, level } = entry;
  const [title, text] = entryWords(entry, useMoney());
  const box = useRef<HTMLDivElement>(null);
  const stays = level === 'bad';
  useEffect(() => {
    if (stays) return undefined;
    const timer = setInterval(() => {
      // Not from under the pointer or the focus of somebody who is reading it.
      if (box.current?.matches(':hover, :focus-within') === false) dismissNews(id);
    }, goodNewsMs);
    return () => clearInterval(timer);
  }, [id, stays]);
  return (
    <div ref={box} className={`toast toast-${level}`}>
      <div>
        <p className={`toast-title activity-${level}`}>{title}</p>
        <p className="muted">{text}</p>
      </div>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`Put away: ${title}`}
        onClick={() => dismissNews(id)}
      >
        ×
      </button>
    </div>
  );
}
