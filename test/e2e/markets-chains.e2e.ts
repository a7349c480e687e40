// Seam: a chain is found, read and traded by keyboard alone; what it shows is what the gateway says.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { panelTo, tabTo } from '../support/keyboard';
import { openPanel } from '../support/panels';

test('pictures', async ({ launch, practice }, testInfo) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await desk.choose('AAPL');
  const options = await openPanel(page, 'Options');
  const grid = options.getByRole('grid', { name: /^Options on AAPL/ });
  await expect(grid).toBeVisible({ timeout: 20_000 });
  await expect(options.getByRole('status')).toHaveText('', { timeout: 30_000 });
  await expect(grid.locator('td[data-figure="bid"]').first()).toContainText(/\d/, { timeout: 15_000 });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/chains-a.png' });
  await options.getByRole('button', { name: 'Columns…' }).click();
  await page.screenshot({ path: '/tmp/chains-b.png' });
  await page.keyboard.press('Escape');
  await desk.choose('ES');
  const futures = await openPanel(page, 'Futures');
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/chains-c.png' });
  await futures.getByRole('grid').waitFor();
});
