import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { DayLockKind, KillState, TradingState } from '../../../shared/domain/trading';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import { err, ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/open-store';
import type { Clock } from '../../support/clock';
import type { OrderPermit, OrderSession } from '../orders/ports';
import { refusal } from '../orders/refusals';
import { createArming } from './arming';
import { createDayLocks } from './day-locks';
import { createDayLoss, type WatchDayPnl } from './day-loss';
import { createKeptLimits } from './kept-limits';

export interface TradingGuardDeps {
  readonly profile: 'practice' | 'paper' | 'live';
  readonly store: Pick<Store, 'journal' | 'settings' | 'trouble'>;
  readonly session: OrderSession;
  readonly clock: Clock;
  readonly watchDayPnl: WatchDayPnl;
}

type GuardState = Omit<TradingState, 'kill' | 'mutedQuestions' | 'today' | 'strangeAccount'> & {
  readonly kill: Omit<KillState, 'cancelling'> | null;
  readonly worst: Pick<TradingState['today'], 'accountId' | 'worstDayPnl'>;
};

/** Whether orders may be sent: armed, not latched, within limits. What it forbids, nothing else can allow. */
export interface TradingGuard extends OrderPermit {
  readonly arm: (typed: string) => Result<null, AppError>;
  readonly disarm: (why: string) => void;
  /** A sleep, a locked screen: read-only where real money is at stake. */
  readonly disarmLive: (why: string) => void;
  readonly accountsSeen: (accountIds: ReadonlyArray<AccountId>) => void;
  readonly release: (typed: string) => Result<null, AppError>;
  readonly releaseDay: (kind: DayLockKind, typed: string) => Result<null, AppError>;
  readonly setLimits: (limits: TradingLimits) => void;
  readonly state: () => GuardState;
  readonly onChange: (listener: () => void) => () => void;
  readonly stop: () => void;
}

const releaseWord = 'RELEASE';

const killRecord = z.object({ latched: z.boolean(), why: z.string() });

export function createTradingGuard(deps: TradingGuardDeps): TradingGuard {
  const { store, clock } = deps;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  // A full disk must not keep the switch from latching: what cannot be written holds for this run.
  const journal = (kind: 'KILL' | 'MODE' | 'LIMITS', payload: unknown): boolean =>
    store.journal.append([{ kind, intentId: null, payload }]).ok;

  let kill = latestKill(store);
  let killWritten = true;
  /** Tried again at every occasion: a switch that only this run remembers would be off after a restart. */
  const writeKill = () => {
    if (kill === null || killWritten) return;
    store.journal.probe();
    killWritten = journal('KILL', { latched: true, why: kill.why });
  };
  const arming = createArming(deps, (armed, why) => journal('MODE', { armed, why }), changed);
  const limits = createKeptLimits(deps, (next) => journal('LIMITS', next), changed);
  const locks = createDayLocks(store, clock, changed);
  const loss = createDayLoss(deps.watchDayPnl, locks, limits.current, changed);
  // A looser limit that comes into force later is followed like one set now.
  listeners.add(loss.follow);
  loss.follow();

  return {
    refusal: (what) => {
      writeKill();
      if (kill !== null)
        return refusal(
          'trading-off',
          `The kill switch is on: ${kill.why}`,
          `Release it by typing ${releaseWord}.`,
        );
      return arming.armed()
        ? locks.refusal(what)
        : refusal('trading-off', 'Trading is read-only.', 'Arm trading, then review the order again.');
    },
    latch: (why) => {
      // The first reason stands; pressing again only cancels again.
      if (kill === null) {
        kill = { sinceMs: clock.now(), why, typeToRelease: releaseWord };
        killWritten = false;
      } else if (killWritten) return;
      writeKill();
      changed();
    },
    lockDay: (why) => locks.lock('orders-per-day', why),
    dayCountSinceMs: () => locks.liftedAtMs('orders-per-day'),
    limits: limits.current,
    used: () => {
      arming.used();
      changed();
    },
    arm: (typed) =>
      kill === null
        ? arming.arm(typed)
        : err(refusal('trading-off', 'The kill switch is on.', 'Release it before arming.')),
    disarm: arming.disarm,
    disarmLive: arming.disarmLive,
    accountsSeen: arming.accountsSeen,
    release: (typed) => {
      if (kill === null) return ok(null);
      if (typed.trim().toUpperCase() !== releaseWord)
        return err(
          refusal('invalid-input', `Type ${releaseWord} to release the kill switch.`, 'Type the word.'),
        );
      // After a failure the journal takes nothing until a probe went well.
      store.journal.probe();
      const recorded = store.journal.append([
        { kind: 'KILL', intentId: null, payload: { latched: false, why: 'You released it.' } },
      ]);
      // Unrecorded it would be on again after a restart: better to say so now.
      if (!recorded.ok)
        return err(refusal('storage-failed', recorded.error.sentence, 'Mend the data folder first.'));
      kill = null;
      arming.disarmLive('The kill switch was released.');
      changed();
      return ok(null);
    },
    releaseDay: (kind, typed) => locks.release(kind, typed, loss.levels),
    setLimits: limits.set,
    state: () => {
      const armed = arming.armed();
      const worst = loss.worst();
      return {
        armed: armed && kill === null,
        sentence:
          kill !== null
            ? 'The kill switch is on: no order can be sent; cancelling works.'
            : armed
              ? 'Trading is armed.'
              : 'Read-only: nothing can be sent. Arm trading to place orders.',
        typeToArm: arming.typeToArm(),
        disarmsAtMs: arming.disarmsAtMs(),
        kill,
        limits: limits.current(),
        pendingLimits: limits.pending(),
        dayLocks: locks.all(),
        worst: { accountId: worst?.accountId ?? null, worstDayPnl: worst?.dayPnl ?? null },
        storeTrouble: store.trouble?.sentence ?? store.journal.failure()?.sentence ?? null,
        mayStartAfresh: store.trouble?.code === 'corrupt',
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      arming.stop();
      limits.stop();
      locks.stop();
      loss.stop();
    },
  };
}

/** The switch as the journal left it; a record that cannot be read counts as pressed. */
function latestKill({ journal }: Pick<Store, 'journal'>): Omit<KillState, 'cancelling'> | null {
  const record = journal
    .records()
    .filter(({ kind }) => kind === 'KILL')
    .pop();
  if (record === undefined) return null;
  const read = killRecord.safeParse(JSON.parse(record.payload));
  if (read.success && !read.data.latched) return null;
  const why = read.success ? read.data.why : 'It was pressed.';
  return { sinceMs: record.wallMs, why, typeToRelease: releaseWord };
}
