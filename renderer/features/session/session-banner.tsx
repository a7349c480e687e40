import { useState } from 'react';
import type { SessionState } from '../../../shared/domain/session';
import { clockText } from '../../format/time-text';
import { useSession } from '../../live/session-feed';
import { CertificateDialog } from './certificate-dialog';
import { useSessionActions } from './session-mutations';
import { actionNames, sessionActions, sessionLevel } from './session-words';
import './session.css';

/** Says what is wrong, what it means for what is on the screen, and what to do; absent when all is well. */
export function SessionBanner() {
  const session = useSession();
  const [leftMs, setLeft] = useState<number | null>(null);
  if (session === null || session.status === 'ready') return null;
  // The header goes on saying who has the session; asking again would be nagging.
  if (session.status === 'competing' && leftMs === session.sinceMs) return null;
  return <Banner session={session} onLeave={() => setLeft(session.sinceMs)} />;
}

function Banner({ session, onLeave }: { readonly session: SessionState; readonly onLeave: () => void }) {
  const { press, busy, failure, looking, stopLooking } = useSessionActions();
  const bad = sessionLevel(session) === 'bad';
  return (
    <div role={bad ? 'alert' : 'status'} className={`session-banner session-banner-${bad ? 'bad' : 'wait'}`}>
      <span className={`dot dot-${bad ? 'bad' : 'wait'}`} aria-hidden="true" />
      <div className="session-banner-text">
        <p>
          <strong>{session.message}</strong> <span className="muted">since {clockText(session.sinceMs)}</span>
        </p>
        <p className="muted">
          {session.meaning} {session.action}
          {session.detail !== undefined && <span className="mono selectable"> {session.detail}</span>}
        </p>
        {failure !== null && <p className="session-banner-failure">{failure.message}</p>}
      </div>
      <div className="session-banner-actions">
        {sessionActions(session).map((action, index) => (
          <button
            key={action}
            type="button"
            className={index === 0 ? 'button button-primary' : 'button'}
            disabled={busy !== null}
            aria-busy={busy === action}
            onClick={() => (action === 'leave' ? onLeave() : press(action))}
          >
            {actionNames[action]}
          </button>
        ))}
      </div>
      {looking && <CertificateDialog onClose={stopLooking} />}
    </div>
  );
}
