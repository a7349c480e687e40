import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { limitFarBelow } from '../../support/prices';
import type { TourStep } from '../tour';
import { answerYesToAll } from './answer-questions';
import { tickWarnings } from './tick-warnings';

const pick = (page: Page, name: string): Promise<void> => page.getByRole('menuitem', { name }).click();

/** The order desk: types, amounts, exits, row menus, cancelling several, and the guard around all of it. */
export const ordersSteps: readonly TourStep[] = [
  {
    name: 'orders-stop-with-its-picture',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('radio', { name: 'Sell' }).check({ force: true });
      await ticket.getByRole('combobox', { name: 'Order type' }).selectOption('STP');
      await ticket.getByRole('textbox', { name: 'Quantity' }).fill('10');
      await ticket.getByRole('textbox', { name: 'Stop price' }).fill(await limitFarBelow(desk()));
      await expect(ticket).toContainText(/sells once the market falls to/);
    },
  },
  {
    name: 'orders-trailing-stop',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('combobox', { name: 'Order type' }).selectOption('TRAIL');
      await ticket.getByRole('combobox', { name: 'Distance in' }).selectOption('percent');
      await ticket.getByRole('textbox', { name: 'Trailing distance' }).fill('5');
      await ticket.getByRole('textbox', { name: /Initial stop/ }).fill('');
      await expect(ticket).toContainText(/TRAILING STOP 5 %/);
    },
  },
  {
    name: 'orders-cash-becomes-shares',
    async run({ desk }) {
      const { ticket } = desk();
      await ticket.getByRole('button', { name: 'Clear' }).click();
      await ticket.getByRole('radio', { name: 'Buy' }).check({ force: true });
      await ticket.getByRole('combobox', { name: 'Quantity as' }).selectOption('cash');
      await ticket.getByRole('textbox', { name: 'Cash amount' }).fill('5000');
      await ticket.getByRole('textbox', { name: 'Limit price' }).fill(await limitFarBelow(desk()));
      await expect(ticket).toContainText(/5,000\.00 USD → [\d.,]+ shares/);
    },
  },
  {
    name: 'orders-bracket-written',
    async run({ desk }) {
      const { ticket } = desk();
      const limit = await limitFarBelow(desk());
      await ticket.getByRole('combobox', { name: 'Quantity as' }).selectOption('units');
      await desk().writeOrder({ side: 'Buy', quantity: '10', limit });
      await ticket.getByRole('checkbox', { name: 'Take profit', exact: true }).check();
      await ticket.getByRole('textbox', { name: 'Take profit price' }).fill((Number(limit) * 1.1).toFixed(2));
      await ticket.getByRole('checkbox', { name: 'Stop loss', exact: true }).check();
      await ticket.getByRole('textbox', { name: 'Stop loss price' }).fill((Number(limit) * 0.9).toFixed(2));
      await expect(ticket).toContainText(/Max loss/);
    },
  },
  {
    name: 'orders-bracket-review',
    async run({ desk }) {
      await desk().openReview();
      await expect(desk().review.getByRole('list', { name: 'Attached exits' })).toContainText('max loss');
    },
  },
  {
    name: 'orders-bracket-working',
    async run({ desk }) {
      await tickWarnings(desk());
      await desk().confirm();
      await answerYesToAll(desk());
      await desk()
        .orders.getByRole('tab', { name: /Working/ })
        .click();
      await expect(desk().workingOrders.getByRole('row', { name: /AAPL/ })).toHaveCount(3, {
        timeout: 20_000,
      });
    },
  },
  {
    name: 'orders-row-menu',
    async run({ desk, page }) {
      await desk().positions.getByRole('row', { name: /MSFT/ }).click({ button: 'right' });
      await expect(page().getByRole('menuitem', { name: 'Attach stop' })).toBeVisible();
    },
  },
  {
    name: 'orders-close-prefilled',
    async run({ desk, page }) {
      await pick(page(), 'Close position');
      await expect(desk().ticket).toContainText('closes the position');
    },
  },
  {
    name: 'orders-timeline',
    async run({ desk, page }) {
      await desk().ticket.getByRole('button', { name: 'Clear' }).click();
      await desk().workingOrders.getByRole('row', { name: /Buy/ }).first().click({ button: 'right' });
      await pick(page(), 'Timeline…');
      await expect(
        page().getByRole('list', { name: 'What happened' }).getByRole('listitem').nth(2),
      ).toBeVisible();
    },
  },
  {
    name: 'orders-everything-sent-from-here',
    async run({ desk, page }) {
      await page().getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await desk()
        .orders.getByRole('tab', { name: /Sent here/ })
        .click();
      await expect(
        page().getByRole('grid', { name: 'Orders and changes sent from Portico' }).getByRole('row').nth(1),
      ).toBeVisible();
    },
  },
  {
    name: 'orders-several-chosen-by-keys',
    async run({ desk, page }) {
      await desk()
        .orders.getByRole('tab', { name: /Working/ })
        .click();
      await desk().workingOrders.getByRole('gridcell').first().focus();
      await page().keyboard.press('ArrowRight');
      await page().keyboard.press('Control+A');
      await expect(desk().orders.getByRole('button', { name: /^Cancel \d+ selected$/ })).toBeVisible();
      await page().keyboard.press('Escape');
    },
  },
  {
    name: 'orders-cancel-all-keeps-the-stops',
    async run({ page }) {
      await page().keyboard.press('Alt+Shift+C');
      await expect(page().getByRole('list', { name: 'Stay working' })).toBeVisible();
    },
  },
  {
    name: 'orders-cancelled-with-them',
    async run({ desk, page }) {
      const dialog = page().getByRole('alertdialog', { name: 'Cancel orders' });
      await dialog.getByRole('checkbox').check();
      await dialog.getByRole('textbox').fill('CANCEL ALL');
      await dialog.getByRole('button', { name: /^Cancel 3/ }).click();
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeVisible({ timeout: 20_000 });
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(desk().workingOrders.getByRole('row', { name: /AAPL/ })).toHaveCount(0, {
        timeout: 30_000,
      });
    },
  },
  {
    name: 'orders-filtered',
    async run({ desk }) {
      await desk().orders.getByRole('tab', { name: 'All' }).click();
      await desk().orders.getByRole('textbox', { name: 'Filter by symbol' }).fill('aapl');
      await desk().orders.getByRole('combobox', { name: 'Side shown' }).selectOption('SELL');
      await expect(
        desk()
          .orders.getByRole('row', { name: /Sell AAPL|AAPL/ })
          .first(),
      ).toBeVisible();
    },
  },
  {
    name: 'orders-limits',
    async run({ desk, page }) {
      await desk().orders.getByRole('textbox', { name: 'Filter by symbol' }).fill('');
      await desk().orders.getByRole('combobox', { name: 'Side shown' }).selectOption('both');
      await page().getByRole('button', { name: 'Trading armed' }).click();
      await pick(page(), 'Limits…');
      await expect(page().getByRole('dialog', { name: 'Trading limits' })).toBeVisible();
    },
  },
  {
    name: 'orders-a-question-muted',
    async run({ page }) {
      await page().getByRole('button', { name: 'Close' }).click();
      await page().getByRole('button', { name: 'Trading armed' }).click();
      await pick(page(), 'IBKR’s questions…');
      await page()
        .getByRole('button', { name: /^Mute / })
        .first()
        .click();
      await expect(page().getByRole('dialog', { name: /questions/ })).toContainText('1 muted');
    },
  },
  {
    name: 'orders-muted-and-read-only',
    async run({ desk, page }) {
      await page().getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await expect(page().getByRole('button', { name: '1 IBKR warning muted' })).toBeVisible();
      await page().getByRole('button', { name: 'Trading armed' }).click();
      await pick(page(), 'Make read-only');
      await expect(page().getByRole('button', { name: 'Read-only' })).toBeVisible();
      await expect(desk().ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    },
  },
  {
    name: 'orders-kill-switch',
    async run({ page }) {
      await page().getByRole('button', { name: 'Read-only' }).click();
      await pick(page(), 'Arm trading…');
      await page()
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Arm trading/ })
        .click();
      await expect(page().getByRole('button', { name: 'Trading armed' })).toBeVisible();
      await page().getByRole('button', { name: 'Kill switch' }).click();
      await expect(page().getByRole('alertdialog', { name: 'Kill switch' })).toBeVisible();
    },
  },
  {
    name: 'orders-trading-stopped',
    async run({ page }) {
      await page()
        .getByRole('button', { name: /^Stop trading/ })
        .click();
      await expect(page().getByRole('alert').filter({ hasText: 'Trading is stopped.' })).toBeVisible();
    },
  },
  {
    name: 'orders-released-by-a-word',
    async run({ page }) {
      await page().getByRole('button', { name: 'Release' }).click();
      const dialog = page().getByRole('alertdialog', { name: /Release/ });
      const word = /Type (.+) to confirm/.exec(await dialog.innerText())?.[1] ?? '';
      await dialog.getByRole('textbox').fill(word);
      await dialog.getByRole('button', { name: 'Release' }).click();
      await expect(page().getByRole('alert').filter({ hasText: 'Trading is stopped.' })).toHaveCount(0);
    },
  },
];
