// Seam: a process killed at any point between journal and wire duplicates nothing and forgets nothing (FAULTS I1).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, assert, beforeAll, expect, it, vi } from 'vitest';
import { accountId, apple, openDesk, practiceArgs } from '../integration/orders-harness';
import { controlOf, isPlacing } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { repoRoot } from '../support/repo-root';

// Inside the checkout, so that the database driver is found from there.
const outDir = join(repoRoot, '.tsbuild/orders-kill');
let practice: PracticeProcess;
beforeAll(async () => {
  await build({
    configFile: false,
    root: repoRoot,
    logLevel: 'silent',
    resolve: { external: ['libsql'], noExternal: true },
    ssr: { external: ['libsql'], noExternal: true },
    build: {
      ssr: join(repoRoot, 'test/fault/orders-kill-program.ts'),
      outDir,
      target: 'node20',
      minify: false,
    },
  });
  practice = await startPractice({ seed: 3, args: practiceArgs });
  await controlOf(practice).setPrice(apple, 200);
}, 60_000);
afterAll(() => practice.stop());

const startProgram = (killAt: number, folder: string) =>
  spawn(
    process.execPath,
    [join(outDir, 'orders-kill-program.js'), practice.url, practice.cacert, folder, String(killAt)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );

async function runUntil(killAt: number, folder: string): Promise<string> {
  const program = startProgram(killAt, folder);
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [, signal] = (await once(program, 'exit')) as [number | null, NodeJS.Signals | null];
  assert(signal === 'SIGKILL', output);
  return output;
}

/** Five journal writes, before and after; two requests: before, on their way, answered. */
const lastStep = 16;

it('killed at every step of a confirmed order: at most one order, and never "not sent" for one that exists', async () => {
  const control = controlOf(practice);
  const seen: string[] = [];
  for (let killAt = 1; killAt <= lastStep + 1; killAt++) {
    const folder = mkdtempSync(join(tmpdir(), 'portico-kill-'));
    const before = await control.truth();
    const output = await runUntil(killAt, folder);
    if (output.startsWith('done')) expect(output.trim(), 'the steps of the program').toBe(`done ${lastStep}`);
    expect(output.startsWith('done')).toBe(killAt > lastStep);
    const after = await control.truth();
    const posts = after.wireLog.slice(before.wireLog.length).filter(isPlacing);
    const created = after.ordersCreated.slice(before.ordersCreated.length);
    expect(posts.length, `step ${killAt}: POSTs`).toBeLessThanOrEqual(1);
    expect(created.length, `step ${killAt}: orders`).toBeLessThanOrEqual(1);

    const desk = await openDesk(practice, folder);
    try {
      const [intent, ...others] = desk.book().intents;
      expect(others).toEqual([]);
      seen.push(`${killAt}:${intent?.state ?? 'none'}${created.length === 1 ? '+' : ''}`);
      if (posts.length === 1) assert(intent !== undefined, `step ${killAt}: sent but not journaled`);
      if (created.length === 1) {
        assert(intent !== undefined);
        const found = await vi.waitFor(
          () => {
            const now = desk.intent(intent.intentId);
            expect(now.state, `step ${killAt}`).toBe('working');
            return now;
          },
          { timeout: 8_000 },
        );
        assert(found.orderId !== null);
        await desk.service.cancel({ accountId, orderId: found.orderId });
        await desk.until(intent.intentId, ['cancelled']);
      } else if (intent !== undefined) {
        // Nothing exists: either nothing was begun, or it is not known yet.
        expect(['not-sent', 'unknown'], `step ${killAt}`).toContain(intent.state);
        expect(intent.state === 'not-sent' && posts.length > 0, `step ${killAt}: sent, called not sent`).toBe(
          false,
        );
      }
      expect((await control.truth()).wireLog.filter(isPlacing).length, 'nothing sent again').toBe(
        after.wireLog.filter(isPlacing).length,
      );
    } finally {
      desk.close();
    }
  }
  console.log(seen.join(' '));
}, 240_000);

it.each(['before-effect', 'after-effect'] as const)(
  'killed between the POST and its answer (%s)',
  async (point) => {
    const control = controlOf(practice);
    const folder = mkdtempSync(join(tmpdir(), 'portico-kill-'));
    const before = await control.truth();
    // Far from the market IBKR asks first: here the answer "yes" makes the order, so that is the POST to lose.
    const match = { method: 'POST', path: '^/iserver/reply/.*', nth: 1 };
    await control.setFaults([{ id: 'silence', match, point, do: { kind: 'hang' } }]);
    const program = startProgram(0, folder);
    await vi.waitFor(
      async () => {
        const { wireLog } = await control.truth();
        assert(
          wireLog.slice(before.wireLog.length).some((entry) => entry.path.startsWith('/iserver/reply/')),
        );
      },
      { timeout: 15_000 },
    );
    program.kill('SIGKILL');
    await once(program, 'exit');
    await control.setFaults([]);
    const created = (await control.truth()).ordersCreated.length - before.ordersCreated.length;
    expect(created).toBe(point === 'after-effect' ? 1 : 0);

    const desk = await openDesk(practice, folder);
    try {
      const [intent] = desk.book().intents;
      assert(intent !== undefined);
      if (created === 0) {
        expect(intent).toMatchObject({ state: 'unknown', absenceProven: false, question: null });
        return;
      }
      const { orderId } = await desk.until(intent.intentId, ['working']);
      assert(orderId !== null);
      await desk.service.cancel({ accountId, orderId });
      await desk.until(intent.intentId, ['cancelled']);
      expect((await control.truth()).ordersCreated.length - before.ordersCreated.length).toBe(1);
    } finally {
      desk.close();
    }
  },
);
