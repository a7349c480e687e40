import { expect } from '@playwright/test';
import type { Desk } from './desk';

/** A limit nobody would take: half the ask, on a whole unit. */
export async function limitFarBelow(desk: Desk): Promise<string> {
  return Math.floor((await askOf(desk)) / 2).toFixed(2);
}

/** A limit two percent above the ask: fills at once and stays inside every price guard. */
export async function limitThatFills(desk: Desk): Promise<string> {
  return ((await askOf(desk)) * 1.02).toFixed(2);
}

// Test arithmetic on a price that is then typed as text; the app itself never does this.
async function askOf(desk: Desk): Promise<number> {
  const ask = desk.ticket.getByRole('button', { name: /^Ask / });
  await expect(ask).toHaveAccessibleName(/\d/);
  const name = (await ask.getAttribute('aria-label')) ?? (await ask.textContent()) ?? '';
  return Number(/[\d,]+\.?\d*/.exec(name.replace(/^Ask /, ''))?.[0].replaceAll(',', ''));
}
