import type { AppError, AppErrorCode } from '../../../shared/app-error';
import type { SessionState, SessionStatus } from '../../../shared/domain/session';
import type { JournalFailure } from '../../store/journal';

/** Why an order step did not happen. Each says what it means for the user's money: nothing was sent. */
export const refusal = (
  code: AppErrorCode,
  message: string,
  action: string,
  meaning = 'Nothing was sent.',
  detail?: string,
): AppError => ({ code, message, meaning, action, ...(detail === undefined ? {} : { detail }) });

const codeOfStatus: Readonly<Record<SessionStatus, AppErrorCode>> = {
  connecting: 'not-ready',
  'not-running': 'gateway-not-running',
  'certificate-untrusted': 'certificate-untrusted',
  'not-tls': 'not-tls',
  'not-logged-in': 'not-logged-in',
  'no-brokerage': 'no-brokerage-session',
  competing: 'competing-session',
  'not-established': 'not-ready',
  ready: 'trading-off',
  'link-lost': 'link-lost',
};

/** Why this session takes no orders; `null` when it does. */
export function sessionRefusal(session: SessionState): AppError | null {
  if (session.status !== 'ready' || !session.tradingAllowed)
    return refusal(
      codeOfStatus[session.status],
      session.status === 'ready' ? 'Trading is switched off.' : session.message,
      session.action === '' ? 'Wait until the session is ready.' : session.action,
    );
  return session.mode === 'unknown'
    ? refusal(
        'trading-off',
        'It is not proven whether this login trades real money or not.',
        'Wait until the gateway has told; if it stays, log in again.',
      )
    : null;
}

export const storageRefusal = (failure: JournalFailure): AppError =>
  refusal(
    'storage-failed',
    failure.sentence,
    'Make room or mend the data folder; then review the order again.',
  );

export const previewNeeded = (message: string): AppError =>
  refusal('preview-needed', message, 'Review the order again.');

export const unknownIntent: AppError = refusal(
  'not-found',
  'Portico knows no such order intent.',
  'Look at the order list.',
);
