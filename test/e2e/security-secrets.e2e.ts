// Seam: what opens a session stays in memory of main: not in a file, a log, the console, nor in the window.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { startHostileGateway } from '../support/hostile-gateway';
import { openPanel } from '../support/panels';
import { limitThatFills } from '../support/prices';
import { askGateway } from '../support/raw-gateway';
import { answerYesToAll } from './tour/answer-questions';

test('token and cookie are nowhere but on the wire; the log names no account and no order', async ({
  launch,
  practice,
}, testInfo) => {
  test.setTimeout(120_000);
  // Honest here: it only shows which cookies the app sends.
  const gateway = await startHostileGateway(practice);
  const userDataDir = testInfo.outputPath('user-data');
  const { page, app, output, close } = await launch({
    args: ['--gateway-url', gateway.url, '--cacert', gateway.cacert],
    userDataDir,
  });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '7', limit: await limitThatFills(desk) });
  await desk.openReview();
  await desk.confirm();
  await answerYesToAll(desk);
  await expect(desk.orderStatus).toContainText('Filled', { timeout: 20_000 });
  for (const title of ['Balances', 'Connection', 'Activity']) await openPanel(page, title);
  // Errors are where secrets slip out: the gateway dies while the desk asks.
  await gateway.close();
  await expect(desk.session).not.toContainText('Connected', { timeout: 30_000 });

  const { session } = (await askGateway(practice, 'POST', '/tickle')) as { readonly session: string };
  const cookies = gateway.seen.flatMap(({ headers }) =>
    (headers.cookie ?? '').split(/;\s*/).flatMap((pair) => pair.split('=').slice(1).join('=') || []),
  );
  const secrets = [...new Set([session, ...cookies])].filter((secret) => secret.length > 7);
  expect(secrets).toContain(session);

  const heap = await heapOf(await app.context().newCDPSession(page));
  expect(heap.length).toBeGreaterThan(1_000_000);
  await close();
  const files = filesBelow(userDataDir).map((path) => [path, readFileSync(path)] as const);
  expect(files.length).toBeGreaterThan(5);
  const places = [
    ...files,
    ['the console', Buffer.from(output())],
    ['the window', Buffer.from(heap)],
  ] as const;
  expect(
    places.flatMap(([place, text]) => secrets.filter((one) => text.includes(one)).map(() => place)),
  ).toEqual([]);

  const log = readFileSync(join(userDataDir, 'logs', 'portico.log'), 'utf8') + output();
  expect(log).toContain('gateway.session');
  expect(log).not.toMatch(/\b(DU|U|F|DF)\d{4,}/);
  expect(log).not.toMatch(/AAPL|"quantity"|"price"|orderRef/);
});

/** Everything that the window's memory holds, as text. */
async function heapOf(client: {
  readonly on: (
    event: 'HeapProfiler.addHeapSnapshotChunk',
    listener: (part: { chunk: string }) => void,
  ) => unknown;
  readonly send: (method: 'HeapProfiler.takeHeapSnapshot') => Promise<unknown>;
}): Promise<string> {
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.takeHeapSnapshot');
  return chunks.join('');
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
