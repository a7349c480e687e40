// Seam: the desk opens with what was last known, dated and greyed, before any login; and never with another's.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { controlOf } from '../support/practice-control';
import { startPractice } from '../support/practice-process';

test('starts without its gateway: portfolio, watchlist, orders and chart of the last session, old and greyed', async ({
  launch,
}) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'portico-offline-'));
  const practice = await startPractice({
    seed: 5,
    args: ['--control-port', '0', '--cert-dir', join(userDataDir, 'ca')],
  });
  const args = ['--gateway-url', practice.url, '--cacert', practice.cacert];
  try {
    const first = await launch({ args, userDataDir });
    const before = deskOf(first.page);
    await expect(before.positions.getByRole('row').nth(3)).toBeVisible({ timeout: 20_000 });
    await expect(before.quotes.getByRole('row').nth(2)).toContainText(/\d\.\d\d/);
    await expect(before.region('Chart').locator('canvas').first()).toBeVisible();
    await controlOf(practice).external({
      conid: 265598,
      side: 'BUY',
      orderType: 'LMT',
      price: 100,
      quantity: 7,
      tif: 'GTC',
    });
    await expect(before.workingOrders).toContainText('AAPL');
    await expect(before.region('Portfolio')).toContainText(/Net liquidation\s*[\d,]+\.\d\d/);
    const rows = await before.positions.getByRole('row').count();
    const symbol = await before.quotes.getByRole('row').nth(1).getByRole('gridcell').first().textContent();
    await first.close();
    await practice.stop();

    const { page } = await launch({ args, userDataDir });
    const desk = deskOf(page);
    await expect(desk.positions.getByRole('row').nth(3)).toBeVisible({ timeout: 5_000 });
    await expect(desk.session).toContainText('Gateway not running', { timeout: 10_000 });
    await expect(desk.positions.getByRole('row')).toHaveCount(rows);
    await expect(desk.region('Portfolio')).toContainText(/Net liquidation\s*[\d,]+\.\d\d/);
    await expect(desk.region('Portfolio')).toContainText(/stale · .*\d/);
    await expect(desk.region('Portfolio').locator('.stale').first()).toBeVisible();
    await expect(desk.quotes.getByRole('row').nth(1)).toContainText(symbol ?? 'no symbol');
    await expect(desk.quotes.getByRole('row').nth(1)).toContainText(/\d\.\d\d/);
    await expect(desk.region('Watchlist')).toContainText('stale');
    await expect(desk.workingOrders).toContainText('AAPL');
    await expect(desk.region('Orders')).toContainText(/stale · .*\d/);
    await expect(desk.region('Chart').locator('canvas').first()).toBeVisible();
    await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    await page.screenshot({ path: 'test-results/offline.png' });
  } finally {
    await practice.stop();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
