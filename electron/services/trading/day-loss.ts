import { compare, negate, subtract, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import type { DayLocks } from './day-locks';

/** The day's profit and loss of every account of the login, as it changes; `null` where it is not known. */
export type WatchDayPnl = (told: (accountId: AccountId, dayPnl: Decimal | null) => void) => () => void;

export interface DayLoss {
  /** The account that lost most today; `null` while nothing is watched or known. */
  readonly worst: () => { readonly accountId: AccountId; readonly dayPnl: Decimal } | null;
  readonly levels: () => Readonly<Record<string, Decimal>>;
  /** The limits changed: begins or ends watching. */
  readonly follow: () => void;
  readonly stop: () => void;
}

/** Watches the day's loss while there is a limit for it, and latches when an account has lost that much. */
export function createDayLoss(
  watch: WatchDayPnl,
  locks: DayLocks,
  limits: () => TradingLimits,
  changed: () => void,
): DayLoss {
  const known = new Map<AccountId, Decimal>();
  let stop: (() => void) | null = null;

  const judge = (accountId: AccountId, dayPnl: Decimal) => {
    const limit = limits().dailyLoss;
    if (limit === null) return;
    const from = locks.lossAtLift(accountId) ?? ('0' as Decimal);
    if (compare(negate(subtract(dayPnl, from)), limit) < 0) return;
    locks.lock('daily-loss', `${accountId} is at ${dayPnl} today: your limit of a daily loss is ${limit}.`);
  };
  const told = (accountId: AccountId, dayPnl: Decimal | null) => {
    if (dayPnl === null || known.get(accountId) === dayPnl) return;
    known.set(accountId, dayPnl);
    judge(accountId, dayPnl);
    changed();
  };

  return {
    worst: () => {
      const [worst] = [...known].sort(([, a], [, b]) => compare(a, b));
      return stop === null || worst === undefined ? null : { accountId: worst[0], dayPnl: worst[1] };
    },
    levels: () => Object.fromEntries(known),
    follow: () => {
      if (limits().dailyLoss === null) {
        stop?.();
        stop = null;
        known.clear();
        return;
      }
      stop ??= watch(told);
      for (const [accountId, dayPnl] of known) judge(accountId, dayPnl);
    },
    stop: () => {
      stop?.();
      stop = null;
    },
  };
}
