import type { Page } from 'playwright';

const most = 60;

/** Presses a key until what has the focus carries a name; the mouse is never touched. */
export async function pressUntil(page: Page, key: string, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(name)}; the focus is on "${await focusedName(page)}".`);
}

export const tabTo = (page: Page, name: RegExp): Promise<void> => pressUntil(page, 'Tab', name);
export const panelTo = (page: Page, name: RegExp): Promise<void> => pressUntil(page, 'F6', name);

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    const labels =
      activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement
        ? activeElement.labels
        : null;
    return (
      activeElement?.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      activeElement?.textContent ??
      ''
    ).trim();
  });

/** Tabs into a grid, wherever in it the focus was last. */
export async function tabToGrid(page: Page, label: string): Promise<void> {
  const inside = (): Promise<boolean> =>
    page.evaluate(
      (name) => document.activeElement?.closest('[role=grid]')?.getAttribute('aria-label') === name,
      label,
    );
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await inside()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead into the grid "${label}".`);
}
