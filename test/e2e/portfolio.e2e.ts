// Seam: what the portfolio shows is, to the cent, what the practice gateway's own books say — after trading, after a
// switch of accounts in mid-load, with a page of the list failing.
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { decimal, type Decimal, sum, toFixed } from '../../shared/domain/decimal';
import { deskOf } from '../support/desk';
import { launchApp } from '../support/launch-app';
import { openPanel } from '../support/panels';
import { controlOf } from '../support/practice-control';
import { startPractice } from '../support/practice-process';

interface TruePosition {
  readonly conid: number;
  readonly symbol: string;
  readonly secType: string;
  readonly [figure: string]: string | number;
}
interface TruePortfolio {
  readonly totals: Readonly<Record<string, string>>;
  readonly positions: ReadonlyArray<TruePosition>;
}

/** The app on a practice gateway of its own; everything is closed afterwards. */
async function onScenario(
  scenario: string,
  run: (stage: {
    readonly page: Page;
    readonly control: ReturnType<typeof controlOf>;
    readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
    readonly truth: (account?: string) => Promise<TruePortfolio>;
  }) => Promise<void>,
  before: (control: ReturnType<typeof controlOf>) => Promise<void> = async () => undefined,
): Promise<void> {
  const practice = await startPractice({ seed: 5, args: ['--control-port', '0', '--scenario', scenario] });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch((practice.controlUrl ?? '') + path, {
      method,
      headers: { authorization: `Bearer ${practice.controlToken ?? ''}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const control = controlOf(practice);
  await before(control);
  const app = await launchApp({ args: ['--gateway-url', practice.url, '--cacert', practice.cacert] });
  try {
    const truth = async (account = ''): Promise<TruePortfolio> =>
      // The control port's answer is its contract (docs/practice-gateway.md).
      (await ask('GET', `/truth/portfolio${account === '' ? '' : `?account=${account}`}`)) as TruePortfolio;
    await run({ page: app.page, control, ask, truth });
  } finally {
    await app.close();
    await practice.stop();
  }
}

const columns = ['symbol', 'quantity', 'value', 'value-base', 'day', 'gain', 'realized', 'cost'];

/** All columns that carry money, closed positions too. */
async function showFigures(page: Page): Promise<void> {
  await page.evaluate((view) => localStorage.setItem('portico.positions-view', JSON.stringify(view)), {
    columns,
    showClosed: true,
    grouping: 'none',
  });
  await page.reload({ waitUntil: 'commit' });
  await deskOf(page).positions.getByRole('row').nth(1).waitFor({ timeout: 60_000 });
}

const plain = (text: string): string =>
  text
    .replaceAll(/[▲▼+,]/g, '')
    .replace('−', '-')
    .replace(/ ?short$/, '')
    .trim();

/** The rows on the screen as words, sorted; of the symbol only its ticker. */
const shownRows = (page: Page): Promise<string[]> =>
  deskOf(page)
    .positions.locator('tbody tr:not([aria-hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [symbol, ...rest] = [...row.querySelectorAll('td')].map((cell, at) =>
          at === 0 ? (cell.querySelector('.symbol')?.textContent ?? '') : cell.textContent,
        );
        return [symbol ?? '', ...rest].join('|');
      }),
    )
    .then((rows) => rows.map((row) => row.split('|').slice(0, columns.length).map(plain).join(' ')).sort());

const cents = (amount: string | number | undefined): string => toFixed(decimal(String(amount)), 2);

const trueRows = ({ positions }: TruePortfolio): string[] =>
  positions
    .map((position) =>
      [
        position.symbol,
        String(Number(position['quantity'])),
        ...[
          'marketValue',
          'marketValueBase',
          'dailyBase',
          'unrealizedBase',
          'realizedTodayBase',
          'averageCost',
        ].map((name) => cents(position[name])),
      ].join(' '),
    )
    .sort();

const tile = (page: Page, name: string): Promise<string> =>
  page
    .locator('.tile', { has: page.locator('dt', { hasText: name }) })
    .locator('.tile-figure')
    .innerText()
    .then((text) => plain(text.replace(/[A-Z]{3}$/, '')));

test('after an hour of random trading in five currencies every figure is equal to the cent', async () => {
  test.setTimeout(240_000);
  await onScenario('multi-currency', async ({ page, control, ask, truth }) => {
    await expect(deskOf(page).session).toContainText('Connected', { timeout: 30_000 });
    await showFigures(page);
    // Held in USD, EUR, GBP, CHF, JPY: sold short, doubled, closed.
    const traded = [
      265598, 272093, 14204, 117589399, 128831206, 138550125, 29612401, 29613213, 13905, 4815747,
    ];
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let step = 0; step < 15; step += 1) {
      await control.external({
        conid: traded[random(traded.length)],
        side: random(2) === 0 ? 'BUY' : 'SELL',
        orderType: 'MKT',
        quantity: 100 * (1 + random(3)),
        tif: 'DAY',
      });
      await ask('POST', '/clock/advance', { ms: 240_000 });
    }
    await ask('POST', '/market/freeze', { frozen: true });
    await expect
      .poll(async () => shownRows(page), { timeout: 90_000, intervals: [2_000] })
      .toEqual(trueRows(await truth()));

    const books = await truth();
    const inBase = (name: string, of = books.positions): string =>
      cents(sum(of.map((position) => decimal(String(position[name])))) as Decimal);
    const foot = await deskOf(page).positions.locator('tfoot td').allInnerTexts();
    expect(foot.slice(1, 5).map(plain)).toEqual([
      inBase(
        'marketValueBase',
        books.positions.filter(({ secType }) => secType !== 'FUT'),
      ),
      ...['dailyBase', 'unrealizedBase', 'realizedTodayBase'].map((name) => inBase(name)),
    ]);
    const { totals } = books;
    for (const [name, figure, places] of [
      ['Net liquidation', 'netLiquidation', 2],
      ['Unrealised', 'unrealized', 2],
      ['Cash', 'cash', 2],
      ['Buying power', 'buyingPower', 0],
      ['Maint. margin', 'maintenanceMargin', 0],
      ['Positions', 'grossPositionValue', 0],
    ] as const)
      await expect
        .poll(async () => tile(page, name), { timeout: 40_000, message: name })
        .toBe(toFixed(decimal(totals[figure] ?? ''), places));

    const panel = await openPanel(page, 'Allocation');
    await panel.getByRole('button', { name: 'Table' }).click();
    const currencies = new Map<string, Decimal[]>();
    for (const { secType, currency, marketValueBase } of books.positions)
      if (secType !== 'FUT' && Number(marketValueBase) > 0)
        currencies.set(String(currency), [
          ...(currencies.get(String(currency)) ?? []),
          decimal(String(marketValueBase)),
        ]);
    for (const [currency, values] of currencies) {
      const row = panel
        .getByRole('row')
        .filter({ hasText: 'Currency of positions' })
        .filter({ has: page.getByRole('button', { name: currency, exact: true }) });
      await expect
        .poll(async () => plain(await row.getByRole('cell').nth(1).innerText()), { timeout: 40_000 })
        .toBe(cents(sum(values) as Decimal));
    }
  });
});

test('a switch of accounts in mid-load shows the other account’s positions and no others', async () => {
  test.setTimeout(120_000);
  const slow = {
    ...{ match: { path: '^/portfolio2?/DU5550101/.*' }, point: 'before-headers' },
    do: { kind: 'delay', ms: 6_000 },
  };
  await onScenario('advisor', async ({ page, control, ask, truth }) => {
    await expect(deskOf(page).session).toContainText('Connected', { timeout: 30_000 });
    const choose = page.getByRole('combobox', { name: 'Account' });
    await control.setFaults([slow]);
    await choose.selectOption('DU5550101');
    await choose.selectOption('DU5550102');
    await showFigures(page);
    await ask('POST', '/market/freeze', { frozen: true });
    await expect
      .poll(async () => shownRows(page), { timeout: 60_000, intervals: [500] })
      .toEqual(trueRows(await truth('DU5550102')));
    // The slow answers of the other account have arrived by now; nothing of them may show.
    await expect
      .poll(
        async () => (await control.truth()).wireLog.filter(({ path }) => path.includes('DU5550101')).length,
      )
      .toBeGreaterThan(0);
    expect(await shownRows(page)).toEqual(trueRows(await truth('DU5550102')));
  });
});

test('page 37 of 100 failing is said; figures stay true, or unknown where no list has them', async () => {
  test.setTimeout(300_000);
  const page37 = {
    ...{ match: { path: '*/portfolio/*/positions/36' }, point: 'before-effect' },
    do: { kind: 'status', status: 500, body: { error: 'unavailable' } },
  };
  const fast = { ...page37, match: { path: '*/portfolio2/*' } };
  await onScenario(
    'large',
    async ({ page, control, ask, truth }) => {
      const note = page.getByRole('status', { name: 'About the positions' });
      const foot = deskOf(page).positions.locator('tfoot');
      await expect(note).toContainText('Page 37', { timeout: 120_000 });
      await ask('POST', '/market/freeze', { frozen: true });
      const books = await truth();
      const whole = cents(
        sum(books.positions.map(({ marketValueBase }) => decimal(String(marketValueBase)))) as Decimal,
      );
      await expect
        .poll(async () => plain(await foot.innerText()), { timeout: 60_000, intervals: [3_000] })
        .toContain(whole);

      await control.setFaults([page37, fast]);
      await expect(note).toContainText('totals are not known', { timeout: 60_000 });
      await expect(foot).toContainText('—');
    },
    (control) => control.setFaults([page37]),
  );
});
