// Seam: what forbids sending orders, and what it takes to allow it again.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema } from '../../../shared/domain/ids';
import type { SessionState } from '../../../shared/domain/session';
import { openDatabase } from '../../store/database';
import { createJournal } from '../../store/journal';
import { migrations } from '../../store/migrations';
import { createSettingsTable } from '../../store/settings';
import { createManualClock } from '../../support/manual-clock';
import { defaultLimits } from '../../../shared/domain/trading-limits';
import { createTradingGuard, type TradingGuardDeps } from './trading-guard';

function setUp(profile: TradingGuardDeps['profile'], firstMode: SessionState['mode'] = profile) {
  let mode = firstMode;
  const clock = createManualClock();
  const sql = openDatabase(':memory:');
  for (const step of migrations) sql.exec(step);
  let full = false;
  let user: string | null = 'anna';
  let status: SessionState['status'] = 'ready';
  const listeners = new Set<(state: SessionState) => void>();
  const current = () => ({ status, mode }) as SessionState;
  const disk = {
    ...sql,
    transaction: <T>(work: () => T): T => {
      if (full) throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
      return sql.transaction(work);
    },
  };
  const anchor = {
    latest: () => ({ kind: 'none' }) as const,
    write: () => undefined,
    close: () => undefined,
  };
  let boots = 0;
  let tellPnl: Parameters<TradingGuardDeps['watchDayPnl']>[0] | null = null;
  const start = () =>
    createTradingGuard({
      profile,
      store: {
        journal: createJournal({ sql: disk, anchor, clock, bootId: `boot-${++boots}` }),
        settings: createSettingsTable(sql),
        trouble: null,
      },
      session: {
        current,
        username: () => user,
        onChange: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      clock,
      watchDayPnl: (told) => {
        tellPnl = told;
        return () => void (tellPnl = null);
      },
    });
  return {
    clock,
    start,
    pnl: (account: string, dayPnl: string) => tellPnl?.(accountIdSchema.parse(account), decimal(dayPnl)),
    setFull: (next: boolean) => (full = next),
    mode: (next: SessionState['mode']) => {
      mode = next;
      for (const listener of listeners) listener(current());
    },
    session: (next: SessionState['status'], name: string | null = user) => {
      status = next;
      user = name;
      for (const listener of listeners) listener(current());
    },
  };
}

it('practice and paper start armed, live starts read-only and wants the word', () => {
  expect(setUp('practice').start().refusal()).toBeNull();
  expect(setUp('paper').start().refusal()).toBeNull();
  const live = setUp('live').start();
  expect(live.refusal()?.code).toBe('trading-off');
  expect(live.arm('').ok).toBe(false);
  expect(live.arm('live').ok).toBe(true);
  expect(live.refusal()).toBeNull();
});

it('a paper profile that meets a live login is read-only', () => {
  expect(setUp('paper', 'live').start().refusal()?.code).toBe('trading-off');
});

it('live disarms when idle, after a login, and never by itself arms again', async () => {
  const { clock, start, session } = setUp('live');
  const guard = start();
  guard.arm('LIVE');
  await clock.advance(29 * 60_000);
  guard.used();
  await clock.advance(29 * 60_000);
  expect(guard.refusal()).toBeNull();
  await clock.advance(2 * 60_000);
  expect(guard.refusal()).not.toBeNull();
  guard.arm('LIVE');
  session('not-logged-in');
  session('ready');
  expect(guard.refusal()).not.toBeNull();
  guard.arm('LIVE');
  session('ready', 'bert');
  expect(guard.refusal()).not.toBeNull();
});

it('the latch holds over a restart, on a full disk, and until the word is typed', () => {
  const { start, setFull } = setUp('practice');
  const guard = start();
  guard.latch('You pressed the kill switch.');
  guard.latch('again');
  expect(guard.state().kill?.why).toBe('You pressed the kill switch.');
  const next = start();
  expect(next.refusal()?.message).toContain('kill switch');
  expect(next.arm('').ok).toBe(false);
  expect(next.release('release it').ok).toBe(false);
  setFull(true);
  expect(next.release('RELEASE').ok).toBe(false);
  expect(next.refusal()).not.toBeNull();
  setFull(false);
  expect(next.release('RELEASE').ok).toBe(true);
  expect(start().refusal()).toBeNull();
  setFull(true);
  next.latch('disk full');
  expect(next.refusal()).not.toBeNull();
});

it('tighter limits hold at once, looser ones after a minute, and both outlive the program', async () => {
  const { clock, start } = setUp('practice');
  const guard = start();
  guard.setLimits({ ...defaultLimits, ordersPerMinute: 5, valueSoft: decimal('200000') });
  expect(guard.limits()).toMatchObject({ ordersPerMinute: 5, valueSoft: '100000' });
  expect(guard.state().pendingLimits?.limits.valueSoft).toBe('200000');
  await clock.advance(59_000);
  expect(guard.limits().valueSoft).toBe('100000');
  await clock.advance(1_000);
  expect(guard.limits().valueSoft).toBe('200000');
  expect(guard.state().pendingLimits).toBeNull();
  expect(start().limits()).toMatchObject({ ordersPerMinute: 5, valueSoft: '200000' });
});

it('what was armed before the mode was known is not armed for real money', () => {
  const { start, mode } = setUp('paper', 'unknown');
  const guard = start();
  guard.disarm('test');
  expect(guard.arm('').ok).toBe(true);
  mode('live');
  expect(guard.refusal()?.code).toBe('trading-off');
  expect(guard.arm('').ok).toBe(false);
  expect(guard.arm('LIVE').ok).toBe(true);
});

it('a live profile armed with the word stays armed when its mode becomes known', () => {
  const { start, mode } = setUp('live', 'unknown');
  const guard = start();
  expect(guard.arm('LIVE').ok).toBe(true);
  mode('live');
  expect(guard.refusal()).toBeNull();
});

it('a kill switch pressed while the disk was full is written as soon as it takes records again', () => {
  const { start, setFull } = setUp('paper');
  const guard = start();
  setFull(true);
  guard.latch('pressed');
  expect(guard.refusal()?.code).toBe('trading-off');
  setFull(false);
  expect(guard.refusal()?.code).toBe('trading-off');
  expect(start().refusal()?.message).toContain('pressed');
});
