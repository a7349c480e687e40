// Seam: every panel and dialog can be read and worked by anybody; axe finds nothing.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { limitFarBelow } from '../support/prices';

// Legacy mode: Playwright's Electron driver cannot open the blank page axe would run in.
const findings = async (page: Page, selector: string) =>
  (await new AxeBuilder({ page }).setLegacyMode(true).include(selector).analyze()).violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );

// Each look of axe takes seconds on a busy machine.
test.setTimeout(240_000);

test('desk, ticket, review and question are axe-clean', async ({ launch }) => {
  const { page } = await launch();
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await expect(desk.positions.getByRole('row').nth(2)).toBeVisible();
  expect(await findings(page, 'body')).toEqual([]);

  for (const title of ['Allocation', 'Performance', 'Balances']) {
    await openPanel(page, title);
    expect(await findings(page, 'body'), title).toEqual([]);
  }
  await openPanel(page, 'Order ticket');
  await desk.choose('AAPL');
  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: await limitFarBelow(desk) });
  await desk.openReview();
  expect(await findings(page, '[role="alertdialog"]')).toEqual([]);
  await desk.confirm();
  await expect(desk.question).toBeVisible();
  expect(await findings(page, '[role="alertdialog"]')).toEqual([]);
  await desk.answer(false);
});
