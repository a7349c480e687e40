import fs from 'node:fs';
import path from 'node:path';
import { hasDisplay, whichProgram } from './display.mjs';
import { Problem, say } from './problem.mjs';
import { lastLines, runQuietly } from './run.mjs';

// Names on Debian 12; Ubuntu 24.04 and Debian 13 renamed some of them with the suffix t64.
const libraryPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
];
const displayPackages = ['xvfb', 'xauth'];
const fontPackages = ['fonts-dejavu-core'];

/**
 * On Linux, makes sure that Electron can load its shared libraries, has a font, and has a display to draw on.
 * Installs what is missing as root on Debian and Ubuntu; elsewhere fails with the exact command to run.
 */
export async function ensureSystemLibraries(executable) {
  if (process.platform !== 'linux') return;
  const lacking = await findLacking(executable);
  if (lacking.reasons.length === 0) return;

  const because = lacking.reasons.join('; ');
  if (!whichProgram('apt-get')) {
    throw new Problem(
      `Electron cannot run here (${because}): install what Debian calls ${lacking.packages.join(' ')}, then run the same command again.`,
    );
  }
  const packages = await namesHere(await notInstalled(lacking.packages));
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid() !== 0) {
    throw new Problem(
      `Electron cannot run here (${because}): run \`sudo ${command}\`, then the same command again.`,
    );
  }
  say(`installing ${packages.join(' ')} (${because}) …`);
  await install(packages, command);
  const still = await findLacking(executable);
  if (still.reasons.length > 0) {
    throw new Problem(`\`${command}\` went through, but still: ${still.reasons.join('; ')}.`);
  }
}

async function findLacking(executable) {
  const reasons = [];
  let packages = [];
  const libraries = missingLibraries((await runQuietly('ldd', [executable])).output);
  if (libraries.length > 0) {
    reasons.push(`missing ${libraries.join(', ')}`);
    packages = packages.concat(libraryPackages);
  }
  if (!hasDisplay() && !whichProgram('Xvfb')) {
    reasons.push('no display and no Xvfb to replace it');
    packages = packages.concat(displayPackages);
  }
  if (!hasFont('/usr/share/fonts') && !hasFont('/usr/local/share/fonts')) {
    reasons.push('no font installed');
    packages = packages.concat(fontPackages);
  }
  return { reasons, packages };
}

/** The shared libraries that `ldd` could not find, each once. */
export function missingLibraries(lddOutput) {
  const lines = lddOutput.split('\n').filter((line) => line.includes('=> not found'));
  return Array.from(new Set(lines.map((line) => line.trim().split(' ')[0])));
}

function hasFont(folder) {
  if (!fs.existsSync(folder)) return false;
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .some((entry) =>
      entry.isDirectory() ? hasFont(path.join(folder, entry.name)) : /\.(ttf|otf|ttc)$/.test(entry.name),
    );
}

async function notInstalled(packages) {
  const query = ['-W', '-f', '${Package} ${db:Status-Status}\\n'];
  const names = packages.concat(packages.map((name) => `${name}t64`));
  const { output } = await runQuietly('dpkg-query', query.concat(names));
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  const absent = packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
  // Should the list be outgrown (a library from a package we do not know of), name all rather than nothing.
  return absent.length > 0 ? absent : packages;
}

async function namesHere(packages) {
  if (!hasPackageLists()) await updatePackageLists();
  const renamed = packages.map((name) => `${name}t64`);
  const { output } = await runQuietly('apt-cache', ['--no-all-versions', 'show'].concat(renamed));
  const known = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('Package: '))
      .map((line) => line.slice(9)),
  );
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

function hasPackageLists() {
  const folder = '/var/lib/apt/lists';
  return fs.existsSync(folder) && fs.readdirSync(folder).some((name) => name.includes('_Packages'));
}

async function updatePackageLists() {
  if (process.getuid() !== 0) return;
  say('updating the package lists …');
  await runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update', '-q']);
}

async function install(packages, command) {
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-q', '--no-install-recommends'].concat(
    packages,
  );
  const env = Object.assign({}, process.env, { DEBIAN_FRONTEND: 'noninteractive' });
  let result = await runQuietly('apt-get', args, { env });
  if (result.code !== 0) {
    // Old lists name package versions that the mirror no longer has.
    await updatePackageLists();
    result = await runQuietly('apt-get', args, { env });
  }
  if (result.code === 0) return;
  process.stderr.write(`${lastLines(result.output, 15)}\n`);
  throw new Problem(
    `\`${command}\` failed (its last lines are above): mend that, then run the same command again.`,
  );
}
