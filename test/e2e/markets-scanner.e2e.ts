// Seam: a scan is built and run by keyboard, kept and run again, and what it finds goes to watchlist, file and ticket.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { panelTo, tabTo } from '../support/keyboard';
import { openPanel } from '../support/panels';

test('from the parameters to a prefilled ticket', async ({ launch, practice }, testInfo) => {
  const { page, app } = await launch({ args: practice.args });
  const desk = deskOf(page);
  const { keyboard } = page;
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  const scanners = await openPanel(page, 'Scanners');
  const ranking = scanners.getByRole('combobox', { name: 'Ranking' });
  await expect(ranking).toHaveValue(/\w/, { timeout: 15_000 });

  await panelTo(page, /^Scanners$/);
  await tabTo(page, /^Ranking$/);
  await keyboard.type('% gain');
  await keyboard.press('Enter');
  await expect(ranking).toHaveValue('Top % Gainers');
  await tabTo(page, /^Add a filter$/);
  await keyboard.type('price below');
  await keyboard.press('Enter');
  const bound = scanners.getByRole('textbox', { name: 'Price Below' });
  await bound.focus();
  await keyboard.type('100');
  await keyboard.press('Enter');
  const results = scanners.getByRole('grid', { name: 'Scan results' });
  const first = results.getByRole('row').nth(1);
  await expect(first).toContainText(/\d\.\d\d/, { timeout: 15_000 });
  await expect(scanners.getByRole('status')).toContainText(/^\d+ found$/);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[aria-label="Scanners"]')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await bound.press('Enter');
  await expect(scanners.getByRole('status')).toContainText('new since the last run');

  await scanners.getByRole('button', { name: 'Save…' }).press('Enter');
  await keyboard.type('Cheap gainers');
  await keyboard.press('Enter');
  await expect(scanners.getByRole('combobox', { name: 'Saved scan' })).toContainText('Cheap gainers');

  mkdirSync(testInfo.outputDir, { recursive: true });
  const file = join(testInfo.outputDir, 'scan.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await scanners.getByRole('button', { name: 'Export CSV…' }).press('Enter');
  await expect(scanners.getByRole('status')).toHaveText('Saved');
  const rows = await results.getByRole('row').count();
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(rows + 1);

  const symbol = (await first.locator('.symbol').innerText()).trim();
  await first.getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Buy' }).press('Enter');
  await expect(desk.ticket).toContainText(symbol);
  expect(await practice.control.orderPosts()).toBe(0);
});
