import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DayLockKind, KnownQuestion, TradingState } from '../../../shared/domain/trading';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import { call } from '../../ipc/client';
import { showTrading } from '../../live/trading-feed';
import { questionsKey } from './questions-query';

type KillScope = 'placed-here' | 'all';

const told = { retry: false, onSuccess: (state: TradingState) => showTrading(state) } as const;

export const useArm = () =>
  useMutation({ ...told, mutationFn: (typed: string) => call('trading.arm', { typed }) });

export const useDisarm = () => useMutation({ ...told, mutationFn: () => call('trading.disarm', {}) });

/** Latches at once, whatever the gateway does; cancelling and its proof follow in the trading feed. */
export const useKill = () =>
  useMutation({
    ...told,
    mutationFn: ({ scope, typed }: { scope: KillScope; typed: string }) =>
      call('trading.killSwitch', { scope, ...(typed === '' ? {} : { typed }) }),
  });

export const useRelease = () =>
  useMutation({ ...told, mutationFn: (typed: string) => call('trading.release', { typed }) });

/** Lifts a limit of the day, a minute from now. */
export const useReleaseDay = () =>
  useMutation({
    ...told,
    mutationFn: (input: { kind: DayLockKind; typed: string }) => call('trading.releaseDay', input),
  });

export const useSetLimits = () =>
  useMutation({ ...told, mutationFn: (limits: TradingLimits) => call('trading.setLimits', { limits }) });

/** `null` takes every mute back; otherwise these ids are muted for the session. */
export function useMuting() {
  const client = useQueryClient();
  return useMutation({
    retry: false,
    mutationFn: (messageIds: string[] | null) =>
      messageIds === null ? call('questions.reset', {}) : call('questions.suppress', { messageIds }),
    onSuccess: (list: KnownQuestion[]) => client.setQueryData(questionsKey, list),
  });
}
