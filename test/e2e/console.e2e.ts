// Seam: all 70 methods run from the console's own forms against the practice gateway; orders only by the desk's path.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import type { PracticeControl } from '../support/practice-control';

// IBKR answers these with a refusal to an ordinary user: the console shows it as it is.
const refusals: Readonly<Record<string, string>> = {
  searchDynamicAccount: 'not-permitted',
  setDynamicAccount: 'not-permitted',
};
// Run with an order's real id further down, or by the desk itself.
const byTheDesk = new Set(['placeOrder', 'modifyOrder', 'cancelOrder', 'reply', 'orderStatus']);
// The example is one of those that protect: never muted.
const arguments_: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  suppressMessages: { messageIds: 'o10151' },
};

test('every method of the reference runs from its form', async ({ launch, practice }) => {
  test.setTimeout(240_000);
  const { page } = await launch({ args: practice.args });
  await expect(deskOf(page).session).toContainText('Connected', { timeout: 20_000 });
  const console_ = await openPanel(page, 'Gateway console');
  const names = await referenceNames(console_);
  expect(names).toHaveLength(70);

  const failures: string[] = [];
  for (const name of names.filter((other) => !byTheDesk.has(other) && other !== 'logout')) {
    const code = await run(page, console_, name, arguments_[name]);
    if (code !== (refusals[name] ?? 'answered')) failures.push(`${name}: ${code}`);
  }
  expect(failures).toEqual([]);
  expect(await practice.control.orderPosts()).toBe(0);

  await ordersGoByTheDesk(page, console_, practice.control);
  // The end of the session comes last.
  expect(await run(page, console_, 'logout')).toBe('answered');
});

/** The console fills the ticket, the ticket's review sends: one order; then it is looked up, opened and cancelled. */
async function ordersGoByTheDesk(page: Page, panel: Locator, control: PracticeControl): Promise<void> {
  const desk = deskOf(page);
  const placing = await choose(panel, 'placeOrder');
  const order = { conid: 265598, side: 'BUY', quantity: 3, orderType: 'LMT', price: 150, tif: 'DAY' };
  await placing.getByRole('textbox', { name: /^orderRequest/ }).fill(JSON.stringify(order));
  await placing.getByRole('button', { name: 'Fill the ticket' }).click();
  await expect(placing).toContainText('The ticket has it. Nothing was sent');
  await expect(desk.ticket.getByRole('textbox', { name: 'Quantity' })).toHaveValue('3');
  expect(await control.orderPosts()).toBe(0);
  await desk.openReview();
  await desk.confirm();
  while (await desk.asksWithin(2_000)) await desk.answer(true);
  await expect.poll(() => control.workingOrders()).toBe(1);
  expect(await control.orderPosts()).toBe(1);

  const orderId = String((await control.truth()).orders.find(({ working }) => working)?.orderId);
  expect(await run(page, panel, 'orderStatus', { orderId })).toBe('answered');
  const changing = await choose(panel, 'modifyOrder');
  await changing.getByRole('textbox', { name: /^orderId/ }).fill(orderId);
  await changing.getByRole('button', { name: 'Open in the ticket' }).click();
  await expect(changing).toContainText('The ticket has the order');
  const replying = await choose(panel, 'reply');
  await replying.getByRole('button', { name: 'Answer the question' }).click();
  await expect(replying).toContainText('No question is open');
  const cancelling = await choose(panel, 'cancelOrder');
  await cancelling.getByRole('textbox', { name: /^orderId/ }).fill(orderId);
  await cancelling.getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Run cancelOrder' }).click();
  await expect.poll(() => control.workingOrders()).toBe(0);
}

async function referenceNames(panel: Locator): Promise<string[]> {
  const list = panel.getByRole('navigation', { name: 'Methods and topics' });
  const groups = list.locator('.console-names > div');
  const names: string[] = [];
  for (const entry of await groups.all()) {
    const heading = await entry.getByRole('heading').allTextContents();
    if (heading[0] === 'Beyond the reference') break;
    names.push((await entry.getByRole('button').innerText()).split('\n')[0] ?? '');
  }
  return names;
}

async function choose(panel: Locator, name: string): Promise<Locator> {
  await panel.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  return panel.getByRole('article', { name: `Method ${name}` });
}

/** Runs a method's example, some arguments replaced, and says what the console said. */
async function run(
  page: Page,
  panel: Locator,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const method = await choose(panel, name);
  for (const [field, text] of Object.entries(fields))
    await method.getByRole('textbox', { name: new RegExp(`^${field}`) }).fill(text);
  await method.getByRole('button', { name: 'Run', exact: true }).click();
  const danger = page.getByRole('alertdialog');
  const answer = method.getByRole('region', { name: 'Answer' });
  const refused = method.getByRole('alert');
  await danger.or(answer).or(refused).first().waitFor();
  if (await danger.isVisible()) await danger.getByRole('button', { name: `Run ${name}` }).click();
  await answer.or(refused).first().waitFor({ timeout: 30_000 });
  return (await answer.isVisible())
    ? answer.locator('.badge').first().innerText()
    : refused.first().innerText();
}
