import fs from 'node:fs';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { load } from 'js-yaml';
import { root } from './paths.mjs';

// Fuses that Electron has gained and @electron/fuses 1.8 has no name for, with what we decided: nothing to change.
const leftAsShipped = { 8: 'wasmTrapHandlers' };

/** What electron-builder.yml decides: `{ runAsNode: false, … }`. */
export function decidedFuses() {
  return load(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')).electronFuses;
}

/** The fuses of a packaged program or of a runtime, by the names of electron-builder.yml. */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  // Each fuse is one character; a removed one ("r") is nothing to decide.
  const present = Object.keys(wire).filter((key) => key !== 'version' && wire[key] !== 0x72);
  return Object.fromEntries(present.map((index) => [nameOf(index), wire[index] === 0x31]));
}

/** What differs from the decision, as sentences; empty is right. A fuse nobody has decided about is a difference. */
export function compareFuses(found, decided) {
  const undecided = Object.keys(found).filter((name) => !(name in decided) && !known(name));
  const wrong = Object.keys(found).filter((name) => name in decided && found[name] !== decided[name]);
  return undecided
    .map((name) => `${name} is in the runtime and not decided`)
    .concat(wrong.map((name) => `${name} is ${found[name]}, decided was ${decided[name]}`));
}

/** Lets Node's inspector in, which test drivers need: the only difference of the twin that is driven. */
export function allowInspector(executable) {
  return flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

function nameOf(index) {
  const name = FuseV1Options[index];
  return name ? name[0].toLowerCase() + name.slice(1) : leftAsShipped[index] || `fuse ${index}`;
}

const known = (name) => Object.values(leftAsShipped).includes(name);
