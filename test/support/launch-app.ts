import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { repoRoot } from './repo-root';

export type LaunchOptions = {
  /** Arguments of the app, e.g. `['--gateway-url', url, '--cacert', file]`. */
  readonly args?: readonly string[];
  /** Default: a fresh temporary folder, removed on close. Give one to start the app again on the same data. */
  readonly userDataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
};

export type LaunchedApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  readonly pid: number;
  /** What the main process has written to stdout and stderr since Playwright attached (its first 0.3 s are lost). */
  readonly output: () => string;
  readonly close: () => Promise<void>;
};

/**
 * Starts the built app in real Electron and waits for its first window.
 * Fails with everything the main process said, since a window that never opens explains nothing by itself.
 *
 * A start that the driver loses is made again: with Electron 25 under a software renderer about one launch in forty
 * stands on the screen while Playwright never hears of its window (measured 2026-11-22, load 6 on two cores).
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchOnce(options);
    } catch (error) {
      if (attempt === maxAttempts) throw error;
      console.warn(`The app's window did not reach the test driver; starting it again (${attempt}).`);
    }
  }
}

const maxAttempts = 3;

/** The folder that Electron is told to run; nothing for a packaged program (PORTICO_APP=''), which carries its own. */
export const appFolder: readonly string[] = [process.env['PORTICO_APP'] ?? repoRoot].filter(
  (folder) => folder !== '',
);

async function launchOnce(options: LaunchOptions): Promise<LaunchedApp> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'portico-app-')));
  const removeUserData = async (): Promise<void> => {
    if (options.userDataDir === undefined)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const withoutSandbox = process.env['PORTICO_NO_SANDBOX'] === '1';
  const timeout = options.timeoutMs ?? 15_000;
  const app = await _electron
    .launch({
      executablePath: electronExecutable(),
      args: [...appFolder, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
      // Playwright turns Chromium's sandbox off unless asked not to; only root has to do without it.
      chromiumSandbox: !withoutSandbox,
      cwd: repoRoot,
      env: { ...inheritedEnv(), ...options.env },
      timeout,
    })
    .catch(async (error: unknown) => {
      await removeUserData();
      throw error;
    });
  const output = collectOutput(app);
  let closed: Promise<void> | null = null;
  // It may have ended by itself, by a press in its own window.
  let gone = false;
  app.once('close', () => (gone = true));
  const close = (): Promise<void> =>
    (closed ??= (gone ? Promise.resolve() : closeFirmly(app)).then(removeUserData));
  try {
    const page = await app.firstWindow({ timeout });
    return { app, page, userDataDir, pid: app.process().pid ?? 0, output, close };
  } catch (error) {
    await close();
    const command = [electronExecutable(), '--no-sandbox', ...appFolder].join(' ');
    throw new Error(
      `The app opened no window; for its first words run: ${command}\nIt then said:\n${output()}`,
      {
        cause: error,
      },
    );
  }
}

/** The Electron that this checkout was told to use. */
export function electronExecutable(): string {
  const known = process.env['PORTICO_ELECTRON'];
  if (known !== undefined) return known;
  // Started without `npm test` (an editor, `npx playwright test`): ask the tool that decides.
  const line = execFileSync(process.execPath, [join(repoRoot, 'tools/electron-runtime.mjs'), '--print'], {
    encoding: 'utf8',
  });
  // The tool's output is its contract: one JSON line.
  return (JSON.parse(line) as { executable: string }).executable;
}

function inheritedEnv(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Set in editors' terminals: it would make Electron a plain Node.
  return Object.fromEntries(defined.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}

function collectOutput(app: ElectronApplication): () => string {
  const chunks: string[] = [];
  const main = app.process();
  for (const stream of [main.stdout, main.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  return () => chunks.join('');
}

// An app that refuses to quit must not hang the whole run: its process is ended after a while.
async function closeFirmly(app: ElectronApplication): Promise<void> {
  const main = app.process();
  const timer = setTimeout(() => main.kill('SIGKILL'), 10_000);
  // Rejects when the app has already gone, which is what was wanted.
  await app.close().catch(() => undefined);
  clearTimeout(timer);
}
