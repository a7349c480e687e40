import { expect } from '@playwright/test';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

/** Looking for what nobody has named: the scanner, from its parameters to a kept scan. */
export const scannerSteps: readonly TourStep[] = [
  {
    name: 'markets-scanner-builder',
    async run({ page }) {
      const scanners = await openPanel(page(), 'Scanners');
      const location = scanners.getByRole('combobox', { name: 'Location' });
      await location.click();
      await expect(page().getByRole('option', { name: /STK\.NYSE/ })).toBeVisible();
      await location.press('Escape');
    },
  },
  {
    name: 'markets-scanner-results',
    async run({ page, desk }) {
      const scanners = desk().region('Scanners');
      const ranking = scanners.getByRole('combobox', { name: 'Ranking' });
      await ranking.fill('most active');
      await ranking.press('Enter');
      await scanners.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page().getByRole('grid', { name: 'Scan results' }).getByRole('row').nth(1)).toContainText(
        /\d\.\d\d/,
      );
    },
  },
  {
    name: 'markets-scanner-new-since-last-run',
    async run({ desk }) {
      const scanners = desk().region('Scanners');
      await scanners.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(scanners.getByRole('status')).toContainText('new since the last run');
    },
  },
];
