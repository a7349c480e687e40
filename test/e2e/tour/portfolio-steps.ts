import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

/** The portfolio by day and by night: groups, explanations, details, hidden amounts, allocation, accounts. */
const steps: readonly TourStep[] = [
  {
    name: 'portfolio-over-the-whole-desk',
    async run({ page, desk }) {
      await openPanel(page(), 'Portfolio');
      await maximise(page(), 'Maximise');
      await expect(desk().positions.getByRole('row').nth(10)).toBeVisible();
    },
  },
  {
    name: 'portfolio-grouped-by-sector',
    async run({ page, desk }) {
      await page().getByRole('combobox', { name: 'Group the positions' }).selectOption('sector');
      await expect(desk().positions.getByRole('row', { expanded: true }).first()).toBeVisible();
    },
  },
  {
    name: 'portfolio-explains-a-number',
    async run({ page, desk }) {
      await page().getByRole('combobox', { name: 'Group the positions' }).selectOption('none');
      await desk().region('Portfolio').getByTitle('Explain this number').first().click();
      await expect(page().getByRole('dialog', { name: 'Net liquidation, explained' })).toContainText('spl');
    },
  },
  {
    name: 'portfolio-details',
    async run({ page, desk }) {
      await page().keyboard.press('Escape');
      await desk().positions.getByRole('row').nth(1).click({ button: 'right' });
      await page().getByRole('menuitem', { name: 'Details' }).click();
      await expect(page().getByRole('complementary', { name: /^Details of/ })).toContainText('Average cost');
    },
  },
  {
    name: 'portfolio-columns',
    async run({ page, desk }) {
      await page().getByRole('button', { name: 'Close the details' }).click();
      await desk().region('Portfolio').getByRole('button', { name: 'View', exact: true }).click();
      await page().getByRole('menuitem', { name: 'Columns…' }).click();
      await expect(page().getByRole('dialog', { name: 'Columns of the positions' })).toBeVisible();
    },
  },
  {
    name: 'portfolio-amounts-hidden',
    async run({ page, desk }) {
      await page().getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await page().keyboard.press('Control+Shift+H');
      await expect(desk().region('Portfolio').locator('.tile-figure').first()).toContainText('hidden');
    },
  },
  {
    name: 'portfolio-allocation-table',
    async run({ page }) {
      await page().keyboard.press('Control+Shift+H');
      const panel = await openPanel(page(), 'Allocation');
      await panel.getByRole('button', { name: 'Table' }).click();
      await expect(panel.getByRole('table', { name: 'Allocation' })).toContainText('Top holdings');
      await panel.getByRole('button', { name: 'Table' }).click();
    },
  },
  {
    name: 'portfolio-drawdown-and-months',
    async run({ page }) {
      const panel = await openPanel(page(), 'Performance');
      await panel.getByRole('button', { name: 'Drawdown' }).click();
      await expect(panel.getByRole('table', { name: 'Returns by month' })).toBeVisible();
    },
  },
  {
    name: 'portfolio-agreement',
    async run({ page }) {
      const panel = await openPanel(page(), 'Transactions');
      await panel.getByRole('tab', { name: 'Agreement' }).click();
      await panel.getByRole('button', { name: 'Check now' }).click();
      await expect(panel.getByRole('status').first()).toContainText(/noted|the books agree/, {
        timeout: 40_000,
      });
    },
  },
  {
    name: 'portfolio-transactions-of-one-instrument',
    async run({ page }) {
      const panel = await openPanel(page(), 'Transactions');
      await panel.getByRole('tab', { name: 'By instrument' }).click();
      await expect(panel.getByText('Realised in the range')).toBeVisible({ timeout: 20_000 });
    },
  },
  {
    name: 'portfolio-accounts',
    async run({ page }) {
      await openPanel(page(), 'Portfolio');
      await maximise(page(), 'Restore');
      const panel = await openPanel(page(), 'Accounts');
      await expect(panel.getByRole('grid', { name: 'Accounts' }).getByRole('row').nth(1)).toBeVisible();
    },
  },
];

async function maximise(page: Page, word: 'Maximise' | 'Restore'): Promise<void> {
  await page.getByRole('button', { name: 'Panel menu: Portfolio', exact: true }).click();
  await page.getByRole('menuitem', { name: word, exact: true }).click();
}

const themed = (theme: 'light' | 'dark'): TourStep => ({
  name: `portfolio-${theme}`,
  async run({ page }) {
    await page().evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    await openPanel(page(), 'Portfolio');
  },
});

/** All of it in the theme of the desk, then the same in the light one. */
export const portfolioSteps: readonly TourStep[] = [
  ...steps,
  themed('light'),
  ...steps.map((step) => ({ ...step, name: `${step.name}-light` })),
  themed('dark'),
];
