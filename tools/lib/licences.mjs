import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';

// Licences that allow handing the program on with nothing but their text beside it.
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'CC0-1.0',
]);

/** The packages that come with the program: what package-lock.json does not call development, installed here. */
export function shippedPackages(lockfile, base = root) {
  return Object.keys(lockfile.packages)
    .filter((location) => location !== '' && !lockfile.packages[location].dev)
    .filter((location) => !lockfile.packages[location].devOptional)
    .filter((location) => fs.existsSync(path.join(base, location, 'package.json')))
    .map((location) => describe(location, base))
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

function describe(location, base) {
  const folder = path.join(base, location);
  const { name, version, license, author, repository } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
  const holder = typeof author === 'string' ? author : author && author.name;
  const source = typeof repository === 'string' ? repository : repository && repository.url;
  return { name, version, licence: license, holder, source, text };
}

/** The text that lies beside the program. Throws when a package's licence is not one we may hand on. */
export function licencesText(packages) {
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const names = refused.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Problem(`licences that nobody has agreed to: ${names}. See tools/lib/licences.mjs.`);
  }
  const head = `Portico is made with the following ${packages.length} packages. Electron's and Chromium's own licences lie beside the program as LICENSE.electron.txt and LICENSES.chromium.html.\n`;
  return [head].concat(packages.map(section)).join('\n');
}

// "A OR B" leaves the choice to us, "A AND B" needs both.
function isAllowed(licence) {
  if (typeof licence !== 'string') return false;
  const words = licence.replace(/[()]/g, '');
  return words.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}

function section({ name, version, licence, holder, source, text }) {
  const facts = [holder && `by ${holder}`, source].filter(Boolean).join(', ');
  // Some packages name their licence without enclosing its text.
  return `${'='.repeat(80)}\n${name} ${version}: ${licence}${facts ? `, ${facts}` : ''}\n\n${text || `Licensed under ${licence}; the package encloses no text of it.`}\n`;
}
