// Seam: one human decision becomes at most one order, seen from both ends — what the window says, and what the
// gateway really received.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf, type Desk } from '../support/desk';
import { limitFarBelow } from '../support/prices';

const apple = 265598;

async function ready(page: Page): Promise<Desk> {
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  return desk;
}

test('declined, accepted, moved to the market, filled: position and cash move by exactly that', async ({
  launch,
  practice,
}) => {
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = await ready(page);
  await control.setPrice(apple, '200.00');
  const before = await control.holdings(apple);

  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '100.00' });
  await desk.openReview();
  await expect(desk.review).toContainText('BUY 10 AAPL');
  await expect(desk.review).toContainText('100.00');
  await desk.confirm();
  await expect(desk.question).toContainText('price exceeds');
  await expect(desk.question).toContainText('the Percentage constraint of 3%');
  await desk.answer(false);
  await expect(desk.orderStatus).toContainText('Not sent', { timeout: 40_000 });
  expect(await control.workingOrders()).toBe(0);

  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '100.00' });
  await desk.openReview();
  await desk.confirm();
  await desk.answer(true);
  await expect(desk.workingOrders.getByRole('row', { name: /AAPL/ })).toBeVisible({ timeout: 20_000 });
  expect(await control.workingOrders()).toBe(1);

  await control.setPrice(apple, '99.50');
  await expect(desk.orderStatus).toContainText('Filled', { timeout: 20_000 });
  await desk.orders.getByRole('tab', { name: /Executions/ }).click();
  const execution = desk.orders.getByRole('row', { name: /AAPL/ }).first();
  await expect(execution).toContainText('1.00');

  const after = await control.holdings(apple);
  const { price, commission } = await control.lastExecution();
  expect(after.position - before.position).toBe(10);
  expect(cents(before.cash) - cents(after.cash)).toBe(10n * cents(price) + cents(commission));
  await expect(desk.positions.getByRole('row', { name: /AAPL/ })).toContainText(String(after.position), {
    timeout: 30_000,
  });
});

test('an answer that never comes is unknown: sent once, never repeated, resolved by IBKR’s own list', async ({
  launch,
  practice,
}) => {
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = await ready(page);
  await control.setPrice(apple, '200.00');
  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '196.00' });
  await desk.openReview();
  // The order is taken, then the connection dies; and the lists cannot be read for now.
  await control.setFaults([
    { match: { method: 'POST', path: '/iserver/account/*/orders' }, point: 'after-effect', do: 'rst' },
    {
      match: { path: '/iserver/account/orders' },
      point: 'after-read',
      do: { kind: 'status', status: 503 },
    },
    { match: { topic: 's*r' }, point: 'ws-out', do: 'drop' },
  ]);
  await desk.confirm();
  await expect(page.getByText(/^Outcome unknown/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/failed/i)).toHaveCount(0);
  expect(await control.orderPosts()).toBe(1);
  await page.getByRole('button', { name: 'Check now' }).first().click();
  await expect(page.getByText(/^Outcome unknown/).first()).toBeVisible();

  await control.setFaults([]);
  await expect(desk.workingOrders.getByRole('row', { name: /AAPL/ })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/^Outcome unknown/)).toHaveCount(0, { timeout: 40_000 });
  expect(await control.orderPosts()).toBe(1);
});

test('a double click and a held Enter place one order', async ({ launch, practice }) => {
  const { control } = practice;
  const { page } = await launch({ args: practice.args });
  const desk = await ready(page);
  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: await limitFarBelow(desk) });
  await desk.openReview();
  await desk.review.getByRole('button', { name: /PRACTICE/ }).dblclick({ delay: 20 });
  await expect(desk.question).toBeVisible();
  expect(await control.orderPosts()).toBe(1);
  await desk.answer(false);
  await expect(desk.orderStatus).toContainText('Not sent', { timeout: 40_000 });

  await desk.writeOrder({ side: 'Sell', quantity: '7', limit: '900.00' });
  await desk.openReview();
  const action = desk.review.getByRole('button', { name: /PRACTICE/ });
  await expect(action).toBeEnabled();
  await action.focus();
  await page.keyboard.down('Enter');
  await expect(desk.question).toBeVisible();
  // The key is still held: it repeats, and answers nothing.
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(desk.question).toBeVisible();
  expect(await control.orderPosts()).toBe(2);
  await desk.answer(false);
});

/** "1,234.50" as whole cents: exact. */
const cents = (amount: string): bigint => {
  const [whole = '0', fraction = ''] = amount.replaceAll(',', '').split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
};
