// Seam: a second window of the desk: the same account and symbol, its own panels, there again after a crash, gone when closed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

test('a panel in a second window follows the symbol, and survives kill -9', async ({ launch, practice }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'portico-windows-'));
  try {
    const { app, page, pid } = await launch({ args: practice.args, userDataDir });
    const desk = deskOf(page);
    await expect(desk.quotes.getByRole('row').nth(1)).toBeVisible({ timeout: 20_000 });
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: 'Command, symbol or order' }).fill('new window');
    await page.keyboard.press('Enter');
    const second = await opened;
    const other = deskOf(second);
    await openPanel(second, 'Quote');
    await desk.choose('MSFT');
    await expect(other.region('Quote')).toContainText('MSFT', { timeout: 15_000 });
    await expect(second.getByRole('banner')).toContainText('DU5550001');

    process.kill(pid, 'SIGKILL');
    const again = await launch({ args: practice.args, userDataDir });
    await expect.poll(() => again.app.windows().length, { timeout: 20_000 }).toBe(2);
    const restored = again.app.windows().find((each) => each.url().includes('#window-'));
    if (restored === undefined) throw new Error('The second window is not there again.');
    await expect(deskOf(restored).region('Quote')).toBeVisible({ timeout: 20_000 });
    await deskOf(again.page).choose('NVDA');
    await expect(deskOf(restored).region('Quote')).toContainText('NVDA', { timeout: 20_000 });

    await restored.close();
    await again.close();
    const last = await launch({ args: practice.args, userDataDir });
    await expect(deskOf(last.page).session).toContainText('Connected', { timeout: 20_000 });
    expect(last.app.windows()).toHaveLength(1);
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
