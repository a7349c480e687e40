// Seam: what happens is told in the corner and kept in the log; hostile notices stay text.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

test('a fill, a bulletin and a lost session are told and kept', async ({ launch, practice }) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  const told = page.getByRole('log', { name: 'What just happened' });

  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '7', limit: '250' });
  await desk.openReview();
  const doubts = desk.review.getByRole('checkbox');
  for (const doubt of await doubts.all()) await doubt.check({ force: true });
  await desk.confirm();
  while (await desk.asksWithin(2_000)) await desk.answer(true);
  await practice.control.setPrice(265598, '240');
  await expect(told).toContainText('Bought 7 AAPL at', { timeout: 15_000 });

  const hostile = '<img src=x onerror="document.title=1">Exchange notice';
  await practice.control.broadcast({ topic: 'blt', args: { id: '1', message: hostile } });
  await expect(told).toContainText('Exchange notice');

  await practice.control.setSession({ loggedIn: false, authenticated: false, connected: false });
  await expect(told).toContainText('Not logged in', { timeout: 90_000 });
  expect(await page.title()).toMatch(/^Portico/);

  const activity = await openPanel(page, 'Activity');
  const log = activity.getByRole('grid', { name: 'Activity' });
  for (const words of ['Bought 7 AAPL', 'Bulletin of IBKR', 'Not logged in'])
    await expect(log).toContainText(words);
});
