import fs from 'node:fs';
import path from 'node:path';
import { allowInspector, compareFuses, decidedFuses, readFuses } from './fuses.mjs';
import { licencesText, shippedPackages } from './licences.mjs';
import { root } from './paths.mjs';
import { Problem, say } from './problem.mjs';

export const packageFolder = path.join(root, 'out', 'package');
const trialNotice = 'TRIAL BUILD - NEVER FOR USERS.txt';

/**
 * Packs dist/ with the given runtime. A runtime that is not the pinned official one makes a trial build: named so
 * in its version, its files and beside its program.
 * @param electron as of tools/electron-runtime.mjs
 * @param targets electron-builder's target names; none makes the unpacked program only
 * @returns {Promise<{ program: string, trial: boolean, artifacts: string[] }>} `program`: the executable
 */
export async function pack(electron, targets = []) {
  const { build, Platform, archFromString } = await import('electron-builder');
  const trial = electron.source !== 'official';
  const { version } = readJson('package.json');
  writeLicences();
  const fuses = await fusesFor(electron.executable);
  let program;
  const artifacts = await build({
    projectDir: root,
    targets: Platform.current().createTarget(
      targets.length > 0 ? targets : ['dir'],
      archFromString(targets.length > 0 && process.platform === 'darwin' ? 'universal' : process.arch),
    ),
    publish: 'never',
    config: {
      electronDist: distOf(electron.executable),
      electronVersion: electron.version,
      ...(trial ? trialOf(version, electron.version) : {}),
      afterPack: ({ appOutDir, packager }) => {
        // The stock runtime's default app would be an application beside the archive.
        fs.rmSync(path.join(packager.getResourcesDir(appOutDir), 'app'), { recursive: true, force: true });
        if (trial) fs.writeFileSync(path.join(appOutDir, trialNotice), trialText(electron));
        // Here, since a value given as null above would not override the file's.
        packager.config.electronFuses = fuses;
        program = programIn(appOutDir, packager);
      },
    },
  });
  if (!program) throw new Problem('electron-builder packed nothing.');
  const differences = compareFuses(await readFuses(program), decidedFuses());
  if (differences.length > 0) throw new Problem(`fuses are not as decided: ${differences.join('; ')}.`);
  return { program, trial, artifacts };
}

/** A copy that differs in one fuse: Node's inspector, through which test drivers speak. */
export async function drivenTwin(program) {
  const folder = appFolderOf(program);
  const twin = path.join(packageFolder, 'driven-twin', path.basename(folder));
  fs.rmSync(path.dirname(twin), { recursive: true, force: true });
  fs.cpSync(folder, twin, { recursive: true, verbatimSymlinks: true, mode: fs.constants.COPYFILE_FICLONE });
  const executable = path.join(twin, path.relative(folder, program));
  await allowInspector(executable);
  return executable;
}

function writeLicences() {
  const packages = shippedPackages(readJson('package-lock.json'));
  fs.writeFileSync(path.join(root, 'dist', 'licences.txt'), licencesText(packages));
  say(`licences of ${packages.length} packages written.`);
}

// A fuse that this runtime does not have cannot be set: asking for it would end the build.
async function fusesFor(executable) {
  const present = await readFuses(executable);
  const decided = decidedFuses();
  const missing = Object.keys(decided).filter((name) => !(name in present));
  if (missing.length > 0) say(`this runtime has no fuse ${missing.join(', ')}: left out.`);
  return Object.fromEntries(Object.entries(decided).filter(([name]) => name in present));
}

function trialOf(version, electronVersion) {
  return {
    extraMetadata: { version: `${version}-trial.${electronVersion.split('.')[0]}` },
    artifactName: 'Portico-TRIAL-never-for-users-${version}-${os}-${arch}.${ext}',
  };
}

const trialText = ({ version, source }) =>
  `Made with Electron ${version} (${source}), not the official one that package.json pins. For trying the packaging only.\n`;

function programIn(appOutDir, packager) {
  const { productFilename } = packager.appInfo;
  if (process.platform === 'darwin')
    return path.join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename);
  if (process.platform === 'win32') return path.join(appOutDir, `${productFilename}.exe`);
  return path.join(appOutDir, packager.executableName);
}

const appFolderOf = (program) =>
  process.platform === 'darwin' ? path.resolve(program, '..', '..', '..') : path.dirname(program);

/** Where an Electron distribution lies whose executable is known. */
const distOf = (executable) =>
  process.platform === 'darwin' ? path.resolve(executable, '..', '..', '..', '..') : path.dirname(executable);

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
