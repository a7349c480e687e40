import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { command, run } from '../../support/palette';
import { openPanel } from '../../support/panels';
import type { TourStep } from '../tour';

const isTheme = (page: Page, theme: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-theme', theme);

/** Arranging the desk, finding things by name and key, and how it looks. */
export const workspaceSteps: readonly TourStep[] = [
  {
    name: 'workspace-palette',
    async run({ page }) {
      await command(page(), 'the');
      await expect(page().getByRole('option', { name: /Theme: light/ })).toBeVisible();
    },
  },
  {
    name: 'workspace-palette-order-is-asked',
    async run({ page }) {
      await page()
        .getByRole('combobox', { name: 'Command, symbol or order' })
        .fill('buy 1,234 msft lmt 500 day');
      await expect(
        page()
          .getByRole('option', { name: /^Buy 1.234 MSFT/ })
          .first(),
      ).toBeVisible();
    },
  },
  {
    name: 'workspace-keys',
    async run({ page }) {
      await page().keyboard.press('Escape');
      await page().getByRole('button', { name: 'Keys and credits' }).click();
      await expect(page().getByRole('button', { name: /^Key for Command palette: Ctrl K/ })).toBeVisible();
    },
  },
  {
    name: 'workspace-investor',
    async run({ page, desk }) {
      await page().keyboard.press('Escape');
      await run(page(), 'layout investor');
      await expect(desk().region('Portfolio')).toBeVisible();
    },
  },
  {
    name: 'workspace-chartist',
    async run({ page, desk }) {
      await run(page(), 'layout chartist');
      await expect(desk().region('Chart 4')).toBeVisible();
    },
  },
  {
    name: 'workspace-panel-menu',
    async run({ page, desk }) {
      await desk().region('Chart 4').focus();
      await page().keyboard.press('Control+Shift+M');
      await expect(page().getByRole('menuitem', { name: 'Maximise' })).toBeVisible();
    },
  },
  {
    name: 'workspace-tabs',
    async run({ page, desk }) {
      await page().keyboard.press('Escape');
      await run(page(), 'layout trader');
      await openPanel(page(), 'Settings');
      await expect(
        desk().region('Settings').getByRole('radio', { name: 'Light', exact: true }),
      ).toBeVisible();
    },
  },
  {
    name: 'workspace-light',
    async run({ page, desk }) {
      await desk()
        .region('Settings')
        .getByRole('radio', { name: 'Light', exact: true })
        .check({ force: true });
      await isTheme(page(), 'light');
    },
  },
  {
    name: 'workspace-high-contrast-colour-blind',
    async run({ page, desk }) {
      const settings = desk().region('Settings');
      await settings.getByRole('radio', { name: 'High contrast' }).check({ force: true });
      await settings.getByRole('radio', { name: 'Blue up, orange down' }).check({ force: true });
      await isTheme(page(), 'contrast');
      await page().getByRole('tab', { name: 'Chart', exact: true }).click();
    },
  },
  {
    name: 'workspace-layout-menu',
    async run({ page }) {
      await run(page(), 'settings');
      const settings = page().getByRole('region', { name: 'Settings', exact: true });
      await settings.getByRole('radio', { name: 'Green up' }).check({ force: true });
      await settings.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
      await isTheme(page(), 'dark');
      await page().getByRole('button', { name: 'Layout', exact: true }).click();
      await expect(page().getByRole('menuitem', { name: 'Undo layout change' })).toBeVisible();
    },
  },
  {
    name: 'workspace-reset',
    async run({ page, desk }) {
      await page().keyboard.press('Escape');
      await run(page(), 'layout trader');
      await expect(desk().region('Portfolio')).toBeVisible();
      await expect(desk().region('Settings')).toBeHidden();
    },
  },
];
