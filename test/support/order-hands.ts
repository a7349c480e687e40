import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { Desk } from './desk';
import { tabTo } from './keyboard';

/**
 * A person at the order desk with one way of reaching things: the keyboard and nothing else, or what a screen reader
 * offers (roles and names) and nothing else.
 */
export interface Hands {
  readonly openTicket: (side: 'Buy' | 'Sell') => Promise<void>;
  readonly fill: (field: string, text: string) => Promise<void>;
  readonly choose: (list: string, option: string) => Promise<void>;
  readonly check: (box: string) => Promise<void>;
  readonly press: (button: RegExp) => Promise<void>;
  readonly cancelAll: () => Promise<void>;
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const named = (name: string): RegExp => new RegExp(`^${escaped(name)}`);

/** Tab, typing, Space, Enter and the desk's own keys; the pointer is never touched and no element is looked up to be pressed. */
export const keyboardHands = (page: Page): Hands => ({
  openTicket: (side) => page.keyboard.press(side === 'Buy' ? 'Alt+B' : 'Alt+S'),
  fill: async (field, text) => {
    await tabTo(page, named(field));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  choose: async (list, option) => {
    await tabTo(page, named(list));
    await page.keyboard.type(option);
  },
  check: async (box) => {
    await tabTo(page, named(box));
    await page.keyboard.press('Space');
  },
  press: async (button) => {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  },
  cancelAll: () => page.keyboard.press('Alt+Shift+C'),
});

/** By role and name, through the actions that assistive technology triggers. */
export const screenReaderHands = (page: Page, { ticket, orders }: Desk): Hands => {
  const modal = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  /** While a dialog is open, the rest of the desk is not there for a screen reader. */
  const scope = async () => ((await modal.count()) > 0 ? modal : page.getByRole('main').or(ticket));
  return {
    openTicket: async (side) => {
      await ticket.getByRole('radio', { name: side }).check({ force: true });
    },
    fill: async (field, text) =>
      (await scope())
        .getByRole('textbox', { name: named(field) })
        .first()
        .fill(text),
    choose: async (list, option) => {
      await ticket.getByRole('combobox', { name: named(list) }).selectOption({ label: option });
    },
    check: async (box) =>
      (await scope())
        .getByRole('checkbox', { name: named(box) })
        .first()
        .check(),
    press: async (button) => {
      const target = (await scope()).getByRole('button', { name: button }).first();
      await expect(target).toBeEnabled();
      await target.press('Enter');
    },
    cancelAll: () => orders.getByRole('button', { name: 'Cancel all…' }).click(),
  };
};
