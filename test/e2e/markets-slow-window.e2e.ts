// Seam: a window that stands still makes main hold what it would have sent; afterwards the window shows what is now.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';

test('a frozen window is owed two events a stream, then the newest', async ({ launch, practice }) => {
  test.setTimeout(120_000);
  const { app, page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  const apple = desk.quotes.getByRole('row', { name: /^AAPL\b/ });
  await expect(apple).toContainText(/\d\.\d\d/);

  await app.evaluate(({ BrowserWindow }) => {
    const [contents] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    if (contents === undefined) throw new Error('No window.');
    const counts: Record<string, number> = {};
    const send = contents.send.bind(contents);
    contents.send = (channel: string, ...rest: unknown[]) => {
      if (channel === 'portico:event') counts[String(rest[0])] = (counts[String(rest[0])] ?? 0) + 1;
      send(channel, ...rest);
    };
    Object.assign(globalThis, { counts });
  });
  const counted = (): Promise<Record<string, number>> =>
    app.evaluate(() => (globalThis as unknown as { counts: Record<string, number> }).counts);
  const reset = (): Promise<void> =>
    app.evaluate(() => {
      const { counts } = globalThis as unknown as { counts: Record<string, number> };
      for (const id of Object.keys(counts)) counts[id] = 0;
    });
  // Streams that run: some of them have sent more than two events in this time.
  await expect.poll(async () => Math.max(0, ...Object.values(await counted()))).toBeGreaterThan(5);

  const frozen = page.evaluate(() => {
    const until = performance.now() + 6_000;
    while (performance.now() < until);
  });
  // What was on its way when the window stopped does not count.
  await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  await reset();
  await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4_000)));
  const whileFrozen = Object.values(await counted());
  expect(Math.max(0, ...whileFrozen)).toBeLessThanOrEqual(2);
  // Moved while the window stood still: it must not have been lost.
  await practice.control.setPrice(265598, '199.99');
  await frozen;
  await expect(apple).toContainText('199.99', { timeout: 15_000 });
  await reset();
  await expect.poll(async () => Math.max(0, ...Object.values(await counted()))).toBeGreaterThan(5);
});
