// Seam: the zone chosen in the settings is the zone of every panel that tells a time, and each time says which.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { run } from '../support/palette';
import { openPanel } from '../support/panels';
import { tickWarnings } from './tour/tick-warnings';

const apple = 265598;
// The practice market that never closes keeps its hours in UTC, so that is its exchange’s time.
const utc = /\d\d:\d\d:\d\d UTC/;

async function tellTimesIn(page: Page, zone: string): Promise<void> {
  const settings = await openPanel(page, 'Settings');
  await settings.getByRole('radio', { name: zone, exact: true }).check({ force: true });
  await expect(settings.getByRole('radio', { name: zone, exact: true })).toBeChecked();
  await run(page, 'layout trader');
}

test('orders, fills, the ticket and the ledger tell the exchange’s time; all panels tell UTC', async ({
  launch,
  practice,
}) => {
  test.setTimeout(120_000);
  await practice.control.setPrice(apple, '200.00');
  const { page } = await launch({ args: practice.args });
  page.setDefaultTimeout(15_000);
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await tellTimesIn(page, 'The exchange’s time');

  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '3', limit: '201.00' });
  await desk.openReview();
  await tickWarnings(desk);
  await desk.confirm();
  if (await desk.asksWithin(3_000)) await desk.answer(true);
  await expect(desk.orderStatus).toContainText(utc, { timeout: 20_000 });

  const { orders } = desk;
  await orders.getByRole('tab', { name: /Executions/ }).click();
  const fill = orders.getByRole('row', { name: /AAPL/ }).first();
  await expect(fill).toContainText(utc, { timeout: 20_000 });
  await orders.getByRole('tab', { name: /Sent here/ }).click();
  const sent = orders.getByRole('row', { name: /BUY 3 AAPL/ });
  await expect(sent).toContainText(utc);
  await sent.getByRole('button', { name: /^Timeline/ }).click();
  const timeline = page.getByRole('dialog', { name: /^Timeline of/ });
  await expect(timeline.getByRole('listitem').first()).toContainText(utc);
  await timeline.getByRole('button', { name: 'Close' }).click();
  await expect(
    (await openPanel(page, 'Transactions')).getByRole('row', { name: /AAPL/ }).first(),
  ).toContainText(utc);
  // Times of no one contract stay the computer's own.
  await expect(page.getByRole('banner')).not.toContainText(utc);

  await tellTimesIn(page, 'UTC');
  await expect(page.getByRole('banner')).toContainText(utc);
  await expect(desk.orderStatus).toContainText(utc);
  await expect(desk.region('Portfolio')).toContainText(utc);
  await expect(orders).toContainText(utc);
  await expect(await openPanel(page, 'Activity')).toContainText(utc);
});
