import { useSession } from '../../live/session-feed';
import { ageText } from '../../format/time-text';
import { useNow } from '../../ui/clock';
import { sessionLevel, streamWords } from './session-words';

/** Where we stand with the gateway, in the header, always. */
export function SessionChip() {
  const session = useSession();
  const nowMs = useNow();
  const level = sessionLevel(session);
  const heardMs = session?.lastHeardMs ?? null;
  // A heartbeat every few seconds is normal; only silence is worth a number.
  const silent = heardMs !== null && nowMs - heardMs > 30_000;
  return (
    <div role="status" aria-label="Session state" className="session-chip" title={session?.message}>
      <span className={`dot dot-${level}`} aria-hidden="true" />
      <span>{session?.label ?? 'Starting'}</span>
      {session !== null && streamWords(session) !== '' && (
        <span className="muted">· {streamWords(session)}</span>
      )}
      {silent && <span className="age-stale">· heard {ageText(nowMs - heardMs)} ago</span>}
    </div>
  );
}
