// Seam: 200 processes killed by `kill -9` between journal and wire; the disk and the broker's book decide (FAULTS I1).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { assert, beforeAll, expect, it } from 'vitest';
import { createIntentLedger } from '../../electron/services/orders/intent-ledger';
import { openStore } from '../../electron/store/open-store';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import { repoRoot } from '../support/repo-root';

const cycles = Number(process.env.PORTICO_KILLS ?? 200);
const outDir = join(repoRoot, '.tsbuild/orders-kill-many');
beforeAll(async () => {
  await build({
    ...{ configFile: false, root: repoRoot, logLevel: 'silent' },
    resolve: { external: ['libsql'], noExternal: true },
    ssr: { external: ['libsql'], noExternal: true },
    build: {
      ssr: join(repoRoot, 'test/fault/orders-kill-many-program.ts'),
      ...{ outDir, target: 'node20', minify: false },
    },
  });
}, 60_000);

async function runProgram(folder: string, killAt: number): Promise<string> {
  const program = spawn(process.execPath, [
    join(outDir, 'orders-kill-many-program.js'),
    folder,
    String(killAt),
  ]);
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [, signal] = (await once(program, 'exit')) as [number | null, NodeJS.Signals | null];
  assert(signal === 'SIGKILL', output);
  return output;
}

interface Taken {
  readonly orderId: string;
  readonly cOID?: string;
  readonly parentId?: string;
}

/** What the next start says about what the dead process did. */
function judge(folder: string, label: string): void {
  const book = join(folder, 'broker.jsonl');
  const taken = (existsSync(book) ? readFileSync(book, 'utf8').trim().split('\n') : []).map(
    (line) => JSON.parse(line) as Taken,
  );
  const store = openStore(join(folder, 'portico.sqlite'), systemClock);
  try {
    expect(store.trouble, `${label}: the journal is intact`).toBeNull();
    const intents = createIntentLedger({ journal: store.journal, clock: systemClock, log: silentLog }).all();
    const entries = taken.filter((order) => order.parentId === undefined);
    expect(new Set(entries.map((order) => order.cOID)).size, `${label}: one order per intent`).toBe(
      entries.length,
    );
    for (const { cOID } of entries) {
      const intent = intents.find((facts) => facts.cOID === cOID && facts.kind === 'place');
      assert(intent !== undefined && intent.sentAtMs !== null, `${label}: taken but not journaled as sent`);
      expect(['rejected', 'not-sent'], `${label}: it exists`).not.toContain(intent.state);
    }
    for (const intent of intents)
      expect(['journaled', 'sending', 'question', 'answering', 'declining'], label).not.toContain(
        intent.state,
      );
    for (const { parentId } of taken.filter((order) => order.parentId !== undefined))
      expect(
        entries.map((order) => order.cOID),
        `${label}: exits belong to an entry`,
      ).toContain(parentId);
  } finally {
    store.close();
  }
}

it(`${cycles} kills: nothing twice, nothing forgotten, nothing called "not sent" that exists`, async () => {
  const fresh = () => mkdtempSync(join(tmpdir(), 'portico-kills-'));
  const whole = fresh();
  const last = Number(/^done (\d+)/.exec(await runProgram(whole, 0))?.[1]);
  judge(whole, 'not killed');
  rmSync(whole, { recursive: true, force: true });
  expect(last).toBeGreaterThan(40);

  let next = 0;
  const worker = async () => {
    for (let cycle = next++; cycle < cycles; cycle = next++) {
      const folder = fresh();
      const killAt = 1 + (cycle % last);
      const output = await runProgram(folder, killAt);
      expect(output, `step ${killAt}`).toBe('');
      judge(folder, `step ${killAt}`);
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(`${cycles} kills over ${last} steps`);
}, 300_000);
