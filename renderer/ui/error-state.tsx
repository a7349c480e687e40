import type { AppError } from '../../shared/app-error';

/** What happened, what it means, what to do; the code and the gateway's own words for copying. */
export function ErrorState({
  failure,
  onRetry,
  compact = false,
}: {
  readonly failure: AppError;
  readonly onRetry: () => void;
  readonly compact?: boolean;
}) {
  if (compact) {
    return (
      <div className="notice-line" role="alert">
        <p>
          <strong>{failure.message}</strong> {failure.action} <span className="mono">{failure.code}</span>
        </p>
        <button type="button" className="button button-small" onClick={onRetry}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <div className="notice" role="alert">
      <p className="notice-title">{failure.message}</p>
      <p>
        {failure.meaning} {failure.action}
      </p>
      {failure.detail !== undefined && <p className="mono notice-detail selectable">{failure.detail}</p>}
      <p className="mono">
        {failure.code}
        {failure.incidentId !== undefined && ` · ${failure.incidentId}`}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
