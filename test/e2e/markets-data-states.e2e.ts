// Seam: what a price is worth is said wherever it stands; a silent connection makes nothing look alive, and ends by itself.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

const patched = (conid: number, set: Readonly<Record<string, string>>) => ({
  match: { topic: `smd+${conid}` },
  point: 'ws-out',
  do: { kind: 'patch', set },
});

const states = [
  { symbol: 'AAPL', conid: 265598, set: null, badge: null },
  { symbol: 'MSFT', conid: 272093, set: { '6509': 'DPB' }, badge: '15m' },
  { symbol: 'NVDA', conid: 4815747, set: { '6509': 'ZB' }, badge: 'Close' },
  { symbol: 'SPY', conid: 756733, set: { '31': 'H726.10' }, badge: 'HALT' },
  { symbol: 'XOM', conid: 13977, set: { '6509': 'NpB' }, badge: 'No sub' },
] as const;

test('each state of the data is said in the table, the quote and the ticket; loss is stale and heals whole', async ({
  launch,
  practice,
}) => {
  // Most of a minute is spent in silence.
  test.setTimeout(240_000);
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await control.setFaults(states.flatMap(({ conid, set }) => (set === null ? [] : [patched(conid, set)])));
  const quote = await openPanel(page, 'Quote');
  const looks = new Set<string>();
  for (const { symbol, badge } of states) {
    const row = desk.quotes.getByRole('row', { name: new RegExp(`^${symbol}\\b`) });
    await row.getByRole('gridcell').first().click();
    await expect(quote).toContainText(symbol);
    for (const place of [row, quote, desk.ticket]) {
      const badges = place.locator('.badge:not(.badge-mode)');
      if (badge === null) await expect(badges).toHaveCount(0);
      else await expect(badges.first()).toHaveText(badge, { timeout: 15_000 });
    }
    looks.add(
      (await row.locator('[class^="quote-"]').count()) === 0
        ? 'live'
        : ((await row.locator('[class^="quote-"]').first().getAttribute('class')) ?? ''),
    );
  }
  expect(looks.size).toBe(states.length);

  await control.setFaults([]);
  const wanted = (await control.truth()).streamsOpen;
  // Not a closed connection but a silent one: no frame comes, and none says so.
  await control.setFaults([{ match: { topic: '*' }, point: 'ws-out', do: 'drop' }]);
  const silentSince = Date.now();
  await expect(desk.region('Watchlist')).toContainText('stale', { timeout: 30_000 });
  expect(Date.now() - silentSince).toBeLessThan(25_000);
  await expect(quote.locator('.badge').first()).toHaveText('Stale');
  await expect(desk.ticket).toContainText('stale');
  // What was known stays to be read.
  await expect(desk.quotes.getByRole('row', { name: /^AAPL/ })).toContainText(/\d\.\d\d/);

  await control.setFaults([]);
  await expect(desk.region('Watchlist')).not.toContainText('stale', { timeout: 40_000 });
  await expect(quote.locator('.badge')).toHaveCount(0, { timeout: 15_000 });
  await expect.poll(async () => names((await control.truth()).streamsOpen)).toEqual(names(wanted));
});

const names = (clients: ReadonlyArray<{ readonly topics: ReadonlyArray<string> }>): string[] =>
  clients.flatMap(({ topics }) => topics).sort();
