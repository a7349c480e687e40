import { expect } from '@playwright/test';
import { limitThatFills } from '../../support/prices';
import type { TourStep } from '../tour';

/** Where an order goes and in what company: an algorithm, an exchange, a group; and the weightiest of reviews. None is sent. */
export const ordersPlaceSteps: readonly TourStep[] = [
  {
    name: 'orders-half-the-position',
    async run({ desk }) {
      const { ticket } = desk();
      await desk().choose('AAPL');
      await ticket.getByRole('radio', { name: 'Sell' }).check({ force: true });
      await ticket.getByRole('textbox', { name: 'Limit price' }).fill(await limitThatFills(desk()));
      await ticket.getByRole('button', { name: /^Half of the position/ }).click();
      await expect(ticket).toContainText('reduces the position');
    },
  },
  {
    name: 'orders-algorithm',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('button', { name: 'Clear' }).click();
      await ticket.getByRole('button', { name: /Route, algorithm/ }).click();
      await desk().writeOrder({ side: 'Buy', quantity: '10', limit: await limitThatFills(desk()) });
      const algorithms = ticket.getByRole('combobox', { name: 'Algorithm' });
      await algorithms.selectOption({ label: 'Adaptive' });
      await expect(ticket).toContainText(/BUY 10 AAPL .*Adaptive/);
    },
  },
  {
    name: 'orders-directed',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('combobox', { name: 'Algorithm' }).selectOption({ label: 'None' });
      await ticket.getByRole('combobox', { name: 'Route' }).selectOption({ index: 1 });
      await expect(ticket).toContainText('directed to');
    },
  },
  {
    name: 'orders-typed-tier',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('combobox', { name: 'Route' }).selectOption({ index: 0 });
      // Above the limits of one order by far: ticks are not enough.
      await ticket.getByRole('textbox', { name: 'Quantity' }).fill('1000');
      await desk().openReview();
      await expect(desk().review.getByRole('textbox', { name: /Type the quantity, 1000/ })).toBeVisible();
    },
  },
  {
    name: 'orders-group-written',
    async run({ desk }) {
      const { ticket } = desk();
      await desk().review.getByRole('button', { name: 'Back' }).click();
      const limit = await limitThatFills(desk());
      for (const quantity of ['10', '11', '12', '13']) {
        await desk().writeOrder({ side: 'Buy', quantity, limit });
        if (quantity === '13') continue;
        await ticket.getByRole('button', { name: /one-cancels-all group with|Add this order/ }).click();
      }
      await expect(
        ticket.getByRole('list', { name: 'Orders of the group' }).getByRole('listitem'),
      ).toHaveCount(3);
    },
  },
  {
    name: 'orders-group-review',
    async run({ desk }) {
      await desk().openReview();
      const orders = desk().review.getByRole('list', { name: 'Orders of the group' });
      await expect(orders.getByRole('listitem')).toHaveCount(4);
    },
  },
  {
    name: 'orders-group-left',
    async run({ desk }) {
      await desk().review.getByRole('button', { name: 'Back' }).click();
      await desk().ticket.getByRole('button', { name: 'Clear' }).click();
      await expect(desk().ticket.getByRole('textbox', { name: 'Quantity' })).toHaveValue('');
    },
  },
];
