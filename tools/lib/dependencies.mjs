import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { isNetworkFailure, runNpm } from './npm.mjs';
import { repoCache, root } from './paths.mjs';
import { Problem, say } from './problem.mjs';

/** Makes node_modules what package-lock.json says; does nothing (about 20 ms) when it already is. */
export async function ensureDependencies() {
  if (isUpToDate()) return;
  await withLock(path.join(repoCache, 'install.lock'), async () => {
    if (isUpToDate()) return;
    say('installing npm packages (about half a minute) …');
    const { code, output } = await runNpm(['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: root,
    });
    if (code === 0) return;
    if (isNetworkFailure(output)) {
      throw new Problem(
        'npm packages cannot be downloaded because the npm registry is not reachable: ' +
          'connect this machine (behind a proxy: `npm config set proxy URL`), then run the same command again.',
      );
    }
    throw new Problem(
      '`npm ci` failed: its first lines are above; mend that, then run the same command again.',
    );
  });
}

/**
 * Compares what npm wrote at the end of its last install with what is asked for now. That is stricter than a
 * stamp of our own: an install by hand counts, an interrupted one does not.
 * @param wanted parsed package-lock.json
 * @param installed parsed node_modules/.package-lock.json
 */
export function matchesLockfile(wanted, installed) {
  const packages = Object.keys(wanted.packages).filter((location) => location !== '');
  const known = new Set(packages);
  if (!Object.keys(installed.packages).every((location) => known.has(location))) return false;
  return packages.every((location) => {
    const want = wanted.packages[location];
    const have = installed.packages[location];
    // npm leaves out optional packages made for other platforms.
    if (have === undefined) return want.optional === true || want.devOptional === true;
    return have.version === want.version && have.integrity === want.integrity;
  });
}

function isUpToDate() {
  const wanted = readJson(path.join(root, 'package-lock.json'));
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  return wanted !== undefined && installed !== undefined && matchesLockfile(wanted, installed);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
