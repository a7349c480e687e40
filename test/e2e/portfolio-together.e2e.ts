// Seam: several accounts as one add up to the cent to what the broker holds in each.
import { expect, test } from '@playwright/test';
import { decimal, type Decimal, sum } from '../../shared/domain/decimal';
import { deskOf } from '../support/desk';
import { cents, onScenario, plain, tile, type TruePortfolio } from '../support/portfolio-stage';

const clients = ['DU5550101', 'DU5550102', 'DU5550103'];

test('an advisor’s accounts taken together', async () => {
  test.setTimeout(120_000);
  await onScenario('advisor', async ({ page, ask, truth }) => {
    const { session, positions, region } = deskOf(page);
    await expect(session).toContainText('Connected', { timeout: 30_000 });
    await page.getByRole('combobox', { name: 'Account' }).selectOption('DU5550101');
    await ask('POST', '/market/freeze', { frozen: true });
    const books: TruePortfolio[] = [];
    for (const account of clients) books.push(await truth(account));
    const total = (figure: string): string =>
      // IBKR tells each account's figure in whole cents.
      cents(sum(books.map(({ totals }) => decimal(cents(totals[figure])))) as Decimal);

    await page.getByRole('combobox', { name: 'Portfolio of' }).selectOption('all');
    for (const [name, figure] of [
      ['Net liquidation', 'netLiquidation'],
      ['Unrealised', 'unrealized'],
      ['Cash', 'cash'],
    ] as const)
      await expect.poll(() => tile(page, name), { timeout: 60_000, message: name }).toBe(total(figure));
    // What one account could buy is no use to another.
    expect(await tile(page, 'Buying power')).toBe('—');

    const held = books.flatMap((book) => book.positions.filter(({ quantity }) => Number(quantity) !== 0));
    await expect(positions).toHaveAttribute('aria-rowcount', String(held.length + 2));
    const value = cents(sum(held.map(({ marketValueBase }) => decimal(String(marketValueBase)))) as Decimal);
    await expect
      .poll(async () => (await positions.locator('tfoot td').allInnerTexts()).map(plain), { timeout: 40_000 })
      .toContain(value);

    await page.getByRole('combobox', { name: 'Group the positions' }).selectOption('account');
    for (const name of ['Growth', 'Income'])
      await expect(positions.getByRole('row', { expanded: true }).filter({ hasText: name })).toBeVisible();
    await expect(region('Portfolio')).not.toContainText('DF5550100');
  });
});
