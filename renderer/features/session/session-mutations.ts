import { useMutation } from '@tanstack/react-query';
import type { AppError } from '../../../shared/app-error';
import { call, failureOf } from '../../ipc/client';
import { showSession } from '../../live/session-feed';
import type { SessionAction } from './session-words';

/** The banner's buttons. Taking over is only ever a person's press. */
export function useSessionActions(): {
  readonly press: (action: SessionAction) => void;
  readonly busy: SessionAction | null;
  readonly failure: AppError | null;
} {
  const mutation = useMutation({ mutationFn: run, retry: false });
  return {
    press: mutation.mutate,
    busy: mutation.isPending ? mutation.variables : null,
    failure: failureOf(mutation.error),
  };
}

async function run(action: SessionAction): Promise<void> {
  if (action === 'log-in') {
    await call('session.logIn', {});
    return;
  }
  showSession(await call(action === 'take-over' ? 'session.takeOver' : 'session.checkNow', {}));
}
