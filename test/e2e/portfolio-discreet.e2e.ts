// Seam: hidden amounts are hidden in every portfolio panel: in tables, tooltips and explanations.
import { expect } from '@playwright/test';
import type { Locator } from 'playwright';
import { abs, compare, decimal, toFixed } from '../../shared/domain/decimal';
import { numberText } from '../../renderer/format/number-text';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

const panels = ['Portfolio', 'Allocation', 'Balances', 'Performance', 'Transactions', 'Accounts'] as const;
const asTable: ReadonlySet<string> = new Set(['Allocation', 'Performance']);

/** The market's, not the account's. */
const publicFigures: ReadonlySet<string> = new Set(['mark', 'rate', 'conid', 'multiplier']);

/** Everything written in a panel, tooltips included. */
const wordsOf = (panel: Locator): Promise<string> =>
  panel.evaluate((node) =>
    [node, ...node.querySelectorAll('[title], [aria-label]')]
      .map((each) => `${each.getAttribute('title') ?? ''} ${each.getAttribute('aria-label') ?? ''}`)
      .concat((node as HTMLElement).innerText)
      .join('\n'),
  );

test('no amount of the account is to be read anywhere', async ({ launch, practice }) => {
  test.setTimeout(180_000);
  const { control, args } = practice;
  const conid = (await control.portfolioTruth()).positions[0]?.conid;
  const { page } = await launch({ args });
  await expect(deskOf(page).session).toContainText('Connected', { timeout: 20_000 });
  await control.external({ conid, side: 'BUY', quantity: 31, orderType: 'MKT', tif: 'DAY' });
  await expect.poll(async () => (await control.truth()).executions.length).toBeGreaterThan(0);
  await control.freeze(true);
  const truth = (await control.portfolioTruth()) as unknown as Record<string, unknown>;
  const amounts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
      const size = abs(decimal(value));
      // Small figures may be somebody else's: a price, a rate.
      if (compare(size, decimal('2000')) > 0) amounts.add(numberText(decimal(toFixed(size, 2)), 2));
    } else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) if (!publicFigures.has(name)) collect(part);
  };
  for (const part of ['totals', 'positions', 'ledger']) collect(truth[part]);
  for (const { value } of (await control.portfolioTruth()).performance)
    amounts.add(numberText(decimal(value.toFixed(2)), 2));
  const seen = (words: string): string[] => [...amounts].filter((amount) => words.includes(amount));

  for (const name of panels) {
    const panel = await openPanel(page, name);
    if (asTable.has(name)) await panel.getByRole('button', { name: 'Table' }).click();
    if (name === 'Transactions')
      await expect(panel.getByRole('grid', { name: 'Ledger' }).getByRole('row').nth(1)).toBeVisible();
    else
      // The test itself sees amounts where there are some to see.
      await expect
        .poll(async () => seen(await wordsOf(panel)).length, { timeout: 40_000, message: name })
        .toBeGreaterThan(0);
    await page.keyboard.press('Control+Shift+H');
    await expect(panel.getByText('hidden').first()).toBeAttached();
    expect(seen(await wordsOf(panel)), name).toEqual([]);
    await page.keyboard.press('Control+Shift+H');
  }

  await page.keyboard.press('Control+Shift+H');
  const portfolio = await openPanel(page, 'Portfolio');
  for (const tile of await portfolio.getByTitle('Explain this number').all()) {
    await tile.click();
    const card = page.getByRole('dialog', { name: /explained$/ });
    expect(seen(await card.innerText())).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
