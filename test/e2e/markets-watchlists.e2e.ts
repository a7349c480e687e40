// Seam: a list made here is the list at IBKR, rows and order and gaps; and the way from nothing to an order needs no mouse.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { panelTo, pressUntil, tabTo, tabToGrid } from '../support/keyboard';
import { askGateway } from '../support/raw-gateway';

interface RawList {
  readonly id: string;
  readonly name: string;
}
interface RawRows {
  readonly instruments: ReadonlyArray<{ readonly C?: string; readonly H?: string }>;
}

test('from an empty watchlist through scanner, search and chart to a placed order by keyboard alone', async ({
  launch,
  practice,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  const { keyboard } = page;
  const watchlist = desk.region('Watchlist');
  const chart = desk.region('Chart');
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await expect(desk.quotes.getByRole('row').nth(1)).toBeVisible();

  await panelTo(page, /^Watchlist$/);
  await tabTo(page, /^List actions$/);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('By keys');
  await keyboard.press('Enter');
  await expect(watchlist).toContainText('This list is empty.', { timeout: 15_000 });

  // The scanner, by its name; what it finds first goes into the list.
  const goTo = async (panel: string): Promise<void> => {
    await keyboard.press('Control+k');
    await keyboard.type(panel);
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(panel);
    await keyboard.press('Enter');
    await expect(desk.region(panel)).toBeVisible();
  };
  await goTo('Scanners');
  const scanners = desk.region('Scanners');
  await expect(scanners.getByRole('combobox', { name: 'Ranking' })).toHaveValue(/\w/, { timeout: 15_000 });
  await panelTo(page, /^Scanners$/);
  await tabTo(page, /^Ranking$/);
  await keyboard.type('% gain');
  await keyboard.press('Enter');
  await panelTo(page, /^Scanners$/);
  await tabTo(page, /^Run$/);
  await keyboard.press('Enter');
  // The second row: below the header and the one the arrow leaves.
  const found = scanners.getByRole('grid', { name: 'Scan results' }).getByRole('row').nth(2);
  await expect(found).toContainText(/\d\.\d\d/, { timeout: 15_000 });
  const gainer = (await found.locator('.symbol').innerText()).trim();
  await panelTo(page, /^Scanners$/);
  await tabToGrid(page, 'Scan results');
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+F10');
  await pressUntil(page, 'ArrowDown', /^Add to the watchlist$/);
  await keyboard.press('Enter');
  await expect(desk.quotes.getByRole('row', { name: new RegExp(`^${gainer}\\b`) })).toContainText(/\d\.\d\d/);

  await panelTo(page, /^Watchlist$/);
  await tabTo(page, /^Add to the watchlist$/);
  for (const symbol of ['AAPL', 'MSFT', 'NVDA']) {
    await keyboard.type(symbol);
    await expect(page.getByRole('option', { name: new RegExp(`^${symbol}\\b`) }).first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(desk.quotes.getByRole('row', { name: new RegExp(`^${symbol}\\b`) })).toContainText(
      /\d\.\d\d/,
    );
  }
  await panelTo(page, /^Watchlist$/);
  await tabToGrid(page, 'Watchlist quotes');
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  await expect(desk.quotes.getByRole('row').nth(2)).toContainText('MSFT');
  await keyboard.press('Enter');
  await goTo('Chart');
  await expect(chart).toContainText('AAPL');

  await keyboard.press('/');
  await keyboard.type('NVDA');
  await expect(page.getByRole('option', { name: /^NVDA\b/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(chart.getByRole('application')).toHaveAccessibleName(/^NVDA, 1 day bars, \d+ of them/);
  await expect(desk.ticket).toContainText('NVDA');

  // A price of the chart: the close of the bar before the last.
  await panelTo(page, /^Chart$/);
  await tabTo(page, /^NVDA, 1 day bars/);
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  const reading = chart.getByRole('status', { name: 'Chart reading' });
  await expect(reading).toContainText(/close [\d.]+/);
  const close = /close ([\d.]+)/.exec((await reading.textContent()) ?? '')?.[1] ?? '';
  await keyboard.press('b');
  await expect(desk.ticket.getByRole('textbox', { name: 'Limit price' })).toHaveValue(close);
  await panelTo(page, /^Order ticket$/);
  await tabTo(page, /^Quantity$/);
  await keyboard.type('5');
  await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeEnabled({ timeout: 15_000 });
  await keyboard.press('Control+Enter');
  await expect(desk.review).toBeVisible({ timeout: 15_000 });
  await expect(desk.review).toContainText(close);
  await tabTo(page, /PRACTICE/);
  await keyboard.press('Enter');
  await desk.review.waitFor({ state: 'hidden', timeout: 20_000 });
  if (await desk.asksWithin(3_000)) {
    await tabTo(page, /^Yes, send it/);
    await keyboard.press('Enter');
  }
  await expect.poll(() => practice.control.orderPosts(), { timeout: 20_000 }).toBe(1);
});

test('what is written is what IBKR has; deleting asks and can be undone', async ({ launch, practice }) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  const watchlist = desk.region('Watchlist');
  const act = async (name: string): Promise<void> => {
    await watchlist.getByRole('button', { name: 'List actions' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const rows = async (id: string): Promise<string> => {
    const { instruments } = (await askGateway(practice, 'GET', `/iserver/watchlist?id=${id}`)) as RawRows;
    return instruments.map(({ C, H }) => C ?? `[${H ?? ''}]`).join(' ');
  };
  const lists = async (): Promise<ReadonlyArray<RawList>> => {
    const answer = await askGateway(practice, 'GET', '/iserver/watchlists?SC=USER_WATCHLIST');
    return (answer as { data: { user_lists: RawList[] } }).data.user_lists;
  };

  await act('New watchlist…');
  await page.getByRole('textbox', { name: 'Name' }).fill('Written here');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(watchlist).toContainText('This list is empty.', { timeout: 15_000 });
  const made = (await lists()).find(({ name }) => name === 'Written here');
  const id = made?.id ?? '';

  await act('Paste symbols…');
  await page.getByRole('textbox', { name: 'Symbols or a table' }).fill('MSFT, AAPL, NOSUCH, NVDA');
  await page.getByRole('button', { name: 'Look up' }).click();
  const paste = page.getByRole('dialog', { name: 'Paste symbols' });
  await expect(paste).toContainText('IBKR knows nothing by: NOSUCH', { timeout: 15_000 });
  await paste.getByRole('radio', { name: /APPLE INC IBIS/ }).check();
  await paste.getByRole('button', { name: 'Add 3' }).click();
  const appleInFrankfurt = '38708077';
  await expect(desk.quotes.getByRole('row', { name: /AAPL/ })).toBeVisible();
  await expect.poll(() => rows(id)).not.toBe('');
  const pasted = (await rows(id)).split(' ');
  expect(pasted).toHaveLength(3);
  expect(pasted).not.toContain('265598');
  expect(pasted).not.toContain(appleInFrankfurt);

  await act('Section at the end…');
  await page.getByRole('textbox', { name: 'Heading' }).fill('Later');
  await page.getByRole('button', { name: 'Keep' }).click();
  const nvidia = desk.quotes.getByRole('row', { name: /NVDA/ });
  await nvidia.dragTo(desk.quotes.getByRole('row', { name: /MSFT/ }));
  const [microsoft = '', apple = '', last = ''] = [...pasted].sort((a) => (a === '272093' ? -1 : 0));
  await expect.poll(() => rows(id), { timeout: 15_000 }).toContain('[Later]');
  await expect.poll(async () => (await rows(id)).split(' ')[1]).toBe(microsoft);
  expect((await rows(id)).split(' ').sort()).toEqual([microsoft, apple, last, '[Later]'].sort());
  const before = await rows(id);

  await act('Delete the list…');
  const asked = page.getByRole('alertdialog', { name: 'Delete the watchlist' });
  await asked.getByRole('button', { name: 'Keep the list' }).click();
  expect((await lists()).map((list) => list.id)).toContain(id);
  await act('Delete the list…');
  await asked.getByRole('button', { name: 'Delete the list' }).click();
  await expect.poll(async () => (await lists()).map((list) => list.id)).not.toContain(id);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await lists()).map((list) => list.name)).toContain('Written here');
  expect(await rows(id)).toBe(before);
});
