import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import { call, failureOf } from '../../ipc/client';
import { showSession } from '../../live/session-feed';
import type { SessionAction } from './session-words';

/** The banner's buttons. Taking over is only ever a person's press. */
export function useSessionActions(): {
  readonly press: (action: SessionAction) => void;
  readonly busy: SessionAction | null;
  readonly failure: AppError | null;
  /** Whether the certificate is being looked at: that button opens a dialog of this window. */
  readonly looking: boolean;
  readonly stopLooking: () => void;
} {
  const mutation = useMutation({ mutationFn: run, retry: false });
  const [looking, setLooking] = useState(false);
  return {
    looking,
    stopLooking: () => setLooking(false),
    press: (action) => {
      if (action === 'certificate') setLooking(true);
      else if (action !== 'leave') mutation.mutate(action);
    },
    busy: mutation.isPending ? mutation.variables : null,
    failure: failureOf(mutation.error),
  };
}

async function run(action: Exclude<SessionAction, 'certificate' | 'leave'>): Promise<void> {
  if (action === 'log-in') {
    await call('session.logIn', {});
    return;
  }
  showSession(await call(action === 'take-over' ? 'session.takeOver' : 'session.checkNow', {}));
}
