import type { AppError } from '../../../shared/app-error';
import type { DayLockKind, KnownQuestion, TradingState } from '../../../shared/domain/trading';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import { err, ok, type Result } from '../../../shared/result';
import { refusal } from '../orders/refusals';
import { createKillSwitch, type KillScope, type KillSwitchDeps } from './kill-switch';
import { createMutedQuestions, type MutedQuestionsDeps } from './muted-questions';
import type { TradingGuard } from './trading-guard';

type Answer = Promise<Result<TradingState, AppError>>;

/** Arming, kill switch, limits and muted questions. Implements `shared/ipc/trading-contract.ts`. */
export interface Trading {
  readonly watch: (emit: (state: TradingState) => void) => () => void;
  readonly arm: (typed: string) => Answer;
  readonly disarm: () => Answer;
  readonly killSwitch: (scope: KillScope, typed: string) => Answer;
  readonly release: (typed: string) => Answer;
  readonly releaseDay: (kind: DayLockKind, typed: string) => Answer;
  readonly setLimits: (limits: TradingLimits) => Answer;
  readonly questions: () => Promise<Result<KnownQuestion[], AppError>>;
  readonly suppress: (messageIds: ReadonlyArray<string>) => Promise<Result<KnownQuestion[], AppError>>;
  readonly resetQuestions: () => Promise<Result<KnownQuestion[], AppError>>;
  /** The person is away, the computer slept: where real money is at stake trading is a new decision. */
  readonly away: (why: string) => void;
  readonly stop: () => void;
}

export const cancelAllWord = 'CANCEL ALL';

export function createTrading(
  guard: TradingGuard,
  deps: KillSwitchDeps & { readonly gateway: { readonly orders: MutedQuestionsDeps['orders'] } },
): Trading {
  const emitters = new Set<(state: TradingState) => void>();
  const changed = () => {
    for (const emit of emitters) emit(state());
  };
  const killSwitch = createKillSwitch(deps, changed);
  const muted = createMutedQuestions({ orders: deps.gateway.orders, session: deps.session }, changed);
  const stops = [guard.onChange(changed), deps.accounts.selected.onChange(changed)];

  const state = (): TradingState => {
    const { kill, worst, ...rest } = guard.state();
    return {
      ...rest,
      today: { ...worst, orders: deps.orders.sentSince(guard.dayCountSinceMs()) },
      kill: kill === null ? null : { ...kill, cancelling: killSwitch.progress() },
      mutedQuestions: muted.count(),
      strangeAccount: deps.accounts.selected.strange(),
    };
  };
  const done = (result: Result<null, AppError>): Result<TradingState, AppError> =>
    result.ok ? ok(state()) : result;

  return {
    watch: (emit) => {
      emitters.add(emit);
      emit(state());
      return () => void emitters.delete(emit);
    },
    arm: async (typed) => done(guard.arm(typed)),
    disarm: async () => {
      guard.disarm('You disarmed trading.');
      return ok(state());
    },
    killSwitch: async (scope, typed) => {
      // Latched whatever was typed: only the reach of the cancelling needs the words.
      guard.latch('You pressed the kill switch.');
      const everything = scope === 'all' && typed.trim().toUpperCase() === cancelAllWord;
      killSwitch.start(everything ? 'all' : 'placed-here');
      return scope === 'all' && !everything
        ? err(
            refusal(
              'invalid-input',
              `Type ${cancelAllWord} to cancel orders of other programs too.`,
              'Type the words.',
              'Trading is stopped, and orders placed here are being cancelled.',
            ),
          )
        : ok(state());
    },
    release: async (typed) => {
      const released = guard.release(typed);
      if (released.ok) killSwitch.stop();
      return done(released);
    },
    releaseDay: async (kind, typed) => done(guard.releaseDay(kind, typed)),
    setLimits: async (limits) => {
      guard.setLimits(limits);
      return ok(state());
    },
    questions: async () => ok(muted.list()),
    suppress: muted.suppress,
    resetQuestions: muted.reset,
    away: guard.disarmLive,
    stop: () => {
      for (const stop of stops) stop();
      muted.stop();
      killSwitch.stop();
      guard.stop();
    },
  };
}
