import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import { decimalSchema } from '../../../shared/domain/decimal-schema';
import type { Decimal } from '../../../shared/domain/decimal';
import { dayLockKindSchema, type DayLock, type DayLockKind } from '../../../shared/domain/trading';
import { err, ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/open-store';
import type { Clock } from '../../support/clock';
import type { OrderPurpose } from '../orders/ports';
import { refusal } from '../orders/refusals';
import { endOfTradingDay } from './trading-day';

/** Limits of a day, latched once reached: until the day ends, or a human lifts them and a minute has passed. */
export interface DayLocks {
  readonly all: () => DayLock[];
  readonly lock: (kind: DayLockKind, why: string) => void;
  /** `levels`: each account's day P&L now, from where a lifted loss counts anew. */
  readonly release: (
    kind: DayLockKind,
    typed: string,
    levels: () => Readonly<Record<string, Decimal>>,
  ) => Result<null, AppError>;
  readonly refusal: (what: OrderPurpose | undefined) => AppError | null;
  /** When this kind was lifted today; 0 when it was not. */
  readonly liftedAtMs: (kind: DayLockKind) => number;
  /** The day P&L of an account when its loss limit was lifted today; `null` when it was not. */
  readonly lossAtLift: (accountId: string) => Decimal | null;
  readonly stop: () => void;
}

const releaseWord = 'RELEASE';
/** As long as a looser limit waits. Source: ORDER_ENTRY §7. */
const liftAfterMs = 60_000;

const record = z.object({
  kind: dayLockKindSchema,
  locked: z.boolean(),
  why: z.string(),
  untilMs: z.number(),
  levels: z.record(z.string(), decimalSchema).optional(),
});
type Stored = z.infer<typeof record> & { readonly atMs: number };

export function createDayLocks(
  { journal }: Pick<Store, 'journal'>,
  clock: Clock,
  changed: () => void,
): DayLocks {
  const latest = new Map<DayLockKind, Stored>();
  for (const { kind, payload, wallMs } of journal.records()) {
    const read = kind === 'DAY_LOCK' ? record.safeParse(JSON.parse(payload)) : null;
    if (read?.success === true) latest.set(read.data.kind, { ...read.data, atMs: wallMs });
  }
  const lifting = new Map<DayLockKind, { readonly atMs: number; readonly cancel: () => void }>();

  const note = (stored: z.infer<typeof record>): boolean => {
    // What a full disk does not take holds for this run all the same.
    latest.set(stored.kind, { ...stored, atMs: clock.now() });
    return journal.append([{ kind: 'DAY_LOCK', intentId: null, payload: stored }]).ok;
  };
  const today = (kind: DayLockKind): Stored | null => {
    const stored = latest.get(kind);
    return stored === undefined || clock.now() >= stored.untilMs ? null : stored;
  };
  const all = (): DayLock[] =>
    dayLockKindSchema.options.flatMap((kind) => {
      const stored = today(kind);
      if (stored?.locked !== true) return [];
      const { atMs: sinceMs, why, untilMs } = stored;
      const liftsAtMs = lifting.get(kind)?.atMs ?? null;
      const allowsClosing = kind === 'daily-loss';
      return [{ kind, sinceMs, why, untilMs, allowsClosing, typeToRelease: releaseWord, liftsAtMs }];
    });

  return {
    all,
    lock: (kind, why) => {
      // The first reason stands.
      if (today(kind)?.locked === true) return;
      note({ kind, locked: true, why, untilMs: endOfTradingDay(clock.now()) });
      changed();
    },
    release: (kind, typed, levels) => {
      if (today(kind)?.locked !== true || lifting.has(kind)) return ok(null);
      if (typed.trim().toUpperCase() !== releaseWord)
        return err(
          refusal('invalid-input', `Type ${releaseWord} to lift this limit for today.`, 'Type the word.'),
        );
      const cancel = clock.after(liftAfterMs, () => {
        lifting.delete(kind);
        const untilMs = today(kind)?.untilMs ?? endOfTradingDay(clock.now());
        note({ kind, locked: false, why: 'You lifted it.', untilMs, levels: levels() });
        changed();
      });
      lifting.set(kind, { atMs: clock.now() + liftAfterMs, cancel });
      changed();
      return ok(null);
    },
    refusal: (what) => {
      const lock = all().find(({ allowsClosing }) => !(allowsClosing && what?.onlyCloses === true));
      if (lock === undefined) return null;
      const action = lock.allowsClosing
        ? 'Orders that reduce or close a position still go out. It ends with the trading day; you can lift it under Trading.'
        : 'It ends with the trading day; you can lift it under Trading. Cancelling works.';
      return refusal('trading-off', lock.why, action);
    },
    liftedAtMs: (kind) => {
      const stored = today(kind);
      return stored?.locked === false ? stored.atMs : 0;
    },
    lossAtLift: (accountId) => {
      const stored = today('daily-loss');
      return stored?.locked === false ? (stored.levels?.[accountId] ?? null) : null;
    },
    stop: () => {
      for (const { cancel } of lifting.values()) cancel();
      lifting.clear();
    },
  };
}
