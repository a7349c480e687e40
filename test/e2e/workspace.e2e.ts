// Seam: a person arranges the desk, finds everything by name and key, and has it again after a crash.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { launchApp } from '../support/launch-app';
import { openPanel } from '../support/panels';

test.setTimeout(300_000);

const command = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Command, symbol or order' }).fill(text);
};

test('palette, panels by keyboard, named layouts, and the desk as it was after kill -9', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'portico-workspace-'));
  const first = await launchApp({ userDataDir });
  const { page } = first;
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 60_000 });
  const region = (name: string) => page.getByRole('region', { name, exact: true });

  // A sentence fills the ticket, every reading of an unclear number is offered, and nothing is sent.
  await command(page, 'buy 1,234 aapl lmt 190 day');
  await expect(page.getByRole('option', { name: /^Buy 1.234 AAPL.*NASDAQ/ })).toHaveCount(2);
  await command(page, 'buy 7 aapl lmt 150 gtc');
  await page
    .getByRole('option', { name: /^Buy 7 AAPL/ })
    .first()
    .click();
  await expect(desk.ticket.getByRole('textbox', { name: 'Quantity' })).toHaveValue('7');
  await expect(desk.ticket.getByRole('textbox', { name: 'Limit price' })).toHaveValue('150');
  await expect(desk.ticket.getByRole('combobox', { name: 'Time in force' })).toHaveValue('GTC');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);

  // A panel moved by keyboard keeps the keyboard; a hidden tab is not drawn.
  await region('Chart').focus();
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('menuitem', { name: 'Tab beside Portfolio' }).press('Enter');
  await expect(region('Portfolio')).toBeHidden();
  await expect(region('Chart')).toBeFocused();

  // F6 walks every panel in sight and comes back.
  const walked = new Set<string>();
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('F6');
    walked.add((await page.locator(':focus').getAttribute('aria-label')) ?? '');
  }
  expect([...walked].sort()).toEqual(['Chart', 'Order ticket', 'Orders', 'Watchlist']);

  // Undo, lock, save under a name.
  await command(page, 'undo layout');
  await page.keyboard.press('Enter');
  await expect(region('Portfolio')).toBeVisible();
  await openPanel(page, 'Settings');
  await page.getByRole('button', { name: 'Layout', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save or delete layouts…' }).click();
  await page.getByRole('textbox', { name: 'Save this layout as' }).fill('Evening');
  await page.getByRole('button', { name: 'Save layout' }).click();
  await command(page, 'layout investor');
  await page.keyboard.press('Enter');
  await expect(region('Settings')).toBeHidden();
  await command(page, 'layout evening');
  await page.keyboard.press('Enter');
  await expect(region('Settings')).toBeVisible();

  // Killed as by kill -9: the arrangement, its name and the settings are there again.
  await region('Settings').getByRole('radio', { name: 'Light', exact: true }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect
    .poll(() => page.evaluate<string>(`portico.call('documents.list', { kind: 'desk' })`))
    .toContain('settings');
  process.kill(first.pid, 'SIGKILL');
  await first.close();
  const second = await launchApp({ userDataDir });
  await expect(second.page.getByRole('region', { name: 'Settings', exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'light');
  await second.close();
  await rm(userDataDir, { recursive: true, force: true });
});

test('every panel of the registry is axe-clean in every theme; the palette and the keys too', async ({
  launch,
}) => {
  const { page } = await launch();
  await expect(deskOf(page).session).toContainText('Connected', { timeout: 60_000 });
  const findings = async (selector: string) =>
    (await new AxeBuilder({ page }).setLegacyMode(true).include(selector).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  await page.getByRole('button', { name: 'Panels', exact: true }).click();
  const titles = await page.getByRole('menu', { name: 'Panels' }).getByRole('menuitem').allTextContents();
  await page.keyboard.press('Escape');
  expect(titles.length).toBeGreaterThanOrEqual(9);

  const wrong: string[] = [];
  for (const title of titles) {
    const panel = await openPanel(page, title);
    await expect(panel).toBeVisible();
    for (const theme of ['dark', 'light', 'contrast']) {
      await page.evaluate(`portico.call('settings.change', { change: { theme: '${theme}' } })`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const selector = `section[aria-label="${title}"]`;
      wrong.push(...(await findings(selector)).map((found) => `${title}, ${theme}: ${found}`));
    }
  }
  expect(wrong).toEqual([]);

  await page.keyboard.press('Control+K');
  expect(await findings('dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keys and credits' }).click();
  expect(await findings('dialog')).toEqual([]);
  await page.keyboard.press('Escape');
});
