// Seam: an alert made on the chart is the alert at IBKR; moving one asks first; nothing about it is an order.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { askGateway } from '../support/raw-gateway';

interface RawAlert {
  readonly order_id: number;
  readonly alert_name: string;
  readonly alert_active: number;
  readonly conditions: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

test('set, moved, rested and deleted, each as IBKR has it', async ({ launch, practice }) => {
  test.setTimeout(120_000);
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  const { keyboard } = page;
  const account = 'DU5550001';
  const alerts = async (): Promise<RawAlert[]> => {
    const rows = (await askGateway(practice, 'GET', `/iserver/account/${account}/alerts`)) as RawAlert[];
    return Promise.all(
      rows.map(
        async ({ order_id }) =>
          (await askGateway(practice, 'GET', `/iserver/account/alert/${order_id}?type=Q`)) as RawAlert,
      ),
    );
  };
  const level = async (): Promise<unknown> => (await alerts())[0]?.conditions[0]?.['condition_value'];
  await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  await desk.choose('AAPL');
  const chart = desk.region('Chart');
  const picture = chart.getByRole('application');
  await expect(picture).toHaveAccessibleName(/AAPL, 1 day bars, \d+ of them/);
  await expect(chart).toContainText(/live · last bar/);

  // From a place on the chart, by keyboard: above the last price, so "at or above" is meant.
  await picture.focus();
  for (const key of ['End', 'Shift+ArrowUp', 'a']) await keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: 'Alert on AAPL' });
  const price = dialog.getByRole('textbox', { name: 'Price' });
  await expect(price).toHaveValue(/^\d+\.\d\d$/);
  await expect(dialog.getByRole('button', { name: 'at or above' })).toHaveAttribute('aria-pressed', 'true');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const first = await price.inputValue();
  await price.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(level).toBe(first);
  expect((await alerts())[0]).toMatchObject({
    alert_name: 'AAPL price',
    alert_active: 1,
    conditions: [{ conidex: '265598@SMART', condition_operator: '>=', condition_type: 1 }],
  });

  // By mouse it is only a proposal, and Escape takes it back.
  const line = chart.getByRole('slider', { name: /^Alert AAPL price/ });
  await expect(line).toContainText(first);
  const box = await line.boundingBox();
  if (box === null) throw new Error('The alert has no place on the screen.');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 40, { steps: 4 });
  await page.mouse.up();
  const change = page.getByRole('dialog', { name: 'Change the alert on AAPL' });
  await expect(change.getByRole('textbox', { name: 'Price' })).not.toHaveValue(first);
  await keyboard.press('Escape');
  await expect(change).toBeHidden();
  expect(await level()).toBe(first);

  await line.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await keyboard.press(key);
  const second = await change.getByRole('textbox', { name: 'Price' }).inputValue();
  expect(second).not.toBe(first);
  await change.getByRole('button', { name: 'Change the alert' }).click();
  await expect.poll(level).toBe(second);
  expect(await alerts()).toHaveLength(1);
  await expect(line).toContainText(second);

  const panel = await openPanel(page, 'Alerts');
  const row = panel.getByRole('row', { name: /AAPL/ });
  await expect(row).toContainText(`at or above ${second}`);
  await expect(row).toContainText('Watching');
  await row.getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Let it rest' }).press('Enter');
  await expect(row).toContainText('Resting', { timeout: 20_000 });
  expect((await alerts())[0]?.alert_active).toBe(0);

  await row.getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
  const asked = page.getByRole('alertdialog', { name: 'Delete the alert' });
  await asked.getByRole('button', { name: 'Back' }).click();
  expect(await alerts()).toHaveLength(1);
  await row.getByRole('gridcell').first().focus();
  await keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
  await asked.getByRole('button', { name: 'Delete the alert' }).click();
  await expect(panel).toContainText('No alerts.', { timeout: 20_000 });
  expect(await alerts()).toEqual([]);
  await expect(line).toHaveCount(0);
  expect(await practice.control.orderPosts()).toBe(0);
});
