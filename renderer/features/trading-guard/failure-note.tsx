import { failureOf } from '../../ipc/client';

/** Why main did not do what was pressed, in its own words. */
export function FailureNote({ error }: { readonly error: Error | null }) {
  const failure = failureOf(error);
  if (failure === null) return null;
  return (
    <p role="alert" className="field-note">
      {failure.message} {failure.meaning} {failure.action}
    </p>
  );
}
