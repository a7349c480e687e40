import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { TradingMode } from '../../../shared/domain/session';
import { err, ok, type Result } from '../../../shared/result';
import type { Clock } from '../../support/clock';
import type { OrderSession } from '../orders/ports';
import { refusal } from '../orders/refusals';

/** Read-only or armed. Live profiles start read-only and fall back to it; practice and paper start armed. */
export interface Arming {
  readonly isLive: () => boolean;
  readonly armed: () => boolean;
  readonly arm: (typed: string) => Result<null, AppError>;
  readonly disarm: (why: string) => void;
  /** Only where real money is at stake: a screen lock, a sleep, another login. */
  readonly disarmLive: (why: string) => void;
  /** The accounts as listed now: another set is another login's. */
  readonly accountsSeen: (accountIds: ReadonlyArray<AccountId>) => void;
  /** The human did something: the idle time begins anew. */
  readonly used: () => void;
  readonly typeToArm: () => string | null;
  readonly disarmsAtMs: () => number | null;
  readonly stop: () => void;
}

/** Source: ORDER_SAFETY §9. */
const idleMs = 30 * 60_000;
const armWord = 'LIVE';

export function createArming(
  {
    profile,
    session,
    clock,
  }: {
    readonly profile: 'practice' | 'paper' | 'live';
    readonly session: OrderSession;
    readonly clock: Clock;
  },
  journal: (armed: boolean, why: string) => void,
  changed: () => void,
): Arming {
  /** What the human chose; `null` while the profile decides. */
  let chosen: boolean | null = null;
  let stopIdle: () => void = () => undefined;
  let idleAtMs: number | null = null;
  let user = session.username();
  let mode: TradingMode = session.current().mode;
  let accounts: string | null = null;

  const isLive = () => profile === 'live' || session.current().mode === 'live';
  const armed = () => chosen ?? !isLive();

  const disarm = (why: string) => {
    stopIdle();
    idleAtMs = null;
    if (chosen === false) return;
    chosen = false;
    journal(false, why);
    changed();
  };
  const disarmLive = (why: string) => {
    if (isLive() && armed()) disarm(why);
  };
  const used = () => {
    stopIdle();
    idleAtMs = isLive() && armed() ? clock.now() + idleMs : null;
    stopIdle =
      idleAtMs === null
        ? () => undefined
        : clock.after(idleMs, () => disarm('Nothing was done for 30 minutes.'));
  };

  const stopSession = session.onChange((state) => {
    const name = session.username();
    const other = user !== null && name !== null && name !== user;
    user = name ?? user;
    if (other) accounts = null;
    const ended = state.status === 'not-logged-in' || state.status === 'competing';
    // What was armed for paper is not armed for real money: the word was never typed.
    // Nor was it for a login of which nobody knew yet: only a live profile asks for it before the mode is known.
    const becameLive = state.mode === 'live' && mode !== 'live' && (mode !== 'unknown' || profile !== 'live');
    if (state.mode !== 'unknown') mode = state.mode;
    if (becameLive) disarmLive('The login is one of real money now.');
    // A new login is a new decision where money is at stake; elsewhere the profile goes on deciding.
    else if (ended || other) disarmLive('The login ended or changed.');
  });

  return {
    isLive,
    armed,
    arm: (typed) => {
      if (isLive() && typed.trim().toUpperCase() !== armWord)
        return err(
          refusal('invalid-input', `Type ${armWord} to arm trading with real money.`, 'Type the word.'),
        );
      chosen = true;
      journal(true, 'You armed trading.');
      used();
      changed();
      return ok(null);
    },
    disarm,
    disarmLive,
    accountsSeen: (accountIds) => {
      const now = [...accountIds].sort().join(' ');
      // None listed is a login that is still loading.
      if (now === '' || now === accounts) return;
      const changedSet = accounts !== null;
      accounts = now;
      if (changedSet) disarmLive('The accounts of this login changed.');
    },
    used,
    typeToArm: () => (isLive() ? armWord : null),
    disarmsAtMs: () => idleAtMs,
    stop: () => {
      stopSession();
      stopIdle();
    },
  };
}
