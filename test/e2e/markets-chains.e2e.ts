// Seam: a chain is found, read and traded by keyboard alone; what it shows is what the gateway says.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { panelTo, tabTo } from '../support/keyboard';
import { openPanel } from '../support/panels';
import { askGateway } from '../support/raw-gateway';

test.setTimeout(240_000);

const apple = 265598;
type Row = Readonly<Record<string, unknown>>;

async function command(page: Page, text: string, name = text): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Command, symbol or order' }).fill(text);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`, 'i') })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}
const findings = async (page: Page, name: string) =>
  (
    await new AxeBuilder({ page }).setLegacyMode(true).include(`section[aria-label="${name}"]`).analyze()
  ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);

/** Figures of one side of a strike, as they stand in the table. */
const sideOf = async (grid: Locator, strike: string, side: 'C' | 'P', figures: ReadonlyArray<string>) => {
  const row = grid.locator(`tr[data-strike="${strike}"]`);
  return Promise.all(
    figures.map((figure) => row.locator(`td[data-side="${side}"][data-figure="${figure}"]`).innerText()),
  );
};

test('symbol, chain, ticket, order: by keyboard, with the gateway’s own prices', async ({
  launch,
  practice,
}) => {
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  const { keyboard } = page;
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });

  await command(page, 'AAPL');
  await command(page, 'options');
  const options = desk.region('Options');
  const grid = options.getByRole('grid', { name: /^Options on AAPL, \d/ });
  await expect(grid).toBeVisible({ timeout: 20_000 });
  await expect(options.getByRole('tab').nth(2)).toHaveAccessibleName(/monthly$/, { timeout: 15_000 });

  // Days by arrows; the first monthly one.
  await panelTo(page, /^Options$/);
  await tabTo(page, /weekly$/);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  const day = options.getByRole('tab', { selected: true });
  await expect(day).toHaveAccessibleName(/monthly$/);
  const dayName = (await day.locator('.expiry-day').innerText()).trim();
  await expect(options.getByRole('status', { name: 'Lookup of contracts' })).toHaveText('', {
    timeout: 30_000,
  });

  // With the market still, the table and a program of its own say the same.
  await control.freeze(true);
  const inSight = grid.locator('tr.chain-spot + tr[data-strike]');
  await expect(inSight.locator('td[data-side="C"][data-figure="ask"]')).toHaveText(/\d/, { timeout: 15_000 });
  const strike = (await inSight.getAttribute('data-strike')) ?? '';
  const selected = (await day.getAttribute('id'))?.replace('expiry-', '') ?? '';
  const contracts: Record<string, Row> = {};
  for (const right of ['C', 'P'] as const) {
    const rows = (await askGateway(
      practice,
      'GET',
      `/iserver/secdef/info?conid=${apple}&sectype=OPT&month=${monthOf(selected)}&exchange=SMART&strike=${strike}&right=${right}`,
    )) as ReadonlyArray<Row>;
    const found = rows.find(({ maturityDate }) => maturityDate === selected);
    expect(found, `${strike} ${right} on ${selected}`).toBeDefined();
    contracts[right] = found ?? {};
  }
  const figures = ['bid', 'ask', 'last', 'impliedVolatility', 'delta'];
  for (const right of ['C', 'P'] as const) {
    const conid = Number(contracts[right]?.['conid']);
    const raw = async (): Promise<string[]> => {
      const [row] = (await askGateway(
        practice,
        'GET',
        `/iserver/marketdata/snapshot?conids=${conid}&fields=84,86,31,7633,7308`,
      )) as ReadonlyArray<Readonly<Record<string, string>>>;
      const text = (code: string): string => (row?.[code] ?? '').replace(/^[CH]/, '');
      const percent = Number.parseFloat(text('7633'));
      return [text('84'), text('86'), text('31'), `${percent.toFixed(1)}%`, text('7308').replace('-', '−')];
    };
    // The first call of a program only opens the stream.
    await expect.poll(async () => (await raw())[0]).toMatch(/\d/);
    await expect.poll(async () => sideOf(grid, strike, right, figures)).toEqual(await raw());
  }
  await control.freeze(false);

  for (const theme of ['light', 'high contrast', 'dark']) {
    await command(page, `theme ${theme}`, `theme: ${theme}`);
    expect(await findings(page, 'Options'), theme).toEqual([]);
  }

  // From the ask of a call to a prefilled ticket; nothing is sent by it.
  await panelTo(page, /^Options$/);
  await tabTo(page, /^Columns…$/);
  await keyboard.press('Tab');
  // Into the table at the price, one line down, along the calls to their ask.
  await keyboard.press('ArrowDown');
  for (let column = 0; column < 12; column += 1) {
    const focused = page.locator(':focus');
    if ((await focused.getAttribute('data-figure')) === 'ask') break;
    await keyboard.press('ArrowRight');
  }
  await expect(inSight.locator('td[data-side="C"][data-figure="ask"]')).toBeFocused();
  const [ask = ''] = await sideOf(grid, strike, 'C', ['ask']);
  await keyboard.press('Enter');
  const name = `AAPL ${dayName} ${strike} C`;
  await expect(desk.ticket).toContainText(name);
  const limit = desk.ticket.getByRole('textbox', { name: 'Limit price' });
  await expect(limit).toHaveValue(/\d/);
  expect(Math.abs(Number(await limit.inputValue()) - Number(ask))).toBeLessThan(1);
  expect(await control.orderPosts()).toBe(0);
  // The chain stays, although the desk now shows an option.
  await expect(grid).toBeVisible();

  await desk.ticket.getByRole('textbox', { name: 'Quantity' }).focus();
  await keyboard.type('2');
  await keyboard.press('Control+Enter');
  await expect(desk.review).toContainText(`BUY 2 ${name}`, { timeout: 20_000 });
  await desk.confirm();
  for (let asked = 0; asked < 3 && (await desk.asksWithin(3_000)); asked += 1) await desk.answer(true);
  await expect.poll(() => control.orderPosts(), { timeout: 20_000 }).toBe(1);
  await expect(desk.orderStatus).toContainText(/Filled|Working|Submitted/i, { timeout: 30_000 });
});

