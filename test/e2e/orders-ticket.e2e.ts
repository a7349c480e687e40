// Seam: what a ticket offers beside its fields — parts of the position, keys that take the market's price, the hours of
// the market, the unit of its prices, the ways on from an order just sent — and what hiding amounts covers of it.
import { expect, type Locator } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { startPractice } from '../support/practice-process';
import { answerYesToAll } from './tour/answer-questions';
import { tickWarnings } from './tour/tick-warnings';

const apple = 265598;
const press = async (field: Locator, key: string): Promise<void> => {
  await field.focus();
  await field.press(key);
};

test('quantity and price by buttons and keys; from the order sent to its row, its cancel, a stop', async ({
  launch,
  practice,
}) => {
  test.setTimeout(90_000);
  const { control } = practice;
  await control.setPrice(apple, '200.00');
  const { page } = await launch({ args: practice.args });
  page.setDefaultTimeout(15_000);
  const desk = deskOf(page);
  const { ticket } = desk;
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  const { position } = await control.holdings(apple);
  const quantity = ticket.getByRole('textbox', { name: 'Quantity' });
  const limit = ticket.getByRole('textbox', { name: 'Limit price' });

  await expect(ticket.getByRole('group', { name: 'Part of the position' })).toHaveCount(0);
  await ticket.getByRole('radio', { name: 'Sell' }).check({ force: true });
  await ticket.getByRole('button', { name: /^Half of the position/ }).click();
  await expect(quantity).toHaveValue(String(Math.floor(position / 2)));
  await ticket.getByRole('button', { name: 'All of the position' }).click();
  await expect(quantity).toHaveValue(String(position));
  await press(limit, 'b');
  await expect(ticket).toContainText('closes the position');
  const bid = await limit.inputValue();
  expect(bid).toMatch(/^\d+\.\d\d$/);
  await press(limit, 'PageUp');
  await expect(limit).toHaveValue((Number(bid) + 1).toFixed(2));
  await press(limit, 'PageDown');
  await press(limit, 'Shift+ArrowUp');
  await press(limit, 'ArrowDown');
  await expect(limit).toHaveValue((Number(bid) + 0.09).toFixed(2));
  await press(limit, 'm');
  await expect(limit).toHaveValue(/^\d+\.\d\d$/);
  expect(await control.orderPosts()).toBe(0);

  await ticket.getByRole('button', { name: 'Clear' }).click();
  await desk.writeOrder({ side: 'Buy', quantity: '10', limit: '198.00' });
  await desk.openReview();
  await tickWarnings(desk);
  await desk.confirm();
  await answerYesToAll(desk);
  await desk.orders.getByRole('tab', { name: 'All' }).click();
  await desk.orders.getByRole('textbox', { name: 'Filter by symbol' }).fill('nothing');
  await desk.orderStatus.getByRole('button', { name: 'Show order' }).click();
  const row = desk.workingOrders.getByRole('row', { name: /AAPL/ });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row.locator(':focus')).toHaveCount(1);
  await expect(desk.orderStatus.getByRole('button', { name: 'Attach stop' })).toHaveCount(0);
  await desk.orderStatus.getByRole('button', { name: 'Cancel…' }).click();
  await page
    .getByRole('alertdialog', { name: 'Cancel this order' })
    .getByRole('button', { name: 'Keep order' })
    .click();

  const working = (await control.truth()).orders.find((order) => order.working);
  await control.fill(String(working?.orderId));
  await desk.orderStatus.getByRole('button', { name: 'Attach stop' }).click();
  await expect(ticket.getByRole('combobox', { name: 'Order type' })).toHaveValue('STP');
  await expect(quantity).toHaveValue('10');
  await expect(ticket.getByRole('radio', { name: 'Sell' })).toBeChecked();
  expect(await control.orderPosts()).toBe(1);

  // What the account holds and is worth is covered; the order itself stays readable to the last press.
  await page.keyboard.press('Control+Shift+H');
  await ticket.getByRole('textbox', { name: 'Stop price' }).fill('150.00');
  await expect(ticket.getByText('Position ••• @ •••')).toBeVisible();
  const estimate = ticket.getByRole('region', { name: 'Estimate' });
  await expect(estimate).toContainText('••• → •••', { timeout: 20_000 });
  await expect(ticket).toContainText('SELL 10 AAPL');
  await desk.orders.getByRole('tab', { name: /Executions/ }).click();
  await expect(desk.orders.getByRole('grid', { name: 'Executions' }).getByRole('row').nth(1)).toContainText(
    '•••',
  );
  await page.screenshot({ path: test.info().outputPath('discreet.png') });
});

