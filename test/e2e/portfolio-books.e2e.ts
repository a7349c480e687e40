// Seam: what the portfolio shows is, to the cent, what the practice gateway's own books say — after an hour of trading in
// five currencies.
import { expect, test } from '@playwright/test';
import { decimal, type Decimal, sum, toFixed } from '../../shared/domain/decimal';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { cents, onScenario, plain, showFigures, shownRows, tile, trueRows } from '../support/portfolio-stage';

test('after an hour of random trading in five currencies every figure is equal to the cent', async () => {
  test.setTimeout(300_000);
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
