// Seam: panels and mutations; whatever happens at the bridge is a value or a `CallFailure`, never a surprise.
import { afterEach, assert, expect, it, vi } from 'vitest';
import { call, CallFailure, failureOf, tryCall } from './client';

afterEach(() => vi.unstubAllGlobals());
const answering = (call: () => Promise<string>): void => void vi.stubGlobal('window', { portico: { call } });

it('hands the answer through', async () => {
  answering(async () => JSON.stringify({ ok: true, value: [] }));
  expect(await call('accounts.list', {})).toEqual([]);
});

it('turns an expected failure into one that a query can carry', async () => {
  const error = { code: 'pacing', message: 'Too fast.', meaning: '', action: '' };
  answering(async () => JSON.stringify({ ok: false, error }));
  const thrown = await call('accounts.list', {}).catch((cause: unknown) => cause);
  assert(thrown instanceof CallFailure);
  expect(failureOf(thrown)).toEqual(error);
});

it.each([
  ['a refused call', async (): Promise<string> => Promise.reject(new Error('refused'))],
  ['an answer that is no JSON', async (): Promise<string> => 'oops'],
])('does not throw on %s, and does not claim to know what happened', async (_name, answer) => {
  answering(answer);
  const result = await tryCall('accounts.list', {});
  assert(!result.ok);
  expect(result.error.code).toBe('internal');
  expect(result.error.meaning).toContain('not known');
});

it('says so when there is no bridge', async () => {
  vi.stubGlobal('window', {});
  expect((await tryCall('accounts.list', {})).ok).toBe(false);
});
