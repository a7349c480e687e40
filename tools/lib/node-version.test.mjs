// Seam: an old Node hears one sentence. It can only do so if it can parse and link everything the entries import.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.mjs';

const tools = path.join(root, 'tools');
const entries = fs.readdirSync(tools).filter((name) => name.endsWith('.mjs'));
const sources = ['', 'lib'].flatMap((folder) =>
  fs
    .readdirSync(path.join(tools, folder))
    .filter((name) => name.endsWith('.mjs') && !name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name)),
);
const read = (file) => fs.readFileSync(path.join(tools, file), 'utf8');

test.each(entries)('%s checks the version before it imports anything else', (entry) => {
  expect(/^import .*$/m.exec(read(entry))?.[0]).toBe("import './lib/node-version.mjs';");
});

// A rough net for what is easily written by habit; `process.exit` comes too late for a file that does not parse.
test.each(sources)('%s uses no syntax newer than Node 14', (file) => {
  const code = read(file).replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '');
  expect(code).not.toMatch(/\?\?=|\|\|=|&&=|^await |^\s+(static )?#|^import .* with /m);
});
