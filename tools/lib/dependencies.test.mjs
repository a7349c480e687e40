// Seam: node_modules is reinstalled exactly when it is not what package-lock.json asks for.
import { expect, test } from 'vitest';
import { matchesLockfile } from './dependencies.mjs';

const lock = (packages) => ({ packages: Object.assign({ '': { name: 'portico' } }, packages) });
const react = { version: '19.0.0', integrity: 'sha512-a' };

test.each([
  ['the same packages', { r: react }, { r: react }, true],
  ['a package is absent', { r: react, z: react }, { r: react }, false],
  ['a package too many', { r: react }, { r: react, old: react }, false],
  ['another version', { r: react }, { r: { version: '19.0.1', integrity: 'sha512-a' } }, false],
  ['another content', { r: react }, { r: { version: '19.0.0', integrity: 'sha512-b' } }, false],
  ['an optional package for another platform', { r: react, mac: { optional: true } }, { r: react }, true],
])('%s', (_name, wanted, installed, expected) => {
  expect(matchesLockfile(lock(wanted), { packages: installed })).toBe(expected);
});
