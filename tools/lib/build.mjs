import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { repoCache, root } from './paths.mjs';
import { Problem, say } from './problem.mjs';
import { lastLines, runQuietly } from './run.mjs';

// Whatever Vite reads for dist/: tour and benches are bundled from test/ with their helpers.
const sources = ['shared', 'electron', 'renderer', 'test/e2e', 'test/bench', 'test/support'];
const settings = ['vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'];
const outputs = [
  'dist/main/main.cjs',
  'dist/preload/preload.cjs',
  'dist/practice/cli.cjs',
  'dist/gateway/cli.cjs',
  'dist/tour/tour.cjs',
  'dist/bench/bench.cjs',
  'dist/renderer/index.html',
];

// Inside a folder that Vite empties, so that a build by hand (`npm run build`) removes it and is not mistaken for ours.
const stampFile = path.join(root, 'dist', 'main', '.built-from');

/** Builds dist/ unless it was built from exactly these sources. */
export async function ensureBuild() {
  if (isUpToDate()) return;
  await withLock(path.join(repoCache, 'build.lock'), async () => {
    if (isUpToDate()) return;
    // Taken before the build: an edit made while it runs is then built next time.
    const builtFrom = hashSources(root);
    say('building …');
    const started = Date.now();
    fs.rmSync(stampFile, { force: true });
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const { code, output } = await runQuietly(process.execPath, [vite, 'build', '--app'], { cwd: root });
    if (code !== 0) {
      process.stderr.write(`${lastLines(output)}\n`);
      throw new Problem('the build failed: its last lines are above.');
    }
    const absent = outputs.filter((file) => !fs.existsSync(path.join(root, file)));
    if (absent.length > 0)
      throw new Problem(`the build did not write ${absent.join(', ')}: see vite.config.ts.`);
    fs.writeFileSync(stampFile, builtFrom);
    say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  });
}

/** A hash of every file the build reads (path and content; tests beside the sources do not count). */
export function hashSources(base) {
  const hash = createHash('sha256');
  const files = sources.reduce((all, folder) => all.concat(filesBelow(base, folder)), settings);
  for (const file of files.filter((name) => !/\.(test|e2e)\.tsx?$/.test(name))) {
    hash.update(`${file}\0`);
    hash.update(readIfPresent(path.join(base, file)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(base, folder) {
  const absolute = path.join(base, folder);
  if (!fs.existsSync(absolute)) return [];
  const entries = fs.readdirSync(absolute, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .reduce((all, entry) => {
      const child = `${folder}/${entry.name}`;
      return all.concat(entry.isDirectory() ? filesBelow(base, child) : [child]);
    }, []);
}

// Editors and other engineers save by renaming: a file may vanish between the listing and the reading.
function readIfPresent(file) {
  return fs.existsSync(file) ? fs.readFileSync(file) : '';
}

function isUpToDate() {
  if (!outputs.every((file) => fs.existsSync(path.join(root, file))) || !fs.existsSync(stampFile))
    return false;
  return fs.readFileSync(stampFile, 'utf8') === hashSources(root);
}
