// Seam: the complete path of an order — limit, change, cancel, stop, bracket, cancel all, a chain of two questions with
// the second declined — by keyboard alone and by screen-reader roles alone, judged by what the practice gateway holds.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf, type Desk } from '../support/desk';
import { keyboardHands, screenReaderHands, type Hands } from '../support/order-hands';
import type { PracticeControl } from '../support/practice-control';

const apple = 265598;
const ways = {
  'keyboard alone': (page: Page) => keyboardHands(page),
  'screen-reader roles alone': (page: Page, desk: Desk) => screenReaderHands(page, desk),
} as const;

/** Reviews, ticks each warning, confirms; says yes to what IBKR asks. */
async function send(desk: Desk, hands: Hands): Promise<void> {
  await hands.press(/^Review order/);
  await desk.review.waitFor();
  for (const box of await desk.review.getByRole('checkbox').all())
    await hands.check(
      ((await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? '').trim(),
    );
  const action = desk.review.getByRole('button', { name: /PRACTICE/ });
  await expect(action).toBeEnabled();
  await hands.press(/ · PRACTICE$/);
  await desk.review.waitFor({ state: 'hidden' });
}

async function sayYes(desk: Desk, hands: Hands): Promise<void> {
  while (await desk.asksWithin(2_500)) {
    const before = (await desk.question.allTextContents()).join();
    await expect(desk.question.getByRole('button', { name: 'Yes, send it' })).toBeEnabled();
    await hands.press(/^Yes, send it/);
    await expect.poll(async () => (await desk.question.allTextContents()).join()).not.toBe(before);
  }
}

const rows = (desk: Desk) => desk.workingOrders.getByRole('row', { name: /AAPL/ });
const holds = async (desk: Desk, control: PracticeControl, count: number): Promise<void> => {
  await expect(rows(desk)).toHaveCount(count, { timeout: 20_000 });
  expect(await control.workingOrders()).toBe(count);
};

for (const [way, handsOf] of Object.entries(ways))
  test(`the complete path by ${way}`, async ({ launch, practice }) => {
    test.setTimeout(180_000);
    const { control } = practice;
    await control.setPrice(apple, '200.00');
    const { page } = await launch({ args: practice.args });
    page.setDefaultTimeout(10_000);
    const desk = deskOf(page);
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    await desk.choose('AAPL');
    await expect(desk.ticket.getByRole('button', { name: /^Ask / })).toHaveAccessibleName(/\d/);
    const hands = handsOf(page, desk);

    await test.step('limit', async () => {
      await hands.openTicket('Buy');
      await hands.fill('Quantity', '10');
      await hands.fill('Limit price', '198.00');
      await send(desk, hands);
      await holds(desk, control, 1);
    });
    await test.step('changed', async () => {
      await hands.press(/^Modify$/);
      await hands.fill('Limit price', '197.00');
      await send(desk, hands);
      await sayYes(desk, hands);
      await expect(rows(desk)).toContainText('197.00', { timeout: 20_000 });
      await holds(desk, control, 1);
    });
    await test.step('cancelled', async () => {
      await hands.press(/^Cancel…$/);
      await expect(page.getByRole('button', { name: 'Cancel 1 order' })).toBeEnabled();
      await hands.press(/^Cancel 1 order$/);
      await holds(desk, control, 0);
    });
    await test.step('stop', async () => {
      await hands.openTicket('Sell');
      await hands.fill('Quantity', '10');
      await hands.choose('Order type', 'Stop');
      await hands.fill('Stop price', '150.00');
      await send(desk, hands);
      await sayYes(desk, hands);
      await holds(desk, control, 1);
    });
    await test.step('bracket', async () => {
      await hands.openTicket('Buy');
      await hands.fill('Quantity', '7');
      await hands.fill('Limit price', '198.50');
      await hands.check('Take profit');
      await hands.fill('Take profit price', '203.00');
      await hands.check('Stop loss');
      await hands.fill('Stop loss price', '195.00');
      await send(desk, hands);
      await sayYes(desk, hands);
      await holds(desk, control, 4);
    });
    await test.step('all cancelled, what protects included', async () => {
      await hands.cancelAll();
      await hands.check('Cancel protective stops');
      await hands.fill('Type', 'CANCEL ALL');
      await hands.press(/^Cancel 4 orders$/);
      await expect(page.getByRole('list', { name: 'What was asked' })).toBeVisible();
      await hands.press(/^Close$/);
      await holds(desk, control, 0);
    });
    await test.step('two questions, the second declined', async () => {
      await control.expectQuestions(['o163', 'o354']);
      await hands.openTicket('Buy');
      await hands.fill('Quantity', '3');
      await hands.fill('Limit price', '196.00');
      await send(desk, hands);
      await expect(desk.question).toContainText('o163', { timeout: 20_000 });
      await expect(desk.question.getByRole('button', { name: 'Yes, send it' })).toBeEnabled();
      await hands.press(/^Yes, send it/);
      await expect(desk.question).toContainText('o354', { timeout: 20_000 });
      // A key doubled on the question before answers nothing: the yes wakes when a no by key counts, too.
      await expect(desk.question.getByRole('button', { name: 'Yes, send it' })).toBeEnabled();
      await hands.press(/^No, do not send/);
      await expect(desk.orderStatus).toContainText('Not sent', { timeout: 40_000 });
      expect(await control.workingOrders()).toBe(0);
    });
  });
