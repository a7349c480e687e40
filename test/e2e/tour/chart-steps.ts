import { expect } from '@playwright/test';
import type { TourStep } from '../tour';

/** The chart, from candles to a price in the ticket. */
export const chartSteps: readonly TourStep[] = [
  {
    name: 'markets-chart-indicators',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      await chart.getByRole('button', { name: '6M' }).click();
      await chart.getByRole('button', { name: /^Indicators/ }).click();
      for (const name of ['Simple average', 'Bollinger bands, 2 deviations', 'Relative strength'])
        await page().getByRole('checkbox', { name, exact: true }).check();
      await page().getByRole('button', { name: 'Close' }).click();
      await expect(chart).toContainText(/RSI 14 [\d.]+/);
    },
  },
  {
    name: 'markets-chart-compare',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      await chart.getByRole('button', { name: /^Indicators/ }).click();
      for (const name of ['Bollinger bands, 2 deviations', 'Relative strength'])
        await page().getByRole('checkbox', { name, exact: true }).uncheck();
      await page().getByRole('button', { name: 'Close' }).click();
      await chart.getByRole('button', { name: /^Compare/ }).click();
      for (const symbol of ['MSFT', 'SPY']) {
        await chart.getByRole('combobox', { name: 'Compare with' }).fill(symbol);
        await page()
          .getByRole('option', { name: new RegExp(`^${symbol}`) })
          .first()
          .click();
      }
      await expect(chart.getByRole('button', { name: 'Stop comparing SPY' })).toBeVisible();
    },
  },
  {
    name: 'markets-chart-line-and-note',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      for (const symbol of ['MSFT', 'SPY'])
        await chart.getByRole('button', { name: `Stop comparing ${symbol}` }).click();
      await chart.getByRole('button', { name: /^Compare/ }).click();
      await chart.getByRole('button', { name: 'Draw' }).click();
      await page().getByRole('menuitem', { name: 'Trend line' }).click();
      const box = await chart.getByRole('application').boundingBox();
      if (box === null) throw new Error('The chart has no place on the screen.');
      await page().mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.45);
      await page().mouse.click(box.x + box.width * 0.65, box.y + box.height * 0.25);
      await chart.getByRole('button', { name: 'Notes', exact: true }).click();
      await expect(chart.getByRole('listitem').first()).toContainText('Trend line');
    },
  },
  {
    name: 'markets-chart-minutes-by-keyboard',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      await chart.getByRole('button', { name: 'Notes', exact: true }).click();
      await chart.getByRole('button', { name: '1D', exact: true }).click();
      await chart.getByRole('combobox', { name: 'Bar size' }).selectOption('1min');
      const picture = chart.getByRole('application');
      await expect(picture).toHaveAccessibleName(/1 minute bars, \d+/);
      await picture.focus();
      for (const key of ['End', 'ArrowLeft', 'ArrowLeft', '+', 'ArrowUp']) await page().keyboard.press(key);
      await expect(chart.getByRole('status', { name: 'Chart reading' })).toContainText(/close [\d.]+/);
    },
  },
  {
    name: 'markets-chart-price-into-the-ticket',
    async run({ page, desk }) {
      await page().keyboard.press('b');
      await expect(desk().ticket.getByRole('textbox', { name: 'Limit price' })).toHaveValue(/\d+\.\d\d/);
    },
  },
  {
    name: 'markets-chart-as-a-table',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      await chart.getByRole('application').focus();
      await page().keyboard.press('t');
      await expect(chart.getByRole('grid', { name: 'Price history' })).toBeVisible();
    },
  },
  {
    name: 'markets-chart-light',
    async run({ page, desk }) {
      const chart = desk().region('Chart');
      await chart.getByRole('button', { name: 'Table' }).click();
      await page().getByRole('button', { name: /theme/ }).click();
      await chart.getByRole('button', { name: '3M' }).click();
      await expect(chart.getByRole('application')).toHaveAccessibleName(/1 day bars/);
      await page().waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
    },
  },
  {
    name: 'markets-chart-put-back',
    async run({ page, desk }) {
      await page().getByRole('button', { name: /theme/ }).click();
      const clear = desk().ticket.getByRole('button', { name: /clear/i });
      if (await clear.isVisible()) await clear.click();
      await expect(desk().region('Chart')).toContainText('last bar');
    },
  },
];
