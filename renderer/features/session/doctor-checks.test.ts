// Seam: the doctor's reading of every session state: one step is to blame, and says what to do.
import { expect, it } from 'vitest';
import { sessionStatuses, type SessionState } from '../../../shared/domain/session';
import { doctorChecks } from './doctor-checks';

const session = (over: Partial<SessionState>): SessionState => ({
  ...{ status: 'ready', sinceMs: 0, label: '', message: 'It is so.', meaning: '', action: 'Do this.' },
  ...{
    mode: 'practice',
    login: null,
    reason: null,
    loginEndsMs: null,
    gatewayUrl: 'https://localhost:5000',
    profile: 'practice',
    stream: 'live',
  },
  ...{ lastHeardMs: 0, tradingAllowed: false },
  ...over,
});

it.each(sessionStatuses.filter((status) => status !== 'ready'))('%s stops the way at one step', (status) => {
  const checks = doctorChecks(session({ status, stream: 'off' }));
  const stops = checks.filter(({ state }) => state === 'bad' || state === 'wait');
  expect(stops).toHaveLength(1);
  expect(stops[0]?.sentence).toBe('It is so. Do this.');
  const at = checks.indexOf(stops[0] as (typeof checks)[number]);
  expect(checks.slice(0, at).every(({ state }) => state === 'ok')).toBe(true);
  expect(checks.slice(at + 1).every(({ state }) => state === 'not-reached')).toBe(true);
});

it('finds everything right, or only the stream still opening', () => {
  expect(doctorChecks(session({})).every(({ state }) => state === 'ok')).toBe(true);
  expect(doctorChecks(session({ stream: 'reconnecting' })).map(({ state }) => state)).toEqual([
    ...Array.from({ length: 6 }, () => 'ok'),
    'wait',
  ]);
});
