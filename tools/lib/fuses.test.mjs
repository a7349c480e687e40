// Seam: a fuse that is not as decided, or that nobody has decided about, stops the packaging.
import { FuseV1Options } from '@electron/fuses';
import { expect, it } from 'vitest';
import { compareFuses, decidedFuses } from './fuses.mjs';

it('every fuse that the tool can name is decided', () => {
  const names = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
  expect(names).toHaveLength(8);
  const decided = decidedFuses();
  for (const name of names) expect(decided).toHaveProperty(name[0].toLowerCase() + name.slice(1));
});

it('a wrong and an unknown fuse are named; a fuse that this runtime lacks is not missed', () => {
  const decided = { runAsNode: false, onlyLoadAppFromAsar: true };
  expect(compareFuses({ runAsNode: false }, decided)).toEqual([]);
  expect(compareFuses({ runAsNode: true, wasmTrapHandlers: true, 'fuse 9': true }, decided)).toEqual([
    'fuse 9 is in the runtime and not decided',
    'runAsNode is true, decided was false',
  ]);
});
