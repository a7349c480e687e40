import { expect } from '@playwright/test';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

/** Looking around: portfolio, search, chart, watchlist. */
export const deskSteps: readonly TourStep[] = [
  {
    name: 'desk-opens-connected',
    async run({ desk, page }) {
      await expect(desk().session).toContainText('Connected', { timeout: 20_000 });
      await expect(page().getByRole('banner')).toContainText('PRACTICE');
      // A calm first desk: the first symbol of the list is looked at, and everything has come.
      await expect(desk().positions.getByRole('row').nth(3)).toBeVisible({ timeout: 20_000 });
      await expect(desk().quotes.getByRole('row').nth(2)).toContainText(/\d\.\d\d/, { timeout: 20_000 });
      await expect(desk().region('Chart').locator('canvas').first()).toBeVisible({ timeout: 20_000 });
      await expect(desk().ticket.getByRole('button', { name: /^Ask / })).toHaveAccessibleName(/\d/);
    },
  },
  {
    name: 'portfolio-totals-and-positions',
    async run({ desk }) {
      await expect(desk().region('Portfolio')).toContainText('Net liquidation');
      await expect(desk().positions.getByRole('row').nth(3)).toBeVisible();
    },
  },
  {
    name: 'portfolio-allocation',
    async run({ page }) {
      const panel = await openPanel(page(), 'Allocation');
      await expect(panel.getByText('Technology').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'portfolio-performance',
    async run({ page }) {
      await expect(await openPanel(page(), 'Performance')).toContainText(/Return, 1Y/);
    },
  },
  {
    name: 'portfolio-cash',
    async run({ desk, page }) {
      await openPanel(page(), 'Balances');
      await expect(desk().cash).toContainText('EUR');
    },
  },
  {
    name: 'search-a-stock',
    async run({ page }) {
      await openPanel(page(), 'Portfolio');
      const search = page().getByRole('combobox', { name: 'Search symbol' });
      await search.fill('AAPL');
      await expect(page().getByRole('option', { name: /^AAPL/ }).first()).toBeVisible();
    },
  },
  {
    name: 'chart-of-it',
    async run({ page, desk }) {
      await page().getByRole('option', { name: /^AAPL/ }).first().click();
      await expect(desk().region('Chart')).toContainText('AAPL');
      await desk()
        .region('Chart')
        .getByRole('radio', { name: '3M' })
        .or(desk().region('Chart').getByRole('button', { name: '3M' }))
        .click({ force: true });
      await expect(desk().region('Chart').locator('canvas').first()).toBeVisible();
    },
  },
  {
    name: 'watchlist-live',
    async run({ desk }) {
      await expect(desk().quotes.getByRole('row').nth(2)).toContainText(/\d+\.\d\d/);
    },
  },
];
