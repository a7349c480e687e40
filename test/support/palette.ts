import type { Page } from 'playwright';

/** Opens the command palette and types into it. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Command, symbol or order' }).fill(text);
}

/** Takes the first that the palette finds. */
export async function run(page: Page, text: string): Promise<void> {
  await command(page, text);
  await page.keyboard.press('Enter');
}
