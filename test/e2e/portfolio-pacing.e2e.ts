// Seam: what the portfolio costs at the gateway: a panel that is not seen asks nothing, and a busy hour breaks no pacing.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';

test('a hidden panel asks nothing; impatient hands break no pacing', async ({ launch, practice }) => {
  test.setTimeout(240_000);
  const { control, args } = practice;
  const { page } = await launch({ args });
  const { session, positions, region } = deskOf(page);
  await expect(session).toContainText('Connected', { timeout: 20_000 });
  await expect(positions.getByRole('row').nth(2)).toBeVisible({ timeout: 30_000 });
  const asked = async (pattern: RegExp): Promise<number> =>
    (await control.truth()).wireLog.filter(({ path }) => pattern.test(path)).length;
  const allocation = /\/portfolio\/[^/]+\/allocation$/;
  const nearRealTime = /\/portfolio2\/[^/]+\/positions$/;

  await test.step('behind another tab', async () => {
    expect(await asked(allocation)).toBe(0);
    await openPanel(page, 'Allocation');
    await expect.poll(() => asked(allocation), { timeout: 20_000 }).toBeGreaterThan(0);
    await openPanel(page, 'Portfolio');
    const before = await asked(allocation);
    const polls = await asked(nearRealTime);
    // Allocation would be asked for every 30 s, the positions every 10: four of these are more than one of those.
    await expect.poll(() => asked(nearRealTime), { timeout: 90_000 }).toBeGreaterThan(polls + 3);
    expect(await asked(allocation)).toBe(before);
  });

  await test.step('every panel in turn, again and again', async () => {
    for (let round = 0; round < 3; round += 1)
      for (const title of ['Allocation', 'Balances', 'Performance', 'Transactions', 'Accounts', 'Portfolio'])
        await openPanel(page, title);
    const portfolio = region('Portfolio');
    for (let press = 0; press < 6; press += 1) {
      await portfolio.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Read again from IBKR' }).click();
    }
    const groups = page.getByRole('combobox', { name: 'Group the positions' });
    for (const grouping of ['combo', 'sector', 'combo', 'none']) await groups.selectOption(grouping);
    const symbols = positions.locator('tbody .symbol');
    for (const index of [0, 1, 2]) {
      await openPanel(page, 'Portfolio');
      await symbols.nth(index).click();
      const transactions = await openPanel(page, 'Transactions');
      await transactions.getByRole('tab', { name: 'By instrument' }).click();
    }
  });

  await test.step('thirty fills at once', async () => {
    await openPanel(page, 'Portfolio');
    const held = async (): Promise<number> =>
      Number((await control.truth()).accounts[0]?.positions[0]?.quantity ?? Number.NaN);
    const conid = (await control.truth()).accounts[0]?.positions[0]?.conid;
    const before = await held();
    for (let order = 0; order < 30; order += 1)
      await control.external({ conid, side: 'BUY', quantity: 1, orderType: 'MKT', tif: 'DAY' });
    await expect.poll(held, { timeout: 30_000 }).toBe(before + 30);
    await expect(
      positions.getByRole('gridcell', { name: String(before + 30), exact: true }).first(),
    ).toBeVisible({ timeout: 40_000 });
  });

  const { pacingViolations, wireLog } = await control.truth();
  expect(pacingViolations).toEqual([]);
  const of = (pattern: RegExp): number => wireLog.filter(({ path }) => pattern.test(path)).length;
  expect(of(/\/pa\/allperiods$/)).toBe(1);
  expect(of(/\/pa\/transactions$/)).toBeLessThanOrEqual(1);
  expect(of(/\/positions\/invalidate$/)).toBe(1);
});
