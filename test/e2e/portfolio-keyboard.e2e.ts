// Seam: every portfolio view is reached, walked and questioned without a mouse.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { panelTo, tabTo } from '../support/keyboard';

const open = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(name);
  await page
    .getByRole('option', { name: new RegExp(`^(Open )?${name}\\b`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name, exact: true }).waitFor();
  await panelTo(page, new RegExp(`^${name}$`));
};

/** Tabs on until a cell of the grid has the focus. */
async function intoGrid(page: Page, grid: string): Promise<void> {
  await page.getByRole('grid', { name: grid, exact: true }).getByRole('row').nth(1).waitFor();
  await expect(async () => {
    await page.keyboard.press('Tab');
    const within = await page.evaluate(
      () => document.activeElement?.closest('[role="grid"]')?.getAttribute('aria-label') ?? '',
    );
    expect(within).toBe(grid);
  }).toPass({ timeout: 15_000, intervals: [0] });
}

async function explainedBy(page: Page, keys: ReadonlyArray<string>): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  const card = page.getByRole('dialog', { name: /explained$/ });
  await expect(card).toContainText('Source');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
}

test('portfolio, allocation, balances, performance, transactions and accounts by keys alone', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const { page } = await launch();
  await expect(deskOf(page).session).toContainText('Connected', { timeout: 20_000 });

  await test.step('positions: a cell is explained, a column sorts, the menu opens the details', async () => {
    await open(page, 'Portfolio');
    await intoGrid(page, 'Positions');
    await explainedBy(page, ['ArrowDown', 'ArrowRight', 'i']);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Details' }).waitFor();
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: /^Details of/ });
    await expect(details).toContainText('History');
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
  });

  await test.step('allocation: the table twin, and from a part to its positions', async () => {
    await open(page, 'Allocation');
    await page.getByRole('region', { name: 'Allocation' }).getByRole('button', { name: 'Table' }).waitFor();
    await tabTo(page, /^Table$/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('table', { name: 'Allocation' })
      .getByRole('button', { name: 'Technology' })
      .waitFor();
    await tabTo(page, /^Technology$/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove the filter Technology, long' })).toBeVisible();
  });

  await test.step('balances', async () => {
    await open(page, 'Balances');
    await intoGrid(page, 'Cash by currency');
    await explainedBy(page, ['ArrowDown', 'ArrowRight', 'Enter']);
  });

  await test.step('performance', async () => {
    await open(page, 'Performance');
    await page.getByRole('button', { name: 'Drawdown' }).waitFor();
    await tabTo(page, /^Drawdown$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Table$/);
    await page.keyboard.press('Enter');
    await intoGrid(page, 'Performance');
    await explainedBy(page, ['ArrowDown', 'ArrowRight', 'Enter']);
  });

  await test.step('transactions: its tabs by arrows', async () => {
    await open(page, 'Transactions');
    await page.getByRole('tab', { name: 'Ledger', exact: true }).waitFor();
    await tabTo(page, /^Ledger$/);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'By instrument' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^Check now$/);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: 'Transactions' }).getByRole('status').first(),
    ).toContainText(/noted|the books agree/, { timeout: 40_000 });
  });

  await test.step('accounts', async () => {
    await open(page, 'Accounts');
    await intoGrid(page, 'Accounts');
    await page.keyboard.press('ArrowDown');
    await explainedBy(page, ['End', 'ArrowLeft', 'ArrowLeft', 'i']);
  });
});
