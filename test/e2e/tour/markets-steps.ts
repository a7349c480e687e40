import { expect } from '@playwright/test';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

const theme = '^Switch to the';

/** Lists, quotes, search and contracts; some in the light theme. */
export const marketsSteps: readonly TourStep[] = [
  {
    name: 'markets-paste-asks-which',
    async run({ page, desk }) {
      await desk().region('Watchlist').getByRole('button', { name: 'List actions' }).click();
      await page().getByRole('menuitem', { name: 'Paste symbols…' }).click();
      const paste = page().getByRole('dialog', { name: 'Paste symbols' });
      await paste.getByRole('textbox', { name: 'Symbols or a table' }).fill('AMD, SAP, NOSUCH');
      await paste.getByRole('button', { name: 'Look up' }).click();
      await expect(paste).toContainText('NOSUCH', { timeout: 15_000 });
    },
  },
  {
    name: 'markets-list-with-section',
    async run({ page, desk }) {
      await page()
        .getByRole('dialog', { name: 'Paste symbols' })
        .getByRole('button', { name: 'Back' })
        .click();
      await desk().region('Watchlist').getByRole('button', { name: 'List actions' }).click();
      await page().getByRole('menuitem', { name: 'Section at the end…' }).click();
      await page().getByRole('textbox', { name: 'Heading' }).fill('Watching');
      await page().getByRole('button', { name: 'Keep' }).click();
      await expect(desk().quotes).toContainText('Watching');
    },
  },
  {
    name: 'markets-columns',
    async run({ page, desk }) {
      await desk().region('Watchlist').getByRole('button', { name: 'List actions' }).click();
      await page().getByRole('menuitem', { name: 'Columns…' }).click();
      await page().getByRole('textbox', { name: 'Find a figure' }).fill('volatility');
      await expect(page().getByRole('checkbox', { name: 'Implied volatility', exact: true })).toBeVisible();
    },
  },
  {
    name: 'markets-quote',
    async run({ page }) {
      await page()
        .getByRole('dialog', { name: 'Columns of the watchlist' })
        .getByRole('button', { name: 'Close', exact: true })
        .click();
      const quote = await openPanel(page(), 'Quote');
      await expect(quote).toContainText('52 weeks');
      await expect(quote).toContainText('Real time.');
    },
  },
  {
    name: 'markets-ladder',
    async run({ page, desk }) {
      await desk().region('Quote').getByRole('tab', { name: 'Ladder' }).click();
      await expect(page().getByRole('table', { name: 'Price ladder' })).toBeVisible();
    },
  },
  {
    name: 'markets-snapshot-names-its-cost',
    async run({ page, desk }) {
      await desk().region('Quote').getByRole('button', { name: 'Snapshot…' }).click();
      await expect(page().getByRole('alertdialog', { name: 'Regulatory snapshot' })).toContainText(
        '0.01 USD',
      );
    },
  },
  {
    name: 'markets-contract-rules',
    async run({ page }) {
      await page().getByRole('alertdialog').getByRole('button', { name: 'Back' }).click();
      const contract = await openPanel(page(), 'Contract');
      await contract.getByRole('tab', { name: 'Rules' }).click();
      await expect(contract.getByRole('table', { name: 'Order rules' })).toContainText('limit');
    },
  },
  {
    name: 'markets-contract-hours-light',
    async run({ page, desk }) {
      await page()
        .getByRole('button', { name: new RegExp(theme) })
        .click();
      await desk().region('Contract').getByRole('tab', { name: 'Hours' }).click();
      await expect(page().getByRole('table', { name: 'Trading hours' })).toBeVisible();
    },
  },
  {
    name: 'markets-search-light',
    async run({ page }) {
      const search = await openPanel(page(), 'Search');
      await search.getByRole('textbox', { name: /^Symbol, name/ }).fill('apple');
      await expect(search.getByRole('grid', { name: 'Contracts found' })).toContainText('IBIS');
    },
  },
  {
    name: 'markets-search-futures',
    async run({ page, desk }) {
      const search = desk().region('Search');
      await search.getByRole('textbox', { name: /^Symbol, name/ }).fill('ES');
      await search.getByRole('combobox', { name: 'Kind' }).selectOption('FUT');
      await expect(search.getByRole('grid', { name: 'Contracts found' })).toContainText('future');
      await page()
        .getByRole('button', { name: new RegExp(theme) })
        .click();
    },
  },
];
