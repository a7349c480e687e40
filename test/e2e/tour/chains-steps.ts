import { expect } from '@playwright/test';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

/** Options, futures and bonds: from a symbol to everything that is written on it. */
export const chainsSteps: readonly TourStep[] = [
  {
    name: 'markets-option-chain',
    async run({ page, desk }) {
      await desk().choose('AAPL');
      const options = await openPanel(page(), 'Options');
      const grid = options.getByRole('grid', { name: /^Options on AAPL, \d/ });
      await expect(grid.locator('tr.chain-spot + tr td[data-figure="ask"]').first()).toHaveText(/\d/, {
        timeout: 30_000,
      });
      await expect(options.getByRole('status', { name: 'Lookup of contracts' })).toHaveText('', {
        timeout: 30_000,
      });
    },
  },
  {
    name: 'markets-option-chain-to-ticket',
    async run({ desk }) {
      const ask = desk().region('Options').locator('tr.chain-spot + tr td[data-side="C"][data-figure="ask"]');
      await ask.click();
      await expect(desk().ticket).toContainText(/AAPL \d+ \w{3} \d\d \d+(\.\d+)? C/);
    },
  },
  {
    name: 'markets-futures-chain',
    async run({ page, desk }) {
      await desk().choose('ES');
      const futures = await openPanel(page(), 'Futures');
      await expect(futures.getByRole('grid', { name: 'Futures on ES' })).toContainText('most active', {
        timeout: 20_000,
      });
    },
  },
  {
    name: 'markets-bonds-of-an-issuer',
    async run({ page }) {
      const search = await openPanel(page(), 'Search');
      await search.getByRole('combobox', { name: 'Kind' }).selectOption('BOND');
      await search.getByRole('textbox', { name: /^Symbol, name/ }).fill('treasury');
      await expect(page().getByRole('grid', { name: /^Bonds of/ })).toContainText('%', { timeout: 15_000 });
      await search.getByRole('combobox', { name: 'Currency' }).first().selectOption('USD');
    },
  },
  {
    name: 'markets-related-chains',
    async run({ page, desk }) {
      const search = desk().region('Search');
      await search.getByRole('textbox', { name: /^Symbol, name/ }).fill('');
      await search.getByRole('combobox', { name: 'Kind' }).selectOption('all');
      await desk().choose('AAPL');
      const contract = await openPanel(page(), 'Contract');
      await contract.getByRole('tab', { name: 'Related' }).click();
      await expect(contract.getByRole('button', { name: 'Open the chain' })).toBeVisible({ timeout: 15_000 });
    },
  },
];
