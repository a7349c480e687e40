// Promise to whoever starts the program: one line when it serves, a clean end, the CA kept only when asked to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

const program = resolve(import.meta.dirname, '../../dist/practice/cli.cjs');
const built = existsSync(program);

async function start(...args: string[]) {
  const child = spawn(process.execPath, [program, '--json', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const announced = JSON.parse(line) as {
    url: string;
    cacert: string;
    pid: number;
    seed: number;
    scenario: string;
  };
  const stop = async () => {
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  };
  return { announced, stop, child };
}

async function run(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, errors };
}

const get = (url: string, ca: string) =>
  new Promise<number>((done, fail) => {
    request(url, { ca }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .on('error', fail)
      .end();
  });

describe.skipIf(!built)(built ? 'the program' : 'skipped: dist/practice is not built', () => {
  it('announces itself, serves on the CA it names, ends with 0 and leaves nothing behind', async () => {
    const { announced, stop, child } = await start('--seed', '9');
    expect(announced).toMatchObject({ pid: child.pid, seed: 9, scenario: 'individual' });
    expect(await get(`${announced.url}/iserver/accounts`, readFileSync(announced.cacert, 'utf8'))).toBe(200);
    expect(await stop()).toBe(0);
    expect(existsSync(announced.cacert)).toBe(false);
  });

  it('is verified by name: another CA is refused', async () => {
    const [one, other] = [await start(), await start()];
    await expect(
      get(`${one.announced.url}/iserver/accounts`, readFileSync(other.announced.cacert, 'utf8')),
    ).rejects.toThrow(/certificate|verify/);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('keeps its CA in --cert-dir, readable by its owner alone, and uses it again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-ca-'));
    const first = await start('--cert-dir', folder);
    const ca = readFileSync(first.announced.cacert, 'utf8');
    expect(statSync(join(folder, 'ca-key.pem')).mode & 0o777).toBe(0o600);
    await first.stop();
    const second = await start('--cert-dir', folder);
    expect(readFileSync(second.announced.cacert, 'utf8')).toBe(ca);
    expect(await get(`${second.announced.url}/iserver/accounts`, ca)).toBe(200);
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  it('says in one sentence what is wrong', async () => {
    const { announced, stop } = await start();
    const { port } = new URL(announced.url);
    expect(await run('--port', port)).toEqual({
      code: 1,
      errors: `Port ${port} on 127.0.0.1 is in use; choose another with --port.\n`,
    });
    expect(await run('--port', 'x')).toEqual({
      code: 2,
      errors: '--port takes a number from 0 to 65535, not x.\n',
    });
    await stop();
  });
});
