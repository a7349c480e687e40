import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repoRoot } from './repo-root';

export type PracticeOptions = {
  /** Default 0: any free port. */
  readonly port?: number;
  readonly seed?: number;
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
};

export type PracticeProcess = {
  readonly url: string;
  readonly wsUrl: string;
  /** File with the certificate of the CA made for this run. */
  readonly cacert: string;
  readonly pid: number;
  readonly controlUrl?: string;
  readonly controlToken?: string;
  /** What it has written to stderr so far. */
  readonly errors: () => string;
  /** Ends it as a crash would (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** Ends it politely (SIGTERM), firmly after 5 s. */
  readonly stop: () => Promise<void>;
};

/** Starts the practice gateway as a program of its own and waits until it says that it serves. */
export async function startPractice(options: PracticeOptions = {}): Promise<PracticeProcess> {
  const child = spawn(
    process.execPath,
    [
      join(repoRoot, 'dist/practice/cli.cjs'),
      ...['--json', '--port', String(options.port ?? 0)],
      ...(options.seed === undefined ? [] : ['--seed', String(options.seed)]),
      ...(options.args ?? []),
    ],
    { cwd: repoRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));

  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  const line = await firstLine(child, options.timeoutMs ?? 20_000).catch(async (error: unknown) => {
    await end(child, 'SIGKILL');
    throw new Error(`The practice gateway did not start: ${String(error)}\n${errors}`);
  });
  return {
    ...parseAnnouncement(line),
    errors: () => errors,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

type Announcement = Pick<PracticeProcess, 'url' | 'wsUrl' | 'cacert' | 'pid' | 'controlUrl' | 'controlToken'>;

function parseAnnouncement(line: string): Announcement {
  // Checked field by field below, for those without which nothing can be tested.
  const announced = JSON.parse(line) as Partial<Announcement>;
  const { url, wsUrl, cacert, pid, controlUrl, controlToken } = announced;
  if (url === undefined || wsUrl === undefined || cacert === undefined || pid === undefined) {
    throw new Error(`The practice gateway announced itself without url, wsUrl, cacert or pid: ${line}`);
  }
  return {
    ...{ url, wsUrl, cacert, pid },
    ...(controlUrl === undefined ? {} : { controlUrl }),
    ...(controlToken === undefined ? {} : { controlToken }),
  };
}

async function firstLine(child: ChildProcess, timeoutMs: number): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new Error('no standard output');
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing said within ${timeoutMs} ms`)), timeoutMs);
    createInterface({ input: stdout }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`it ended (${signal ?? `exit code ${String(code)}`})`));
    });
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}