test('London’s pence are named where a price stands; a closed market says when it opens', async ({
  launch,
}) => {
  test.setTimeout(90_000);
  const practice = await startPractice({
    seed: 5,
    args: ['--control-port', '0', '--scenario', 'multi-currency', '--hours', 'real'],
  });
  try {
    const { page } = await launch({ args: ['--gateway-url', practice.url, '--cacert', practice.cacert] });
    page.setDefaultTimeout(15_000);
    const desk = deskOf(page);
    const { ticket } = desk;
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    await desk.choose('VOD');
    await expect(ticket).toContainText('prices in GBX');
    await ticket.getByRole('textbox', { name: 'Quantity' }).fill('100');
    await ticket.getByRole('textbox', { name: 'Limit price' }).fill('60.00');
    await expect(ticket).toContainText('LIMIT 60.00 GBX or lower');
    await expect(ticket).toContainText('≈ 60.00 GBP');
    await desk.openReview();
    await expect(desk.review).toContainText('100 GBX are 1.00 GBP');
    await expect(
      desk.review.getByRole('button', { name: 'Buy 100 VOD @ 60.00 GBX · PRACTICE' }),
    ).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('pence.png') });
    await tickWarnings(desk);
    await desk.confirm();
    await answerYesToAll(desk);
    await expect(desk.workingOrders.getByRole('row', { name: /VOD/ })).toContainText('60.00 GBX', {
      timeout: 20_000,
    });

    // A Saturday in the window's own clock: no exchange of the list is open then.
    await page.clock.setFixedTime(nextSaturday());
    await expect(ticket.getByRole('note')).toContainText(
      /The market is closed\. IBKR holds the order until/,
      {
        timeout: 20_000,
      },
    );
    await page.screenshot({ path: test.info().outputPath('closed.png') });
  } finally {
    await practice.stop();
  }
});

test('the review of eight orders shows all of them without scrolling at 1280 × 720', async ({
  launch,
  practice,
}) => {
  test.setTimeout(90_000);
  await practice.control.setPrice(apple, '200.00');
  const { app, page } = await launch({ args: practice.args });
  page.setDefaultTimeout(15_000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  const desk = deskOf(page);
  const { ticket } = desk;
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await desk.choose('AAPL');
  for (let at = 0; at < 8; at += 1) {
    await desk.writeOrder({ side: 'Buy', quantity: String(at + 3), limit: `197.${9 - at}0` });
    if (at === 0) await ticket.getByRole('button', { name: /Route, algorithm/ }).click();
    if (at < 7)
      await ticket.getByRole('button', { name: /one-cancels-all group with|Add this order/ }).click();
  }
  await desk.openReview();
  const orders = desk.review.getByRole('list', { name: 'Orders of the group' });
  await expect(orders.getByRole('listitem')).toHaveCount(8);
  await page.screenshot({ path: test.info().outputPath('group.png') });
  const hidden = await desk.review.evaluate((dialog) =>
    [dialog, ...dialog.querySelectorAll('*')].some(
      (part) =>
        part.scrollHeight > part.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(part).overflowY),
    ),
  );
  expect(hidden).toBe(false);
  await expect(desk.review.getByRole('button', { name: /Send 8 orders/ })).toBeInViewport();
});

/** Noon of the first Saturday that is not over. */
function nextSaturday(): Date {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  day.setUTCHours(12, 0, 0, 0);
  return day;
}
