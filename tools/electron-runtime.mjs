// Which Electron runs the app: ELECTRON_OVERRIDE_DIST_PATH, the official one, or a stock one carried by npm.
//   node tools/electron-runtime.mjs --print   one JSON line {"executable","version","source"} on stdout
//   node tools/electron-runtime.mjs --retry   the same, after forgetting that the official download failed
import './lib/node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { executableInside, officialElectron, versionInside } from './lib/official-electron.mjs';
import { Problem, runMain, say } from './lib/problem.mjs';
import { stockElectron, stockElectronFits } from './lib/stock-electron.mjs';

/** @returns {Promise<{ executable: string, version: string, source: 'override' | 'official' | 'stock' }>} */
export async function resolveElectron({ retry = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromOverride(override);

  const official = await officialElectron({ haveFallback: stockElectronFits, retry });
  if (official.executable) return chosen(official, 'official', 'the pinned official build');

  if (!stockElectronFits) {
    throw new Problem(
      `Electron ${official.unavailable}: connect this machine and run the same command again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron for ${process.platform}-${process.arch}.`,
    );
  }
  const why = `the official ${official.unavailable}; this one is end-of-life: for development and tests only, never for users`;
  return chosen(await stockElectron(), 'stock', why);
}

function fromOverride(folder) {
  const executable = executableInside(path.resolve(folder));
  if (!fs.existsSync(executable)) {
    throw new Problem(
      `ELECTRON_OVERRIDE_DIST_PATH is set but ${executable} does not exist: correct it or unset it.`,
    );
  }
  const version = versionInside(path.resolve(folder)) || 'unknown';
  return chosen({ executable, version }, 'override', 'ELECTRON_OVERRIDE_DIST_PATH is set');
}

function chosen({ executable, version }, source, why) {
  say(`Electron ${version} (${source}): ${why}.`);
  return { executable, version, source };
}

async function main() {
  const runtime = await resolveElectron({ retry: process.argv.includes('--retry') });
  process.stdout.write(`${JSON.stringify(runtime)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runMain(main);
