import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { repoCache, root } from './paths.mjs';
import { say } from './problem.mjs';
import { runQuietly } from './run.mjs';

const packageFolder = path.join(root, 'node_modules', 'electron');
const failureFile = path.join(repoCache, 'official-electron-unavailable.json');
const rememberForMs = 12 * 60 * 60 * 1000;

/**
 * The Electron that package.json pins, downloaded by its own installer when absent.
 * @param options.haveFallback another source exists: then wait only briefly, and do not try again for 12 hours
 * @param options.retry forget an earlier failure
 * @returns {Promise<{ executable, version } | { unavailable: string }>}
 */
export async function officialElectron({ haveFallback, retry }) {
  if (!fs.existsSync(packageFolder)) return { unavailable: 'npm packages are not installed yet' };
  const version = createRequire(import.meta.url)(path.join(packageFolder, 'package.json')).version;
  const installed = installedExecutable(version);
  if (installed) return { executable: installed, version };

  if (retry) fs.rmSync(failureFile, { force: true });
  const earlier = haveFallback ? readFailure(version) : undefined;
  if (earlier) return { unavailable: `${version} could not be downloaded at ${earlier.at}` };

  say(`downloading Electron ${version} …`);
  // Shorter where we can go on without it: a closed network may swallow packets instead of refusing them.
  const timeoutMs = haveFallback ? 60_000 : 15 * 60_000;
  const { output, timedOut } = await runQuietly(process.execPath, [path.join(packageFolder, 'install.js')], {
    cwd: packageFolder,
    timeoutMs,
  });
  const executable = installedExecutable(version);
  if (executable) return { executable, version };
  rememberFailure(version);
  const reason = timedOut ? `no answer within ${timeoutMs / 1000} s` : firstLine(output);
  return { unavailable: `${version} could not be downloaded (${reason})` };
}

/** Where the executable lies inside an unpacked Electron distribution. */
export function executableInside(folder, platform = process.platform) {
  if (platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** The version a distribution says it is (`v` removed), or undefined. */
export function versionInside(folder) {
  const file = path.join(folder, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function installedExecutable(version) {
  const folder = path.join(packageFolder, 'dist');
  const executable = executableInside(folder);
  // path.txt is the last thing the installer writes: without it the unpacking was interrupted.
  const complete = fs.existsSync(path.join(packageFolder, 'path.txt')) && fs.existsSync(executable);
  return complete && versionInside(folder) === version ? executable : undefined;
}

function readFailure(version) {
  try {
    const failure = JSON.parse(fs.readFileSync(failureFile, 'utf8'));
    const ageMs = Date.now() - Date.parse(failure.at);
    return failure.version === version && ageMs >= 0 && ageMs < rememberForMs ? failure : undefined;
  } catch {
    return undefined;
  }
}

function rememberFailure(version) {
  fs.mkdirSync(repoCache, { recursive: true });
  fs.writeFileSync(failureFile, JSON.stringify({ version, at: new Date().toISOString() }));
}

function firstLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('at ')) || 'no reason given';
}