test('what cannot be looked up says so and is asked for again; a symbol without options says so', async ({
  launch,
  practice,
}) => {
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await control.setFaults([
    {
      match: { path: '/iserver/secdef/info' },
      point: 'before-effect',
      do: { kind: 'status', status: 400, body: { error: 'not today' } },
    },
  ]);
  await desk.choose('MSFT');
  const options = await openPanel(page, 'Options');
  await expect(options.getByRole('status', { name: 'Lookup of contracts' })).toHaveText(/^\d+ failed$/, {
    timeout: 60_000,
  });
  await control.setFaults([]);
  await options.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(options.getByRole('status', { name: 'Lookup of contracts' })).toHaveText('', {
    timeout: 60_000,
  });
  await expect(options.getByRole('grid', { name: /^Options on MSFT, \d/ })).toBeVisible();

  await desk.choose('BTC');
  await expect(options).toContainText('No options on BTC.', { timeout: 15_000 });
});

test('futures: the months of a root, front and spread; from a row to chart, options and ticket', async ({
  launch,
  practice,
}) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  const { keyboard } = page;
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await desk.choose('ES');
  const futures = await openPanel(page, 'Futures');
  const grid = futures.getByRole('grid', { name: 'Futures on ES' });
  const rows = grid.getByRole('row');
  await expect(rows.nth(1)).toContainText('front', { timeout: 20_000 });
  await expect(rows.nth(1)).toContainText('most active');
  const number = async (row: number, head: string): Promise<number> => {
    const at = (await grid.getByRole('columnheader').allInnerTexts()).findIndex(
      (text) => text.trim() === head,
    );
    const text = await rows.nth(row).getByRole('gridcell').nth(at).innerText();
    return Number(
      text
        .replaceAll(',', '')
        .replace('−', '-')
        .replace(/[^\d.-]/g, ''),
    );
  };
  await practice.control.freeze(true);
  await expect
    .poll(async () => {
      const difference = (await number(2, 'Last')) - (await number(1, 'Last'));
      return Math.abs(difference - (await number(2, 'To front')));
    })
    .toBeLessThan(0.005);
  expect(await number(2, 'To front')).toBeGreaterThan(0);
  await practice.control.freeze(false);
  expect(await findings(page, 'Futures')).toEqual([]);

  await rows.nth(2).getByRole('gridcell').first().focus();
  await keyboard.press('Enter');
  await expect(desk.ticket).toContainText(/ES \d+ \w{3} \d\d/);
  await expect(grid).toBeVisible();
  await rows.nth(2).getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Sell' }).press('Enter');
  await expect(desk.ticket.getByRole('radio', { name: 'Sell' })).toBeChecked();
  expect(await practice.control.orderPosts()).toBe(0);

  await rows.nth(1).getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Options on it' }).press('Enter');
  await expect(page.getByRole('grid', { name: /^Options on ES/ })).toBeVisible({ timeout: 20_000 });
});

test('bonds of an issuer: found by name, narrowed by coupon, into the ticket', async ({
  launch,
  practice,
}) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  const search = await openPanel(page, 'Search');
  await search.getByRole('combobox', { name: 'Kind' }).selectOption('BOND');
  await search.getByRole('textbox', { name: /^Symbol, name/ }).fill('treasury');
  const bonds = search.getByRole('grid', { name: 'Bonds of United States Treasury' });
  await expect(bonds.getByRole('row')).toHaveCount(3, { timeout: 15_000 });
  const coupon = search.getByRole('combobox', { name: 'Coupon' });
  await coupon.selectOption('4.25');
  await expect(bonds.getByRole('row')).toHaveCount(2);
  await expect(bonds).toContainText('4.25 % · 15 Nov 34');
  expect(await findings(page, 'Search')).toEqual([]);
  await bonds.getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await expect(desk.ticket).toContainText(/US-T/);
});

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const monthOf = (day: string): string => `${months[Number(day.slice(4, 6)) - 1] ?? ''}${day.slice(2, 4)}`;
