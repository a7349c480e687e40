import { useSession } from '../../live/session-feed';
import { useNow } from '../../ui/clock';
import { CertificateDialog } from './certificate-dialog';
import { dailyResets, untilText } from './daily-reset';
import { type CheckState, doctorChecks } from './doctor-checks';
import { useSessionActions } from './session-mutations';
import { actionNames } from './session-words';

const marks: Readonly<Record<CheckState, readonly [mark: string, word: string]>> = {
  ok: ['✓', 'in order'],
  wait: ['…', 'under way'],
  bad: ['✕', 'needs you'],
  'not-reached': ['–', 'not reached'],
};

/** The way to IBKR step by step: what is in order, where it stops, the one button that helps. */
export function Doctor() {
  const session = useSession();
  const { press, busy, failure, looking, stopLooking } = useSessionActions();
  const nowMs = useNow();
  if (session === null) return null;
  return (
    <section aria-label="Connection doctor" className="doctor">
      <ol className="doctor-checks">
        {doctorChecks(session).map(({ name, state, sentence, action }) => (
          <li key={name} className={`doctor-${state}`}>
            <span className="doctor-mark" aria-hidden="true">
              {marks[state][0]}
            </span>
            <strong>{name}</strong>
            <span className="doctor-word">{marks[state][1]}</span>
            <span className="doctor-sentence">{sentence}</span>
            {action !== null && (
              <button
                type="button"
                className="button button-small"
                disabled={busy !== null}
                aria-busy={busy === action}
                onClick={() => press(action)}
              >
                {actionNames[action]}
              </button>
            )}
          </li>
        ))}
      </ol>
      {looking && <CertificateDialog onClose={stopLooking} />}
      {failure !== null && <p className="field-note">{failure.message}</p>}
      <p className="muted doctor-reset">
        IBKR ends every session once a day at midnight where your login lives:{' '}
        {dailyResets(nowMs)
          .map(({ place, inMs }) => `${place} ${untilText(inMs)}`)
          .join(', ')}
        . Working orders stay at IBKR; you log in again afterwards.
      </p>
    </section>
  );
}
