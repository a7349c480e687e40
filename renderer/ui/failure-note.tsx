import type { AppError } from '../../shared/app-error';

/** Why main did not do what was pressed: what happened, what it means for the money, what to do. */
export function FailureNote({ failure }: { readonly failure: AppError | null }) {
  if (failure === null) return null;
  return (
    <p role="alert" className="field-note">
      {failure.message} {failure.meaning} {failure.action}
    </p>
  );
}
