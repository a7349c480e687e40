import { useMutation } from '@tanstack/react-query';
import { call } from '../../ipc/client';
import { remember } from './run-history';

/** Runs one method. Never repeated: what a second run would do is the user's to decide. */
export const useConsoleRun = (method: string) =>
  useMutation({
    mutationFn: ({
      argumentsJson,
      confirmed,
    }: {
      readonly argumentsJson: string;
      readonly confirmed: boolean;
    }) => call('console.run', { method, argumentsJson, confirmed }),
    onSuccess: remember,
  });
