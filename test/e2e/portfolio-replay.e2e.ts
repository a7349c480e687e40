// Seam: what IBKR really sent of one account, over a server that shares no code with us, is what every portfolio panel
// shows: the right numbers, units and days; a sparse row never as a zero.
import { expect } from '@playwright/test';
import type { Locator } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { hasRecordings } from '../support/gateway-recordings';
import { openPanel } from '../support/panels';
import { plain, tile } from '../support/portfolio-stage';
import { startRecordedAccount } from '../support/recorded-account';

const pages = '/portfolio/U1234567/positions/0';
const nearRealTime = '/portfolio2/U1234567/positions';

const cellsOf = async (row: Locator): Promise<string[]> =>
  (await row.locator('th, td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

test('one account’s recordings, drawn', async ({ launch }) => {
  test.skip(!hasRecordings, 'skipped: ../shared/fixtures is not there');
  test.setTimeout(180_000);
  const server = await startRecordedAccount();
  server.instead.set(pages, 'portfolio/positions-cold-read-1st-sparse--conduit.json').set(nearRealTime, 503);
  const { page } = await launch({ args: ['--gateway-url', server.url, '--cacert', server.cacert] });
  try {
    const { positions, region } = deskOf(page);
    const neverNonsense = async (): Promise<void> =>
      expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/);
    const row = (symbol: string): Locator =>
      positions.getByRole('row').filter({ has: page.locator('.symbol', { hasText: symbol }) });
    await page.evaluate((view) => localStorage.setItem('portico.positions-view', JSON.stringify(view)), {
      columns: [
        'symbol',
        'name',
        'sector',
        'quantity',
        'last',
        'average',
        'value',
        'value-base',
        'gain',
        'day',
      ],
      ...{ showClosed: true, grouping: 'none' },
    });
    await page.reload({ waitUntil: 'commit' });

    await test.step('sparse first reading: figures are shown, what is not known is a dash, totals are open', async () => {
      await expect(row('QQQ')).toBeVisible({ timeout: 60_000 });
      expect((await cellsOf(row('QQQ'))).slice(0, 10)).toEqual([
        ...['QQQUSD', '—', '—', '5', '710.64', '638.98', '3,553.20', '3,553.20', '▲+358.32', '—'],
      ]);
      expect((await cellsOf(positions.locator('tfoot tr'))).slice(1)).toEqual(expect.arrayContaining(['—']));
      await expect(positions.locator('tfoot tr')).not.toContainText('39,467');
      await expect(region('Portfolio').getByRole('status', { name: 'About the positions' })).toContainText(
        'Figures are from IBKR’s cached list, which may lag',
      );
      await neverNonsense();
    });

    await test.step('the tiles', async () => {
      for (const [name, figure] of [
        ['Net liquidation', '1005182.38'],
        ['Day P&L', '—'],
        ['Unrealised', '168.50'],
        ['Realised', '0.00'],
        ['Cash', '971869.63'],
        ['Buying power', '3979370'],
        ['Maint. margin', '7658'],
        ['Positions', '30630'],
      ] as const)
        await expect.poll(() => tile(page, name), { message: name, timeout: 30_000 }).toBe(figure);
    });

    await test.step('enriched: names and the total', async () => {
      server.instead.delete(pages);
      await expect(row('SPY')).toContainText('SS SPDR S&P 500 ETF TRUST-US', { timeout: 60_000 });
      expect((await cellsOf(row('QQQ'))).slice(0, 10)).toEqual([
        ...['QQQUSD', 'INVESCO QQQ TRUST SERIES 1', '—', '5', '710.64', '638.98'],
        ...['3,553.20', '3,553.20', '▲+358.32', '—'],
      ]);
      await expect(positions.locator('tfoot tr')).toContainText('39,467.76');
    });

    await test.step('the near-real-time list says otherwise: both are named', async () => {
      server.instead.delete(nearRealTime);
      await expect(row('SPY')).toContainText('28,875.15', { timeout: 60_000 });
      await expect(row('SPY')).toContainText('2 lists');
      expect((await cellsOf(row('SPY'))).slice(3, 4)).toEqual(['44']);
      await expect(region('Portfolio').getByRole('status', { name: 'About the positions' })).toContainText(
        'IBKR’s two lists contradict each other on 2',
      );
    });

    await test.step('allocation', async () => {
      const panel = await openPanel(page, 'Allocation');
      await panel.getByRole('button', { name: 'Table' }).click();
      const share = (name: string): Locator =>
        panel.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
      await expect(share('Cash')).toContainText('971,869.60');
      await expect(share('Cash')).toContainText('96.9%');
      await expect(share('Stocks')).toContainText('30,613.40');
      await expect(share('Stocks')).toContainText('3.1%');
      await neverNonsense();
    });

    await test.step('balances and margin, with their days', async () => {
      const panel = await openPanel(page, 'Balances');
      const cash = panel.getByRole('grid', { name: 'Cash by currency' });
      await expect(cash.getByRole('row', { name: /^USD/ })).toBeVisible();
      const dollars = await cellsOf(cash.getByRole('row', { name: /^USD/ }));
      expect(dollars).toEqual(expect.arrayContaining(['971,869.60', '30,630.33', '1,005,182.40', '1.00000']));
      await expect(cash.getByRole('row', { name: /^All, in USD/ })).toContainText('971,869.60');
      await expect(panel).toContainText('971,869.62 settled by 6 Apr 2026');
      await expect(panel).toContainText('2,682.45');
      const margin = panel.getByRole('grid', { name: 'Margin', exact: true });
      await expect(margin.getByRole('row', { name: /^Initial margin/ })).toContainText('7,657.58');
      await expect(margin.getByRole('row', { name: /^Excess liquidity/ })).toContainText('994,842.38');
      await neverNonsense();
    });

    await test.step('performance: every period, every day of a month', async () => {
      const panel = await openPanel(page, 'Performance');
      for (const name of ['1D +0.01%', '7D +0.07%', 'MTD +0.02%', '1M +0.30%', 'YTD +0.52%', '1Y +0.52%'])
        await expect(panel.getByRole('button', { name, exact: true })).toBeVisible();
      await panel.getByRole('button', { name: '1M +0.30%' }).click();
      await panel.getByRole('button', { name: 'Table' }).click();
      const days = panel.getByRole('grid', { name: 'Performance' }).getByRole('row');
      await expect(days).toHaveCount(25);
      expect((await cellsOf(days.nth(1))).slice(0, 2)).toEqual(['2 Apr 2026', '+0.30%']);
      await expect(days.nth(1)).toContainText('1,005,175.27');
      await expect(days.last()).toContainText('2 Mar 2026');
      await expect(days.last()).toContainText('1,002,417.80');
      await neverNonsense();
    });

    await test.step('transactions of one instrument: days as written', async () => {
      await openPanel(page, 'Portfolio');
      await row('SPY').click();
      const panel = await openPanel(page, 'Transactions');
      await panel.getByRole('tab', { name: 'By instrument' }).click();
      const lines = panel.getByRole('table', { name: 'Transactions' }).getByRole('row');
      await expect(lines).toHaveCount(4, { timeout: 30_000 });
      const newest = await cellsOf(lines.nth(1));
      expect(newest.slice(0, 2)).toEqual(['2 Apr 2026', 'Buy']);
      expect(newest.map(plain)).toEqual(expect.arrayContaining(['22', '649.94181818', '-14298.72', 'USD']));
      await expect(lines.last()).toContainText('31 Mar 2026');
      await neverNonsense();
    });
  } finally {
    await server.close();
  }
});
