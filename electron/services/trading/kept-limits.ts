import type { TradingState } from '../../../shared/domain/trading';
import { defaultLimits, storedLimitsSchema, type TradingLimits } from '../../../shared/domain/trading-limits';
import type { Store } from '../../store/open-store';
import type { Clock } from '../../support/clock';
import { looserParts, tighterOf } from './limit-change';

/** One profile's limits as they hold now, and what was asked for and waits. */
export interface KeptLimits {
  readonly current: () => TradingLimits;
  readonly pending: () => TradingState['pendingLimits'];
  readonly set: (next: TradingLimits) => void;
  readonly stop: () => void;
}

/** Source: ORDER_ENTRY §7: hard limits wait a minute, so that they are not loosened in the heat of it. */
const looserAfterMs = 60_000;

export function createKeptLimits(
  { store, clock, profile }: { readonly store: Pick<Store, 'settings'>; clock: Clock; profile: string },
  journal: (limits: TradingLimits) => void,
  changed: () => void,
): KeptLimits {
  const key = `limits.${profile}`;
  const stored = store.settings.get(key, storedLimitsSchema) ?? {};
  const known = Object.entries(stored).filter(([, value]) => value !== undefined);
  let limits: TradingLimits = { ...defaultLimits, ...Object.fromEntries(known) };
  let pending: TradingState['pendingLimits'] = null;
  let stopPending: () => void = () => undefined;

  const setEffective = (next: TradingLimits) => {
    limits = next;
    store.settings.set(key, next);
    journal(next);
  };
  return {
    current: () => limits,
    pending: () => pending,
    set: (next) => {
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
    stop: () => stopPending(),
  };
}
