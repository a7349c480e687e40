// Makes a bare checkout runnable; does nothing, quickly, when it already is.
//   node tools/bootstrap.mjs
import './lib/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { resolveElectron } from './electron-runtime.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/problem.mjs';
import { ensureSystemLibraries } from './lib/system-libraries.mjs';

/** What the command-line programs need: npm packages and the build. */
export async function prepareProgram() {
  await ensureDependencies();
  await ensureBuild();
}

/** What the app needs on top: Electron, and on Linux the system libraries it loads. */
export async function prepareApp() {
  await ensureDependencies();
  const electron = await prepareElectron();
  await ensureBuild();
  return electron;
}

export async function prepareElectron() {
  const electron = await resolveElectron();
  await ensureSystemLibraries(electron.executable);
  return electron;
}

/**
 * The environment in which tests and the tour find this checkout and its Electron.
 * Chromium refuses to sandbox for root; only the launchers here ever turn the sandbox off, never the app itself.
 */
export function launcherEnv(electron) {
  const env = Object.assign({}, process.env, { PORTICO_ROOT: root, PORTICO_ELECTRON: electron.executable });
  delete env.ELECTRON_RUN_AS_NODE; // set in editors' terminals: it would make Electron a plain Node
  if (isRoot()) env.PORTICO_NO_SANDBOX = '1';
  return env;
}

export function isRoot() {
  return process.platform === 'linux' && process.getuid() === 0;
}

async function main() {
  await prepareApp();
  say('ready.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runMain(main);
