// Seam: the program exactly as it is handed over. No test driver can speak to it (that is one of its promises), so
// it is judged by what it writes, where it listens and when it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { listeningPorts } from '../support/listening-ports';

const shipped = String(process.env['PORTICO_PACKAGED']);
const driven = String(process.env['PORTICO_ELECTRON']);
const linux = process.platform === 'linux';

let folder = '';
let running: ChildProcess[] = [];
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-shipped-'));
});
test.afterEach(async () => {
  for (const child of running.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  running = [];
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Settles when the desk stands on its gateway, or the program ends. */
  readonly settled: () => Promise<'ready' | number | null>;
}

function start(args: readonly string[] = [], env: Record<string, string> = {}, program = shipped): Started {
  const sandbox = process.env['PORTICO_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  const child = spawn(program, [`--user-data-dir=${folder}`, ...sandbox, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const log = join(folder, 'logs', 'portico.log');
  const isReady = (): boolean => existsSync(log) && readFileSync(log, 'utf8').includes('"status":"ready"');
  return {
    child,
    said: () => said,
    settled: async () => {
      await expect.poll(() => isReady() || child.exitCode !== null, { timeout: 30_000 }).toBe(true);
      return child.exitCode ?? 'ready';
    },
  };
}

test('differs from the program the tests drive in one byte: the fuse of the inspector', () => {
  test.skip(process.platform === 'darwin', 'macOS signs each copy anew');
  const [a, b] = [readFileSync(shipped), readFileSync(driven)];
  expect(a.length).toBe(b.length);
  const differences: number[] = [];
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) differences.push(index);
  expect(
    differences.map((index) => [a[index], b[index]].map((byte) => String.fromCharCode(byte ?? 0))),
  ).toEqual([['0', '1']]);
  const archive = (program: string): Buffer => readFileSync(join(dirname(program), 'resources', 'app.asar'));
  expect(archive(shipped).equals(archive(driven))).toBe(true);
});

test('starts on the practice gateway that is inside it, and listens on no port itself', async () => {
  const started = start();
  expect(await started.settled(), started.said()).toBe('ready');
  if (linux) expect(listeningPorts(started.child.pid ?? 0)).toEqual([]);
});

test('opens no debugging port, whatever it is asked by', async () => {
  test.skip(!linux, "reads Linux' own tables of sockets");
  const port = await freePort();
  const inspected = start([`--inspect=${port}`, `--inspect-brk=${port}`]);
  expect(await inspected.settled(), inspected.said()).toBe('ready');
  expect(listeningPorts(inspected.child.pid ?? 0)).toEqual([]);
  // The signal that opens Node's inspector has no listener any more, so it does what such a signal does: it ends us.
  const gone = once(inspected.child, 'exit');
  inspected.child.kill('SIGUSR1');
  expect(await gone).toEqual([null, 'SIGUSR1']);
  expect(inspected.said()).not.toContain('Debugger listening');
});

test('does not start with a debugging port of Chromium', async () => {
  const started = start([`--remote-debugging-port=${await freePort()}`]);
  expect(await started.settled()).toBe(2);
  expect(started.said()).toContain('does not let itself be debugged');
});

test('does not start with certificate checks switched off from outside', async () => {
  const started = start([], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  expect(await started.settled()).toBe(2);
  expect(started.said()).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
});

test('is no Node: neither ELECTRON_RUN_AS_NODE nor NODE_OPTIONS runs code in it', async () => {
  const trace = join(folder, 'ran');
  const script = join(folder, 'script.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const asNode = start([script], { ELECTRON_RUN_AS_NODE: '1' });
  expect(await asNode.settled(), asNode.said()).toBe('ready');
  asNode.child.kill('SIGKILL');
  await once(asNode.child, 'exit');
  rmSync(join(folder, 'logs'), { recursive: true });
  const withOptions = start([], { NODE_OPTIONS: `--require=${script}` });
  expect(await withOptions.settled(), withOptions.said()).toBe('ready');
  expect(existsSync(trace)).toBe(false);
});

test('runs its own archive, not a folder laid beside it', async () => {
  test.skip(!linux, 'on macOS and Windows the signature covers it');
  const copy = join(folder, 'copy');
  cpSync(dirname(shipped), copy, { recursive: true, verbatimSymlinks: true });
  const trace = join(folder, 'ran');
  const app = join(copy, 'resources', 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "name": "evil", "main": "main.js" }');
  writeFileSync(join(app, 'main.js'), `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const started = start([], {}, join(copy, basename(shipped)));
  expect(await started.settled(), started.said()).toBe('ready');
  expect(existsSync(trace)).toBe(false);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server's address is an AddressInfo; only pipes have a string.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
