// Seam: balances, performance and ledger show what the broker really holds, to the cent, after an hour of trading.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'libsql';
import type { Locator, Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import type { PracticeControl } from '../support/practice-control';
import { add, decimal, multiply, sum, toFixed } from '../../shared/domain/decimal';
import { numberText, percentText, signedText } from '../../renderer/format/number-text';

/** A random hour by a fixed dice: the same trades every time. */
async function tradeForAnHour(control: PracticeControl): Promise<void> {
  const truth = await control.portfolioTruth();
  const perCurrency = [...new Set(truth.positions.map(({ currency }) => currency))].map((currency) =>
    truth.positions.find((position) => position.currency === currency),
  );
  expect(perCurrency.length).toBe(5);
  let dice = 7;
  for (let round = 0; round < 6; round += 1) {
    for (const position of perCurrency) {
      if (position === undefined) continue;
      dice = (dice * 48_271) % 2_147_483_647;
      const { orderIds } = await control.external({
        conid: position.conid,
        side: dice % 3 === 0 ? 'SELL' : 'BUY',
        quantity: position.currency === 'JPY' ? 100 : 1 + (dice % 9),
        orderType: 'MKT',
        tif: 'DAY',
        outsideRTH: false,
      });
      await control.fill(String(orderIds[0])).catch(() => undefined);
    }
    await control.advance(10 * 60_000);
  }
}

const cell = (grid: Locator, row: string, column: number): Locator =>
  grid
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .locator('th, td')
    .nth(column);

async function columnOf(grid: Locator, header: string): Promise<number> {
  const headers = await grid.locator('thead th').allTextContents();
  return headers.findIndex((text) => text === header);
}

async function ready(page: Page): Promise<void> {
  await expect(deskOf(page).session).toContainText('Connected', { timeout: 20_000 });
}

test('every figure after an hour of trading in five currencies', async ({ launch, practice }) => {
  test.setTimeout(240_000);
  const { control } = practice;
  const { page, app } = await launch({ args: practice.args });
  await ready(page);

  await test.step('a check before: what the broker holds is noted', async () => {
    const panel = await openPanel(page, 'Transactions');
    await panel.getByRole('tab', { name: 'Agreement' }).click();
    await panel.getByRole('button', { name: 'Check now' }).click();
    await expect(panel.getByRole('status').first()).toContainText(/noted|the books agree/, {
      timeout: 40_000,
    });
  });

  const cashBefore = new Map(
    (await control.portfolioTruth()).ledger.map(({ currency, cash }) => [currency, decimal(cash)]),
  );
  await tradeForAnHour(control);
  await control.freeze(true);
  const truth = await control.portfolioTruth(400);

  await test.step('balances, local and base', async () => {
    const panel = await openPanel(page, 'Balances');
    await panel.getByRole('button', { name: 'Local' }).click();
    const grid = panel.getByRole('grid', { name: 'Cash by currency' });
    const usd = truth.ledger.find(({ currency }) => currency === 'USD');
    await expect
      .poll(
        async () => {
          await panel
            .getByRole('button', { name: 'Refresh' })
            .click({ timeout: 2_000 })
            .catch(() => undefined);
          return cell(grid, 'USD', 1).textContent();
        },
        { timeout: 30_000 },
      )
      .toBe(numberText(decimal(usd?.cash ?? '0'), 2));
    for (const row of truth.ledger) {
      const shown = async (header: string) =>
        cell(grid, row.currency, await columnOf(grid, header)).innerText();
      expect((await shown('Cash')).trim(), row.currency).toBe(numberText(decimal(row.cash), 2));
      expect((await shown('Net value')).trim(), row.currency).toBe(
        numberText(decimal(row.netLiquidation), 2),
      );
    }
    await panel.getByRole('button', { name: /^Base/ }).click();
    for (const row of truth.ledger) {
      // The ledger's rate has twelve decimals, its cash four: what a person can multiply on paper.
      const inBase = multiply(toFixed(decimal(row.cash), 4), toFixed(decimal(row.rate), 12));
      await expect(cell(grid, row.currency, 1)).toContainText(numberText(inBase, 2));
    }
    await expect(cell(grid, 'All', 1)).toHaveText(numberText(decimal(truth.totals.cash), 2));
    const margin = panel.getByRole('grid', { name: 'Margin' });
    await expect(cell(margin, 'Initial margin', 1)).toHaveText(
      numberText(decimal(truth.totals.initialMargin), 2),
    );
    await expect(cell(margin, 'Excess liquidity', 1)).toHaveText(
      numberText(decimal(truth.totals.excessLiquidity), 2),
    );
  });

  await test.step('performance', async () => {
    const panel = await openPanel(page, 'Performance');
    await panel.getByRole('button', { name: /^1M / }).click();
    const month = (await control.portfolioTruth(30)).performance;
    const last = month.at(-1);
    const returned = percentText(multiply(decimal(last?.returned.toFixed(8) ?? '0'), decimal('100')));
    await expect(panel.getByRole('button', { name: /^1M / })).toHaveAccessibleName(`1M ${returned}`);
    await panel.getByRole('button', { name: 'Table' }).click();
    const table = panel.getByRole('grid', { name: 'Performance' });
    await expect(table.getByRole('row')).toHaveCount(month.length);
    const newest = table.getByRole('row').nth(1);
    await expect(newest).toContainText(returned);
    await expect(newest).toContainText(numberText(decimal(last?.value.toFixed(2) ?? '0'), 2));
  });

  await test.step('the ledger adds up to the cash, and the books agree', async () => {
    const panel = await openPanel(page, 'Transactions');
    await panel.getByRole('tab', { name: 'Agreement' }).click();
    await panel.getByRole('button', { name: 'Check now' }).click();
    await expect(panel.getByRole('status').first()).toContainText('the books agree', { timeout: 60_000 });
    const executions = (await control.truth()).executions;
    await expect(panel.getByRole('status').first()).toContainText(`${executions.length} executions`, {
      timeout: 60_000,
    });
    await panel.getByRole('tab', { name: 'Ledger' }).click();
    await expect(panel.getByRole('status').first()).toContainText(`${executions.length} lines`);
    const ledger = panel.getByRole('grid', { name: 'Ledger' });
    for (const execution of executions.slice(-5)) {
      const row = ledger
        .getByRole('row')
        .filter({ hasText: signedText(decimal(execution.commission), 2).slice(1) });
      await expect(row.first()).toBeVisible();
    }
  });

  await test.step('a split shows as a difference', async () => {
    const [position] = truth.positions;
    await control.split(position?.conid ?? 0, 2);
    const panel = await openPanel(page, 'Transactions');
    await panel.getByRole('tab', { name: 'Agreement' }).click();
    await panel.getByRole('button', { name: 'Check now' }).click();
    const differences = panel.getByRole('table', { name: 'Differences' });
    await expect(differences).toContainText(position?.symbol ?? '?', { timeout: 60_000 });
    const doubled = numberText(
      add(decimal(position?.quantity ?? '0'), decimal(position?.quantity ?? '0')),
      0,
    );
    await expect(differences).toContainText(doubled);
  });

  await test.step('the exported trades explain every cent of cash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portico-ledger-'));
    await app.evaluate(({ dialog }, into) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = 'x' } = given.at(-1) as { defaultPath?: string };
        return { canceled: false, filePath: `${into}/ledger.${defaultPath.split('.').at(-1) ?? ''}` };
      };
    }, folder);
    const panel = await openPanel(page, 'Transactions');
    await panel.getByRole('tab', { name: 'Ledger' }).click();
    for (const [name, file] of [
      ['CSV (spreadsheet)', 'ledger.csv'],
      ['JSON', 'ledger.json'],
      ['SQLite database', 'ledger.sqlite'],
    ] as const) {
      await panel.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect(panel.getByText(`written to ${file}`)).toBeVisible();
    }
    // Our own export format, written a moment ago.
    const { entries } = JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8')) as {
      entries: Array<{ cash: string | null; currency: string | null }>;
    };
    for (const { currency, cash } of truth.ledger) {
      const before = cashBefore.get(currency) ?? decimal('0');
      const moved = sum(
        entries
          .filter((entry) => entry.currency === currency)
          .map((entry) => decimal(entry.cash ?? 'unknown')),
      );
      expect(moved === null ? null : toFixed(add(before, moved), 4), currency).toBe(
        toFixed(decimal(cash), 4),
      );
    }
    const csv = await readFile(join(folder, 'ledger.csv'), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(entries.length + 1);
    const database = new Database(join(folder, 'ledger.sqlite'), { readonly: true });
    expect(database.prepare('SELECT count(*) AS n FROM ledger').get()).toMatchObject({ n: entries.length });
    database.close();
    await rm(folder, { recursive: true });
  });
  expect((await control.truth()).pacingViolations).toEqual([]);
});
