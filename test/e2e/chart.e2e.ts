// Seam: the chart in the real app — by keyboard alone, true about its data, and unable to send anything.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { ElectronApplication } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';

const apple = 265598;

const saveTo = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

test('walks, draws, compares, trades into the ticket and exports; keeps its choices; sends nothing', async ({
  launch,
  practice,
}, testInfo) => {
  test.setTimeout(240_000);
  const { app, page, userDataDir } = await launch({ args: [...practice.args] });
  const desk = deskOf(page);
  const chart = desk.region('Chart');
  const reading = chart.getByRole('status', { name: 'Chart reading' });
  const picture = chart.getByRole('application');
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  await expect(picture).toHaveAccessibleName(/AAPL, 1 day bars, \d+ of them/);
  await expect(chart).toContainText(/live · last bar \d+ \w+ · now/);

  // By keyboard: the bar before, the price above, a ticket at that price.
  await picture.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(reading).toContainText(/open [\d.]+, high [\d.]+, low [\d.]+, close [\d.]+/);
  const close = /close ([\d.]+)/.exec((await reading.textContent()) ?? '')?.[1] ?? '';
  await page.keyboard.press('s');
  await expect(desk.ticket.getByRole('textbox', { name: 'Limit price' })).toHaveValue(close);
  await expect(desk.ticket.getByRole('radio', { name: 'Sell' })).toBeChecked();

  // A horizontal line with the tool, by keys; it is still there on another bar size.
  await chart.getByRole('button', { name: 'Draw' }).click();
  await page.getByRole('menuitem', { name: 'Horizontal line' }).press('Enter');
  await picture.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await chart.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(chart.getByRole('listitem')).toContainText('Horizontal line');
  await chart.getByRole('textbox', { name: /Note on AAPL/ }).fill('Earnings in January');
  await picture.focus();

  await chart.getByRole('button', { name: /Indicators/ }).click();
  for (const name of ['Simple average', 'Relative strength'])
    await page.getByRole('checkbox', { name, exact: true }).check();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).include('dialog').analyze()).violations).toEqual(
    [],
  );
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(chart).toContainText(/SMA 20 [\d.]+/);
  await expect(chart).toContainText(/RSI 14 [\d.]+/);

  await chart.getByRole('button', { name: /^Compare/ }).click();
  await chart.getByRole('combobox', { name: 'Compare with' }).fill('MSFT');
  await page.getByRole('option', { name: /^MSFT/ }).first().click();
  await expect(chart.getByRole('button', { name: 'Stop comparing MSFT' })).toBeVisible();
  expect(
    (await new AxeBuilder({ page }).setLegacyMode(true).include('[aria-label="Chart"]').analyze()).violations,
  ).toEqual([]);

  await chart.getByRole('button', { name: 'Stop comparing MSFT' }).click();

  const csv = testInfo.outputPath('bars.csv');
  await saveTo(app, csv);
  await chart.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save the bars (CSV)…' }).click();
  await expect(chart).toContainText('Saved as bars.csv');
  expect(await readFile(csv, 'utf8')).toMatch(
    /^# AAPL conid 265598, 1d bars of trades.*\r\ndate,open,high,low,close,volume\r\n\d{4}-\d\d-\d\d,[\d.]+,/,
  );
  const png = testInfo.outputPath('chart.png');
  await saveTo(app, png);
  await chart.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save the picture…' }).click();
  await expect(chart).toContainText('Saved as chart.png');
  expect((await readFile(png)).subarray(1, 4).toString()).toBe('PNG');

  await picture.focus();
  await page.keyboard.press('t');
  await expect(chart.getByRole('grid', { name: 'Price history' })).toBeVisible();
  expect(await practice.control.orderPosts()).toBe(0);
  await app.close();

  // The next start opens with what was kept, before any connection is needed.
  await practice.stop();
  const again = await launch({ args: [...practice.args], userDataDir });
  const kept = deskOf(again.page).region('Chart');
  await expect(kept.getByRole('application')).toHaveAccessibleName(/AAPL, 1 day bars, \d+ of them/, {
    timeout: 15_000,
  });
  await expect(kept).toContainText(/kept from before · last bar/);
  await expect(kept.getByRole('button', { name: /Indicators/ })).toContainText('2');
  await kept.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(kept.getByRole('textbox', { name: /Note on AAPL/ })).toHaveValue('Earnings in January');
  await expect(kept.getByRole('listitem')).toContainText('Horizontal line');
  expect(join(userDataDir, 'cache.sqlite')).toBeTruthy();
});

test('says halted, delayed and stale; agrees with the price; an order line moved fills the ticket only', async ({
  launch,
  practice,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({ args: [...practice.args] });
  const desk = deskOf(page);
  const chart = desk.region('Chart');
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await practice.control.setPrice(apple, '251.11');
  await desk.choose('AAPL');
  await expect(chart).toContainText('C 251.11');

  await desk.writeOrder({ side: 'Buy', quantity: '5', limit: '240.00' });
  await desk.openReview();
  for (const box of await desk.review.getByRole('checkbox').all()) await box.check();
  await desk.confirm();
  while (await desk.asksWithin(2_000)) await desk.answer(true);
  const line = chart.getByRole('slider', { name: /^Limit of BUY 5 AAPL/ });
  await expect(line).toHaveAttribute('aria-valuetext', '240.00');
  const posts = await practice.control.orderPosts();
  await line.focus();
  await page.keyboard.press('ArrowUp');
  await expect(line).toHaveAttribute('aria-valuetext', /240\.01, moved from 240\.00/);
  await page.keyboard.press('Enter');
  await expect(desk.ticket.getByRole('textbox', { name: 'Limit price' })).toHaveValue('240.01');
  await expect(desk.ticket).toContainText(/Changing order/);
  expect(await practice.control.orderPosts()).toBe(posts);
  expect(await practice.control.workingOrders()).toBe(1);
  await expect(line).toHaveAttribute('aria-valuetext', '240.00');

  await practice.control.setSession({ authenticated: false, connected: false });
  await expect(chart).toContainText(/stale · last bar/, { timeout: 30_000 });
  await practice.control.setSession({ authenticated: true, connected: true });
  await expect(chart).toContainText(/live · last bar/, { timeout: 60_000 });
});
