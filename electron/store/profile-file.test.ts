// Seam: gateways and pinned certificates on disk. A damaged file must neither stop the start nor be lost.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJsonFile } from './json-file';
import { createProfileFile, practiceProfile } from './profile-file';

let path = '';
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'portico-profiles-')), 'connections.json');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

const mine = {
  ...{ id: 'mine', name: 'Mine', kind: 'paper' as const, gatewayUrl: 'https://localhost:5000/v1/api' },
  cacertPath: null,
} as const;
const pin = {
  fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
  pem: 'PEM',
  pinnedMs: 1,
};

it('keeps profiles, the choice and pins over a restart, for this user only', () => {
  const first = createProfileFile(createJsonFile(path));
  expect(first.chosen()).toEqual(practiceProfile);
  first.save(mine);
  first.choose('mine');
  first.setPin('localhost:5000', pin);
  const second = createProfileFile(createJsonFile(path));
  expect(second.chosen()).toEqual(mine);
  expect(second.pinOf('localhost:5000')).toEqual(pin);
  expect(second.pinOf('localhost:5001')).toBeNull();
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('goes back to practice when the chosen profile is removed', () => {
  const file = createProfileFile(createJsonFile(path));
  file.save(mine);
  file.choose('mine');
  file.remove('mine');
  expect(file.chosen()).toEqual(practiceProfile);
});

it.each(['', '{"version": 2}', 'not json at all', '{"version":1,"profiles":[{"id":"../x"}]}'])(
  'starts on practice with a file that does not fit: %j',
  (text) => {
    writeFileSync(path, text);
    const file = createProfileFile(createJsonFile(path));
    expect(file.profiles()).toEqual([practiceProfile]);
    file.save(mine);
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(createProfileFile(createJsonFile(path)).profiles()).toEqual([practiceProfile, mine]);
  },
);
