// Seam: the tree is the architecture. The compiler refuses most wrong imports; this test says why, and covers
// what project references cannot see.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = process.cwd();
const folders = ['shared', 'electron', 'renderer', 'test'];

const sources = folders.flatMap((folder) => walk(join(root, folder))).filter((path) => /\.tsx?$/.test(path));
const production = sources.filter((path) => !/\.test\.tsx?$/.test(path) && !name(path).startsWith('test/'));

// From which folder, to which folder, and why not. The first match decides.
const forbidden: ReadonlyArray<readonly [from: RegExp, to: RegExp, reason: string]> = [
  [/^shared\//, /^(electron|renderer|test)\//, 'shared is pure vocabulary: it knows neither process'],
  [/^electron\/practice\//, /^(?!electron\/practice\/)/, 'practice and client share no belief about IBKR'],
  [/^electron\/(?!practice\/)/, /^electron\/practice\//, 'practice is reached over the wire only'],
  [/^electron\/gateway\//, /^electron\/(?!gateway\/|support\/)/, 'gateway speaks IBKR and nothing else'],
  [/^electron\/support\//, /^electron\/(?!support\/)|^shared\//, 'support has no domain words'],
  [/^electron\/store\//, /^electron\/(?!store\/|support\/)/, 'store keeps data; it decides nothing'],
  [/^electron\/services\//, /^electron\/(shell|ipc|preload)\//, 'services do not know who asks'],
  [/^electron\//, /^renderer\//, 'main does not know the window'],
  [/^renderer\//, /^electron\//, 'the renderer reaches main through the contract only'],
  [/^renderer\/(ui|format)\//, /^renderer\/(?!ui\/|format\/)/, 'ui and format are dumb parts'],
  [/^renderer\/(ipc|live|state)\//, /^renderer\/(features|app)\//, 'ipc, live and state know no feature'],
  [/^renderer\/features\//, /^renderer\/app\//, 'features do not know the app'],
];

it('imports follow the tree', () => {
  expect(production.length).toBeGreaterThan(50);
  const wrong = production.flatMap((path) =>
    importsOf(path).flatMap((target) => {
      const [from, to] = [name(path), name(target)];
      const reason =
        /^electron\/core[./]/.test(from) || from.startsWith('electron/main.ts')
          ? undefined
          : forbidden.find(([a, b]) => a.test(from) && b.test(to))?.[2];
      const between = featureOf(from) !== null && featureOf(to) !== null && featureOf(from) !== featureOf(to);
      return reason !== undefined || between
        ? [`${from} → ${to}: ${reason ?? 'no feature imports another'}`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

it('only the shell, main, preload and the transport touch Electron', () => {
  const touching = production.filter((path) => /from 'electron'/.test(readFileSync(path, 'utf8'))).map(name);
  expect(
    touching.filter(
      (path) => !/^electron\/(main\.ts|shell\/|preload\/|ipc\/electron-transport\.ts)/.test(path),
    ),
  ).toEqual([]);
});

it('no file passes 400 lines', () => {
  const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;
  expect(sources.filter((path) => lines(path) > 400).map(name)).toEqual([]);
});

it('nothing switches certificate checks off', () => {
  // Reading the variable is allowed: the shell refuses to start where somebody else has set it.
  const marks =
    /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED['"\]]*(:| =) |certificate-error|setCertificateVerifyProc|net\.(fetch|request)\(/;
  expect(production.filter((path) => marks.test(readFileSync(path, 'utf8'))).map(name)).toEqual([]);
});

function walk(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((entry) => walk(join(path, entry)));
}

function importsOf(path: string): string[] {
  const specifiers = [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
  return specifiers.flatMap(([, specifier]) =>
    specifier === undefined ? [] : [resolve(dirname(path), specifier)],
  );
}

function name(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}
