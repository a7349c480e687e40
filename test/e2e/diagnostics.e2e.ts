// Seam: the diagnostics file: read before it is saved, the same word for word, and nothing in it that is a person's.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

test('one press shows it, the next saves exactly that, without account, token or order', async ({
  launch,
  practice,
}) => {
  const { app, page, userDataDir } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '31', limit: '123.45' });
  await desk.openReview();
  for (const doubt of await desk.review.getByRole('checkbox').all()) await doubt.check({ force: true });
  await desk.confirm();
  while (await desk.asksWithin(2_000)) await desk.answer(true);
  await practice.control.scene('login-needed');
  await expect(desk.session).toContainText('Not logged in', { timeout: 70_000 });

  const connection = await openPanel(page, 'Connection');
  await connection.getByRole('button', { name: 'Diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  const shown = dialog.getByRole('region', { name: 'Contents of the file' });
  await expect(shown).toContainText('"status": "not-logged-in"');
  await expect(shown).toContainText('gateway.session');
  const text = (await shown.textContent()) ?? '';
  for (const secret of [
    /\b[DUF]{1,2}\d{6,8}\b/,
    /[0-9a-f]{24,}/i,
    /123\.45/,
    /\b31\b.*AAPL|AAPL.*\b31\b/,
    /\/home\/(?!\[)/,
  ])
    expect(text).not.toMatch(secret);

  const file = join(userDataDir, 'diagnostics.txt');
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.screenshot({ path: 'test-results/diagnostics.png' });
  await dialog.getByRole('button', { name: 'Save as file…' }).click();
  await expect(dialog.getByRole('status')).toContainText('Saved as');
  expect(await readFile(file, 'utf8')).toBe(text);
});
