// Seam: what is handed on carries the licence of everything in it, and nothing under one we did not agree to.
import fs from 'node:fs';
import { expect, it } from 'vitest';
import { licencesText, shippedPackages } from './licences.mjs';

const lockfile = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const one = (licence) => [{ name: 'a', version: '1.0.0', licence, text: 'words' }];

it('names every dependency of package.json and none of its tools', () => {
  const names = shippedPackages(lockfile).map(({ name }) => name);
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const tool of Object.keys(devDependencies)) expect(names).not.toContain(tool);
});

it('accepts a choice of licences and refuses what was not agreed to', () => {
  expect(licencesText(one('(GPL-3.0 OR MIT)'))).toContain('a 1.0.0');
  for (const licence of ['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', undefined])
    expect(() => licencesText(one(licence))).toThrow('nobody has agreed');
});

it('says what a package without a text says of itself', () => {
  expect(licencesText([{ name: 'b', version: '2.0.0', licence: 'MIT', text: '' }])).toContain(
    'encloses no text',
  );
});
