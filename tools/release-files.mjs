// npm run release-files: gathers in out/release what is handed over beside a release: the installers of
// out/package, their SHA-256 sums, the list of everything inside (CycloneDX), its licences, and the release notes.
import './lib/node-version.mjs';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { licencesText, shippedPackages } from './lib/licences.mjs';
import { runNpm } from './lib/npm.mjs';
import { root } from './lib/paths.mjs';
import { Problem, runMain, say } from './lib/problem.mjs';
import { releaseNotes } from './lib/release-notes.mjs';

const release = path.join(root, 'out', 'release');
const installer = /\.(AppImage|deb|tar\.gz|dmg|exe)$/;

runMain(async () => {
  await ensureDependencies();
  fs.rmSync(release, { recursive: true, force: true });
  fs.mkdirSync(release, { recursive: true });
  for (const file of installers()) fs.copyFileSync(file, path.join(release, path.basename(file)));
  fs.writeFileSync(path.join(release, 'sbom.cdx.json'), await softwareList());
  fs.writeFileSync(
    path.join(release, 'licences.txt'),
    licencesText(shippedPackages(readJson('package-lock.json'))),
  );
  const { version } = readJson('package.json');
  const changelog = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  fs.writeFileSync(path.join(release, 'RELEASE-NOTES.md'), releaseNotes(changelog, version));
  // Last, so that it covers all of them. `sha256sum -c SHA256SUMS` checks it.
  const files = fs.readdirSync(release).sort();
  const sums = await Promise.all(
    files.map(async (file) => `${await sha256(path.join(release, file))}  ${file}\n`),
  );
  fs.writeFileSync(path.join(release, 'SHA256SUMS'), sums.join(''));
  say(`${files.length + 1} files in out/release: ${files.concat('SHA256SUMS').join(', ')}.`);
});

function installers() {
  const folder = path.join(root, 'out', 'package');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((file) => installer.test(file))
    .map((file) => path.join(folder, file));
}

// What the lock file says is shipped; npm writes the format itself.
async function softwareList() {
  const { code, output } = await runNpm(
    ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'],
    { cwd: root },
  );
  if (code !== 0) throw new Problem(`npm sbom failed: ${output.slice(0, 500)}`);
  const list = JSON.parse(output);
  // npm names it after the folder.
  list.metadata.component.name = 'portico';
  const { electron } = readJson('package.json').devDependencies;
  // The runtime is a development dependency to npm, and the largest part of what is shipped.
  list.components.push({
    ...{ 'bom-ref': `electron@${electron}`, type: 'framework', name: 'electron', version: electron },
    ...{ scope: 'required', purl: `pkg:npm/electron@${electron}`, licenses: [{ license: { id: 'MIT' } }] },
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

async function sha256(file) {
  const hash = createHash('sha256');
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
