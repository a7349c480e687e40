// Seam: a limit of the day latches, survives a restart, ends with the trading day, and is lifted only by word and wait.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids';
import type { SessionState } from '../../../shared/domain/session';
import { defaultLimits } from '../../../shared/domain/trading-limits';
import { openDatabase } from '../../store/database';
import { createJournal } from '../../store/journal';
import { migrations } from '../../store/migrations';
import { createSettingsTable } from '../../store/settings';
import { createManualClock } from '../../support/manual-clock';
import { endOfTradingDay } from './trading-day';
import { createTradingGuard } from './trading-guard';

const account = accountIdSchema.parse('U1');
const closing = { onlyCloses: true };

function setUp() {
  const clock = createManualClock();
  const sql = openDatabase(':memory:');
  for (const step of migrations) sql.exec(step);
  let mode: SessionState['mode'] = 'paper';
  let tell: (id: AccountId, dayPnl: ReturnType<typeof decimal>) => void = () => undefined;
  const listeners = new Set<(state: SessionState) => void>();
  const current = () => ({ status: 'ready', mode }) as SessionState;
  const anchor = {
    latest: () => ({ kind: 'none' }) as const,
    write: () => undefined,
    close: () => undefined,
  };
  return {
    clock,
    tell: (dayPnl: string) => tell(account, decimal(dayPnl)),
    setMode: (next: SessionState['mode']) => {
      mode = next;
      for (const listener of listeners) listener(current());
    },
    start: () =>
      createTradingGuard({
        profile: 'paper',
        store: {
          journal: createJournal({ sql, anchor, clock, bootId: 'boot' }),
          settings: createSettingsTable(sql),
          trouble: null,
        },
        session: {
          current,
          username: () => 'anna',
          onChange: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        },
        clock,
        watchDayPnl: (told) => {
          tell = told;
          return () => (tell = () => undefined);
        },
      }),
  };
}

it('a loss of the day lets only closing orders out, over a restart, until lifted by word and a minute', async () => {
  const { clock, start, tell } = setUp();
  const guard = start();
  tell('-5000');
  expect(guard.refusal(), 'no limit, no watching').toBeNull();
  guard.setLimits({ ...defaultLimits, dailyLoss: decimal('1000') });
  tell('-999.99');
  expect(guard.refusal()).toBeNull();
  tell('-1000');
  expect(guard.refusal()?.message).toContain('-1000 today');
  expect(guard.refusal(closing), 'a position can still be closed').toBeNull();
  tell('-200');
  expect(guard.refusal(), 'a recovery does not release it').not.toBeNull();

  const next = start();
  tell('-200');
  expect(next.refusal()).not.toBeNull();
  expect(next.releaseDay('daily-loss', 'please').ok).toBe(false);
  expect(next.releaseDay('daily-loss', 'release').ok).toBe(true);
  await clock.advance(59_000);
  expect(next.refusal(), 'a minute of thought').not.toBeNull();
  await clock.advance(1_000);
  expect(next.refusal()).toBeNull();
  tell('-1199');
  expect(next.refusal(), 'counts anew from where it was lifted').toBeNull();
  tell('-1200');
  expect(next.refusal()).not.toBeNull();
});

it('the number of orders latches for the day and ends at midnight in New York', async () => {
  const { clock, start } = setUp();
  const guard = start();
  guard.lockDay('Your limit of 200 orders a day is reached.');
  expect(guard.refusal(closing), 'a count is no matter of direction').not.toBeNull();
  const [lock] = guard.state().dayLocks;
  expect(lock?.untilMs).toBe(endOfTradingDay(clock.now()));
  await clock.advance((lock?.untilMs ?? 0) - clock.now() - 1);
  expect(guard.refusal()).not.toBeNull();
  await clock.advance(1);
  expect(guard.refusal()).toBeNull();
});

it.each([
  ['summer', '2026-07-01T15:00:00Z', '2026-07-02T04:00:00.000Z'],
  ['winter', '2026-12-01T15:00:00Z', '2026-12-02T05:00:00.000Z'],
  ['the day of 25 hours', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00.000Z'],
])('the trading day ends at midnight in New York: %s', (_, now, end) => {
  expect(new Date(endOfTradingDay(Date.parse(now))).toISOString()).toBe(end);
});

it('armed for paper is not armed for real money; other accounts and an absent person disarm it', () => {
  const { start, setMode } = setUp();
  const guard = start();
  guard.disarm('You disarmed trading.');
  guard.arm('');
  guard.disarmLive('The screen was locked.');
  expect(guard.refusal(), 'paper stays as it is').toBeNull();
  setMode('live');
  expect(guard.refusal()?.message).toContain('read-only');
  guard.arm('LIVE');
  guard.accountsSeen([account]);
  guard.accountsSeen([]);
  guard.accountsSeen([account]);
  expect(guard.refusal(), 'the same set, a list still loading').toBeNull();
  guard.accountsSeen([account, accountIdSchema.parse('U2')]);
  expect(guard.refusal()).not.toBeNull();
  guard.arm('LIVE');
  guard.disarmLive('The screen was locked.');
  expect(guard.refusal()).not.toBeNull();
});
