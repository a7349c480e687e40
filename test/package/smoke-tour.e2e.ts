// Seam: the packaged program is a working desk: archive, native SQLite, practice gateway and preload together.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { limitThatFills } from '../support/prices';
import { answerYesToAll } from '../e2e/tour/answer-questions';

test('opens on its own practice gateway, sends an order, and knows it after a restart', async ({
  launch,
}, testInfo) => {
  const first = await launch({ userDataDir: testInfo.outputPath('user-data') });
  expect(await first.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  expect(await first.app.evaluate(({ app }) => app.getAppPath())).toMatch(/app\.asar$/);
  const desk = deskOf(first.page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '1', limit: await limitThatFills(desk) });
  await desk.openReview();
  await first.page.screenshot({ path: testInfo.outputPath('review.png') });
  await desk.confirm();
  await answerYesToAll(desk);
  await expect(desk.orderStatus).toContainText('Filled', { timeout: 20_000 });
  for (const title of ['Balances', 'Gateway console', 'Settings']) await openPanel(first.page, title);
  await first.page.screenshot({ path: testInfo.outputPath('desk.png') });
  expect(existsSync(join(first.userDataDir, 'portico.sqlite'))).toBe(true);
  await first.close();

  const second = await launch({ userDataDir: first.userDataDir });
  // The practice world begins anew with each start; what was sent from here is in the journal.
  const { orders } = deskOf(second.page);
  await orders.getByRole('tab', { name: /^Sent/ }).click();
  await expect(orders).toContainText('AAPL', { timeout: 20_000 });
  await second.page.screenshot({ path: testInfo.outputPath('restarted.png') });
});
