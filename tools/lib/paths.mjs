import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these tools belong to, wherever they were started from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where this checkout keeps what can be made again (ignored by git). */
export const repoCache = path.join(root, '.cache');

/** The user's cache folder for Portico: shared by all checkouts, so the Electron runtime is fetched once. */
export const userCache = path.join(userCacheBase(process.platform, process.env, os.homedir()), 'portico');

function userCacheBase(platform, env, home) {
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches');
  if (platform === 'win32') return env.LOCALAPPDATA || path.join(home, 'AppData', 'Local');
  return env.XDG_CACHE_HOME || path.join(home, '.cache');
}
