import { expect } from '@playwright/test';
import type { TourStep } from '../tour';

/** Looking around: portfolio, search, chart, watchlist. */
export const deskSteps: readonly TourStep[] = [
  {
    name: 'desk-opens-connected',
    async run({ desk, page }) {
      await expect(desk().session).toContainText('Connected', { timeout: 20_000 });
      await expect(page().getByRole('banner')).toContainText('PRACTICE');
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
    async run({ desk }) {
      const portfolio = desk().region('Portfolio');
      await portfolio.getByRole('tab', { name: 'Allocation' }).click();
      await expect(portfolio.getByText('Technology').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'portfolio-performance',
    async run({ desk }) {
      const portfolio = desk().region('Portfolio');
      await portfolio.getByRole('tab', { name: 'Performance' }).click();
      await expect(portfolio).toContainText('Time-weighted return');
    },
  },
  {
    name: 'portfolio-cash',
    async run({ desk }) {
      const portfolio = desk().region('Portfolio');
      await portfolio.getByRole('tab', { name: 'Cash' }).click();
      await expect(desk().cash).toContainText('EUR');
    },
  },
  {
    name: 'search-a-stock',
    async run({ page, desk }) {
      await desk().region('Portfolio').getByRole('tab', { name: 'Positions' }).click();
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
