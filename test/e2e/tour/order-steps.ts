import { expect } from '@playwright/test';
import { limitFarBelow, limitThatFills } from '../../support/prices';
import type { TourStep } from '../tour';

/** Buy 10 far from the market: asked, declined; asked, accepted; moved to the market, filled. */
export const orderSteps: readonly TourStep[] = [
  {
    name: 'ticket-written',
    async run({ desk }) {
      await desk().writeOrder({ side: 'Buy', quantity: '10', limit: await limitFarBelow(desk()) });
      await expect(desk().ticket).toContainText(/buy 10 AAPL/i);
    },
  },
  {
    name: 'order-review',
    async run({ desk }) {
      await desk().openReview();
      await expect(desk().review).toContainText(/BUY 10 AAPL/);
    },
  },
  {
    name: 'ibkr-asks',
    async run({ desk }) {
      await desk().confirm();
      await expect(desk().question).toContainText('o163');
      await expect(desk().question).toContainText('Percentage constraint');
    },
  },
  {
    name: 'declined-nothing-in-the-book',
    async run({ desk }) {
      await desk().answer(false);
      await expect(desk().orderStatus).toContainText('Not sent', { timeout: 30_000 });
      await expect(desk().workingOrders.getByRole('row', { name: /AAPL/ })).toHaveCount(0);
    },
  },
  {
    name: 'accepted-working',
    async run({ desk }) {
      await desk().writeOrder({ side: 'Buy', quantity: '10', limit: await limitFarBelow(desk()) });
      await desk().openReview();
      await desk().confirm();
      await desk().answer(true);
      await expect(desk().workingOrders.getByRole('row', { name: /AAPL/ })).toBeVisible({ timeout: 20_000 });
    },
  },
  {
    name: 'price-moved-review',
    async run({ desk, page }) {
      await page()
        .getByRole('button', { name: /^Modify order/ })
        .first()
        .click();
      await desk()
        .ticket.getByRole('textbox', { name: 'Limit price' })
        .fill(await limitThatFills(desk()));
      await desk().openReview();
    },
  },
  {
    name: 'filled',
    async run({ desk }) {
      await desk().confirm();
      if (await desk().asksWithin(3_000)) await desk().answer(true);
      await expect(desk().orderStatus).toContainText('Filled', { timeout: 30_000 });
    },
  },
  {
    name: 'execution-and-position',
    async run({ desk }) {
      await desk()
        .orders.getByRole('tab', { name: /Executions/ })
        .click();
      await expect(desk().orders).toContainText('AAPL');
      await expect(desk().positions.getByRole('row', { name: /AAPL/ })).toBeVisible({ timeout: 30_000 });
    },
  },
];
