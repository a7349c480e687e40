// Seam: the order desk by keyboard alone and by roles alone — written, reviewed, confirmed, changed, cancelled — judged
// by what the practice gateway really holds.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf, type Desk } from '../support/desk';
import { controlOf, type PracticeControl } from '../support/practice-control';
import { startPractice } from '../support/practice-process';
import { answerYesToAll } from './tour/answer-questions';
import { tickWarnings } from './tour/tick-warnings';

const apple = 265598;

interface Bench {
  readonly page: Page;
  readonly desk: Desk;
  readonly control: PracticeControl;
}

const atDesk = (name: string, run: (bench: Bench) => Promise<void>): void =>
  test(name, async ({ launch }) => {
    const practice = await startPractice({ seed: 5, args: ['--control-port', '0'] });
    const control = controlOf(practice);
    try {
      await control.setPrice(apple, '200.00');
      const { page } = await launch({ args: ['--gateway-url', practice.url, '--cacert', practice.cacert] });
      page.setDefaultTimeout(10_000);
      const desk = deskOf(page);
      await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
      await desk.choose('AAPL');
      await expect(desk.ticket.getByRole('button', { name: /^Ask / })).toHaveAccessibleName(/\d/);
      await run({ page, desk, control });
    } finally {
      await practice.stop();
    }
  });

/** Review, tick what is warned of, confirm; nothing but keys once the ticket is written. */
async function sendByKeys(page: Page, desk: Desk): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await desk.review.waitFor();
  const action = desk.review.getByRole('button', { name: /PRACTICE/ });
  for (const box of await desk.review.getByRole('checkbox').all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await expect(action).toBeEnabled();
  await action.focus();
  await page.keyboard.press('Enter');
}

const working = (desk: Desk) => desk.workingOrders.getByRole('row', { name: /AAPL/ });

atDesk('limit: Alt+B, typed, reviewed, confirmed, changed and cancelled without a pointer', async (bench) => {
  const { page, desk, control } = bench;
  await page.keyboard.press('Alt+B');
  await expect(desk.ticket.getByRole('textbox', { name: 'Quantity' })).toBeFocused();
  await page.keyboard.type('10');
  await desk.ticket.getByRole('textbox', { name: 'Limit price' }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('198.00');
  await sendByKeys(page, desk);
  await expect(working(desk)).toHaveCount(1, { timeout: 20_000 });

  await desk.workingOrders.getByRole('button', { name: /^Modify order/ }).focus();
  await page.keyboard.press('Enter');
  await desk.ticket.getByRole('textbox', { name: 'Limit price' }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('197.00');
  await sendByKeys(page, desk);
  await answerYesToAll(desk);
  await expect(working(desk)).toContainText('197.00', { timeout: 20_000 });
  expect(await control.workingOrders()).toBe(1);

  await desk.workingOrders.getByRole('button', { name: /^Modify order/ }).focus();
  await page.keyboard.press('Alt+C');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel this order' });
  await expect(dialog.getByRole('button', { name: 'Cancel 1 order' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Cancel 1 order' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(working(desk)).toHaveCount(0, { timeout: 20_000 });
  expect(await control.workingOrders()).toBe(0);
});

atDesk(
  'stop: a trigger on the wrong side is said, the right one is sent',
  async ({ page, desk, control }) => {
    await page.keyboard.press('Alt+S');
    const { ticket } = desk;
    await ticket.getByRole('combobox', { name: 'Order type' }).selectOption('STP');
    await ticket.getByRole('textbox', { name: 'Quantity' }).fill('10');
    await ticket.getByRole('textbox', { name: 'Stop price' }).fill('210.00');
    await expect(ticket).toContainText('it would trigger at once');
    await ticket.getByRole('textbox', { name: 'Stop price' }).fill('150.00');
    await expect(ticket).toContainText(/sells once the market falls to 150\.00/);
    await sendByKeys(page, desk);
    await answerYesToAll(desk);
    await expect(working(desk)).toContainText('150.00', { timeout: 20_000 });
    expect(await control.workingOrders()).toBe(1);
  },
);

atDesk(
  'bracket: three orders in one request; cancel-all keeps what protects',
  async ({ page, desk, control }) => {
    const { ticket } = desk;
    await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '198.00' });
    await ticket.getByRole('checkbox', { name: 'Take profit', exact: true }).check();
    await ticket.getByRole('textbox', { name: 'Take profit price' }).fill('190.00');
    await ticket.getByRole('checkbox', { name: 'Stop loss', exact: true }).check();
    await ticket.getByRole('textbox', { name: 'Stop loss price' }).fill('195.00');
    await expect(ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    await expect(ticket).toContainText('belongs above the entry');
    await ticket.getByRole('textbox', { name: 'Take profit price' }).fill('203.00');
    await desk.openReview();
    await expect(desk.review.getByRole('list', { name: 'Attached exits' })).toContainText('−30.00 USD');
    await tickWarnings(desk);
    await desk.confirm();
    await answerYesToAll(desk);
    await expect(working(desk)).toHaveCount(3, { timeout: 20_000 });
    expect(await control.orderPosts()).toBe(1);

    await page.keyboard.press('Alt+Shift+C');
    const dialog = page.getByRole('alertdialog', { name: 'Cancel orders' });
    await expect(dialog.getByRole('list', { name: 'Stay working' }).getByRole('listitem')).toHaveCount(2);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('textbox').fill('CANCEL ALL');
    await dialog.getByRole('button', { name: 'Cancel 3 orders' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(working(desk)).toHaveCount(0, { timeout: 30_000 });
    expect(await control.workingOrders()).toBe(0);
  },
);

atDesk('two questions, the second declined: nothing is sent', async ({ desk, control }) => {
  await control.expectQuestions(['o163', 'o354']);
  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '198.00' });
  await desk.openReview();
  await desk.confirm();
  await expect(desk.question).toContainText('o163');
  await desk.question.getByRole('button', { name: 'Yes, send it' }).click();
  await expect(desk.question).toContainText('o354', { timeout: 20_000 });
  await desk.question.getByRole('button', { name: 'No, do not send' }).click();
  await expect(desk.orderStatus).toContainText('Not sent', { timeout: 40_000 });
  expect(await control.workingOrders()).toBe(0);
});

atDesk('row menu by keyboard: close position fills the ticket and sends nothing', async (bench) => {
  const { page, desk, control } = bench;
  await desk.positions.getByRole('gridcell', { name: /^AAPL/ }).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Close position' }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.ticket.getByRole('radio', { name: 'Sell' })).toBeChecked();
  await expect(desk.ticket.getByRole('textbox', { name: 'Quantity' })).not.toHaveValue('');
  expect(await control.orderPosts()).toBe(0);
});
