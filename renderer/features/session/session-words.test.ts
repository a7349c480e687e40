// Seam: each state offers the press that can help, and taking over is offered only where someone else holds it.
import { expect, it } from 'vitest';
import { sessionStatuses, type SessionState } from '../../../shared/domain/session';
import { sessionActions, sessionLevel, streamWords } from './session-words';

const session = (over: Partial<SessionState>): SessionState => ({
  status: 'ready',
  sinceMs: 0,
  label: '',
  message: '',
  meaning: '',
  action: '',
  mode: 'practice',
  login: null,
  reason: null,
  loginEndsMs: null,
  gatewayUrl: '',
  profile: '',
  stream: 'live',
  lastHeardMs: null,
  tradingAllowed: true,
  ...over,
});

it('offers taking over only against a competing session', () => {
  const offering = sessionStatuses.filter((status) =>
    sessionActions(session({ status })).some((name) => name === 'take-over'),
  );
  expect(offering).toEqual(['competing']);
});

it('is calm only when everything flows', () => {
  expect(sessionLevel(session({}))).toBe('ok');
  expect(sessionLevel(session({ stream: 'reconnecting' }))).toBe('wait');
  expect(sessionLevel(session({ status: 'link-lost' }))).toBe('bad');
  expect(sessionLevel(null)).toBe('wait');
});

it('never calls data live without a proven session', () => {
  expect(streamWords(session({ status: 'link-lost' }))).toBe('');
  expect(streamWords(session({ stream: 'reconnecting' }))).toBe('prices reconnecting');
});
