import type { Locator, Page } from 'playwright';

/** Opens a panel by its title, as a user does: header button "Panels", then the menu's line. Returns its region. */
export async function openPanel(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Panels', exact: true }).click();
  await page
    .getByRole('menu', { name: 'Panels' })
    .getByRole('menuitem', { name: title, exact: true })
    .click();
  const panel = page.getByRole('region', { name: title, exact: true });
  await panel.waitFor();
  return panel;
}
