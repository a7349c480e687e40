import type { Locator, Page } from 'playwright';

/**
 * The desk as a person knows it: every control by role and name. The tour and the end-to-end tests drive the
 * app through these and nothing else, so a control that loses its name fails both.
 */
export function deskOf(page: Page) {
  const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const ticket = region('Order ticket');
  const orders = region('Orders');
  const review = page.getByRole('alertdialog', { name: 'Review order' });
  const question = page.getByRole('alertdialog', { name: /^IBKR asks/ });

  return {
    region,
    ticket,
    orders,
    review,
    question,
    session: page.getByRole('status', { name: 'Session state' }),
    orderStatus: page.getByRole('status', { name: 'Order status' }),
    positions: page.getByRole('grid', { name: 'Positions' }),
    quotes: page.getByRole('grid', { name: 'Watchlist quotes' }),
    workingOrders: page.getByRole('grid', { name: 'Working orders' }),
    cash: page
      .getByRole('table', { name: 'Cash by currency' })
      .or(page.getByRole('grid', { name: 'Cash by currency' })),

    /** Finds an instrument by its ticker and makes it the active one. */
    async choose(symbol: string): Promise<void> {
      const search = page.getByRole('combobox', { name: 'Search symbol' });
      await search.click();
      await search.fill(symbol);
      await page
        .getByRole('option', { name: new RegExp(`^${symbol}\\b`) })
        .first()
        .click();
    },

    async writeOrder(order: { side: 'Buy' | 'Sell'; quantity: string; limit: string }): Promise<void> {
      await ticket.getByRole('radio', { name: order.side }).check({ force: true });
      await ticket.getByRole('textbox', { name: 'Quantity' }).fill(order.quantity);
      await ticket.getByRole('textbox', { name: 'Limit price' }).fill(order.limit);
    },

    async openReview(): Promise<void> {
      await ticket.getByRole('button', { name: 'Review order' }).click();
      await review.waitFor();
    },

    /** Presses the button of the review dialog that says the order itself. */
    async confirm(): Promise<void> {
      await review.getByRole('button', { name: /PRACTICE|PAPER|LIVE/ }).click();
    },

    /** Whether IBKR asks something within the time given. */
    asksWithin: (timeoutMs: number): Promise<boolean> =>
      question.waitFor({ timeout: timeoutMs }).then(
        () => true,
        () => false,
      ),

    async answer(confirmed: boolean): Promise<void> {
      await question.getByRole('button', { name: confirmed ? 'Yes, send it' : 'No, do not send' }).click();
      await question.waitFor({ state: 'hidden' });
    },
  };
}
export type Desk = ReturnType<typeof deskOf>;
