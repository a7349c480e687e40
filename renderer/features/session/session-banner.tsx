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
  if (session === null || session.status === 'ready') return null;
  return <Banner session={session} />;
}

function Banner({ session }: { readonly session: SessionState }) {
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
        {sessionActions[session.status].map((action, index) => (
          <button
            key={action}
            type="button"
            className={index === 0 ? 'button button-primary' : 'button'}
            disabled={busy !== null}
            aria-busy={busy === action}
            onClick={() => press(action)}
          >
            {actionNames[action]}
          </button>
        ))}
      </div>
      {looking && <CertificateDialog onClose={stopLooking} />}
    </div>
  );
}
