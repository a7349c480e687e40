// Seam: a desk that goes from one account to another in mid-load never shows a figure of the first.
import { expect, test } from '@playwright/test';
import { deskOf } from '../support/desk';
import { onScenario, showFigures, shownRows, trueRows } from '../support/portfolio-stage';

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
