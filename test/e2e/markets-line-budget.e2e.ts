// Seam: a list longer than the user's market-data lines takes lines for what is on the screen only, and says so.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { controlOf } from '../support/practice-control';
import { startPractice } from '../support/practice-process';
import { asker, contracts } from '../bench/listed-contracts';

const lines = 60;

test('only the rows on the screen are subscribed; scrolling moves the lines along', async ({ launch }) => {
  test.setTimeout(120_000);
  const practice = await startPractice({ seed: 5, args: ['--no-pacing', '--control-port', '0'] });
  const { truth } = controlOf(practice);
  const ask = asker(practice.url, await readFile(practice.cacert, 'utf8'));
  const conids = await contracts(ask, 120);
  expect(conids).toHaveLength(120);
  const rows = conids.map((conid) => ({ C: conid }));
  await ask('POST', '/iserver/watchlist', { id: '900', name: 'Long list', rows });
  const trusted = ['--gateway-url', practice.url, '--cacert', practice.cacert];
  const { page } = await launch({ args: [...trusted, '--market-data-lines', String(lines)] });
  const desk = deskOf(page);
  const watchlist = desk.region('Watchlist');
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await watchlist.getByRole('combobox', { name: 'Choose a watchlist' }).selectOption('900');
  await expect(watchlist).toContainText(
    `120 symbols, ${lines} market-data lines: only the rows on the screen are subscribed.`,
  );
  const subscribed = async (): Promise<ReadonlySet<number>> =>
    new Set(
      (await truth()).streamsOpen
        .flatMap(({ topics }) => topics)
        .flatMap((topic) => (topic.startsWith('md+') ? [Number(topic.split('+')[1])] : [])),
    );
  const [first = 0, last = 0] = [conids[0], conids.at(-1)];
  await expect(desk.quotes.getByRole('row').nth(1)).toContainText(/\d\.\d\d/, { timeout: 15_000 });
  await expect.poll(async () => (await subscribed()).has(first)).toBe(true);
  expect((await subscribed()).has(last)).toBe(false);
  expect((await subscribed()).size).toBeLessThanOrEqual(lines);
  await expect(watchlist.getByRole('img', { name: /market-data lines in use/ })).toBeVisible();

  await desk.quotes.getByRole('row').nth(1).getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await expect.poll(async () => (await subscribed()).has(last), { timeout: 15_000 }).toBe(true);
  // Some of those in between are held, and stream for the positions.
  const between = async (): Promise<number> => {
    const now = await subscribed();
    return conids.slice(20, 60).filter((conid) => now.has(conid)).length;
  };
  await expect.poll(between, { timeout: 15_000 }).toBeLessThan(15);
  expect((await subscribed()).size).toBeLessThanOrEqual(lines);
  await expect(desk.quotes.getByRole('row').last()).toContainText(/\d\.\d\d/, { timeout: 15_000 });
  await practice.stop();
});
