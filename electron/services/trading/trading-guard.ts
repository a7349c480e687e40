import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import {
  tradingLimitsSchema,
  type KillState,
  type TradingLimits,
  type TradingState,
} from '../../../shared/domain/trading';
import { err, ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/open-store';
import type { Clock } from '../../support/clock';
import { defaultLimits, type OrderPermit, type OrderSession } from '../orders/ports';
import { refusal } from '../orders/refusals';
import { looserParts, tighterOf } from './limit-change';

export interface TradingGuardDeps {
  readonly profile: 'practice' | 'paper' | 'live';
  readonly store: Pick<Store, 'journal' | 'settings' | 'trouble'>;
  readonly session: OrderSession;
  readonly clock: Clock;
}

/** Whether orders may be sent: armed, not latched, within limits. What it forbids, nothing else can allow. */
export interface TradingGuard extends OrderPermit {
  readonly arm: (typed: string) => Result<null, AppError>;
  readonly disarm: (why: string) => void;
  readonly release: (typed: string) => Result<null, AppError>;
  readonly setLimits: (limits: TradingLimits) => void;
  readonly state: () => Omit<TradingState, 'kill' | 'mutedQuestions'> & {
    readonly kill: Omit<KillState, 'cancelling'> | null;
  };
  readonly onChange: (listener: () => void) => () => void;
  readonly stop: () => void;
}

/** Source: ORDER_SAFETY §9. */
const idleMs = 30 * 60_000;
/** Source: ORDER_ENTRY §7: hard limits wait a minute, so that they are not loosened in the heat of it. */
const looserAfterMs = 60_000;
const releaseWord = 'RELEASE';
const armWord = 'LIVE';

const killRecord = z.object({ latched: z.boolean(), why: z.string() });

export function createTradingGuard({ profile, store, session, clock }: TradingGuardDeps): TradingGuard {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  // A full disk must not keep the switch from latching: what cannot be written holds for this run.
  const journal = (kind: 'KILL' | 'MODE' | 'LIMITS', payload: unknown) =>
    void store.journal.append([{ kind, intentId: null, payload }]);

  let kill = latestKill(store);
  const limitsKey = `limits.${profile}`;
  let limits = store.settings.get(limitsKey, tradingLimitsSchema) ?? defaultLimits;
  let pending: TradingState['pendingLimits'] = null;
  let stopPending: () => void = () => undefined;
  /** What the human chose; `null` while the profile decides. */
  let chosen: boolean | null = null;
  let stopIdle: () => void = () => undefined;
  let idleAtMs: number | null = null;
  let user = session.username();

  const isLive = () => profile === 'live' || session.current().mode === 'live';
  const armed = () => chosen ?? !isLive();

  const disarm = (why: string) => {
    stopIdle();
    idleAtMs = null;
    if (chosen === false) return;
    chosen = false;
    journal('MODE', { armed: false, why });
    changed();
  };
  const watchIdle = () => {
    stopIdle();
    idleAtMs = isLive() && armed() ? clock.now() + idleMs : null;
    stopIdle =
      idleAtMs === null
        ? () => undefined
        : clock.after(idleMs, () => disarm('Nothing was done for 30 minutes.'));
  };
  const latch = (why: string) => {
    // The first reason stands; pressing again only cancels again.
    if (kill !== null) return;
    kill = { sinceMs: clock.now(), why, typeToRelease: releaseWord };
    journal('KILL', { latched: true, why });
    changed();
  };
  const setEffective = (next: TradingLimits) => {
    limits = next;
    store.settings.set(limitsKey, next);
    journal('LIMITS', next);
  };

  const stopSession = session.onChange(({ status }) => {
    const name = session.username();
    const other = user !== null && name !== null && name !== user;
    user = name ?? user;
    const ended = status === 'not-logged-in' || status === 'competing';
    // A new login is a new decision where money is at stake; elsewhere the profile goes on deciding.
    if (isLive() && armed() && (ended || other)) disarm('The login ended or changed.');
  });

  return {
    refusal: () => {
      if (kill !== null)
        return refusal(
          'trading-off',
          `The kill switch is on: ${kill.why}`,
          `Release it by typing ${releaseWord}.`,
        );
      return armed()
        ? null
        : refusal('trading-off', 'Trading is read-only.', 'Arm trading, then review the order again.');
    },
    latch,
    limits: () => limits,
    used: watchIdle,
    arm: (typed) => {
      if (kill !== null)
        return err(refusal('trading-off', 'The kill switch is on.', 'Release it before arming.'));
      if (isLive() && typed.trim().toUpperCase() !== armWord)
        return err(
          refusal('invalid-input', `Type ${armWord} to arm trading with real money.`, 'Type the word.'),
        );
      chosen = true;
      journal('MODE', { armed: true, why: 'You armed trading.' });
      watchIdle();
      changed();
      return ok(null);
    },
    disarm,
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
      if (isLive()) disarm('The kill switch was released.');
      changed();
      return ok(null);
    },
    setLimits: (next) => {
      stopPending();
      setEffective(tighterOf(limits, next));
      pending = null;
      if (looserParts(limits, next)) {
        pending = { limits: next, inForceAtMs: clock.now() + looserAfterMs };
        stopPending = clock.after(looserAfterMs, () => {
          pending = null;
          setEffective(next);
          changed();
        });
      }
      changed();
    },
    state: () => ({
      armed: armed() && kill === null,
      sentence:
        kill !== null
          ? 'The kill switch is on: no order can be sent; cancelling works.'
          : armed()
            ? 'Trading is armed.'
            : 'Read-only: nothing can be sent. Arm trading to place orders.',
      typeToArm: isLive() ? armWord : null,
      disarmsAtMs: idleAtMs,
      kill,
      limits,
      pendingLimits: pending,
      storeTrouble: store.trouble?.sentence ?? store.journal.failure()?.sentence ?? null,
    }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      stopSession();
      stopIdle();
      stopPending();
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
