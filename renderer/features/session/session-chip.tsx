import { useSession } from '../../live/session-feed';
import { useTrading } from '../../live/trading-feed';
import { ageText } from '../../format/time-text';
import { useNow } from '../../ui/clock';
import { sessionEnding } from './daily-reset';
import { sessionLevel, streamWords } from './session-words';

/** Where we stand with the gateway, in the header, always. */
export function SessionChip() {
  const session = useSession();
  const nowMs = useNow();
  const journalBroken = useTrading()?.storeTrouble != null;
  const level = journalBroken ? 'bad' : sessionLevel(session);
  const heardMs = session?.lastHeardMs ?? null;
  // The heartbeat is a minute; while the stream flows only more than that is silence.
  const silent = heardMs !== null && nowMs - heardMs > (session?.status === 'ready' ? 90_000 : 5000);
  const ending = session === null ? null : sessionEnding(session, nowMs);
  return (
    <div role="status" aria-label="Session state" className="session-chip" title={session?.message}>
      <span className={`dot dot-${level}`} aria-hidden="true" />
      <span>{session?.label ?? 'Starting'}</span>
      {journalBroken && <span className="session-chip-journal">· order journal broken</span>}
      {session !== null && streamWords(session) !== '' && (
        <span className="muted">· {streamWords(session)}</span>
      )}
      {ending !== null && (
        <span className="age-stale" title={ending.why}>
          · {ending.text}
        </span>
      )}
      {silent && <span className="age-stale">· heard {ageText(nowMs - heardMs)} ago</span>}
    </div>
  );
}
