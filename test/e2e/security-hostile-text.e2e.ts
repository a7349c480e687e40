// Seam: whatever text IBKR, or who pretends to be IBKR, writes into any field of any answer, it stays text: nothing of
// it runs, loads, becomes an element, opens a dialog or moves the desk out of its frame.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { startHostileGateway, type HostileGateway, type Hostility } from '../support/hostile-gateway';

for (const hostility of ['beside', 'instead'] as const satisfies readonly Hostility[])
  test(`every panel, with harmful text ${hostility} every text of every answer`, async ({
    launch,
    practice,
  }, testInfo) => {
    test.setTimeout(180_000);
    const gateway = await startHostileGateway(practice);
    const { page, app } = await launch({ args: ['--gateway-url', gateway.url, '--cacert', gateway.cacert] });
    await expect(deskOf(page).session).toContainText('Connected', { timeout: 20_000 });
    const trouble = troubleOf(page);
    await page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        console.error(`violation of ${effectiveDirective} by ${blockedURI}`),
      ),
    );
    gateway.hostility = hostility;

    const titles = await panelTitles(page);
    expect(titles.length).toBeGreaterThan(15);
    for (const title of titles) {
      await openByMenu(page, title);
      if (title === 'Watchlist')
        await deskOf(page)
          .choose('AAPL')
          .catch(() => undefined);
      await quiet(gateway);
      expect(await harmIn(page), title).toEqual(noHarm);
    }
    await page.screenshot({ path: testInfo.outputPath(`${hostility}.png`) });
    expect(trouble).toEqual([]);
    expect(page.url()).toMatch(/^app:\/\/ui\/index\.html/);
    expect(app.windows()).toHaveLength(1);
    expect(gateway.poisoned.size).toBeGreaterThan(hostility === 'beside' ? 40 : 20);
    testInfo.annotations.push({ type: 'fields', description: [...gateway.poisoned].sort().join('\n') });
    await gateway.close();
  });

/** Until the panel has asked all it asks: a turn without a request. */
async function quiet(gateway: HostileGateway): Promise<void> {
  let before = -1;
  await expect
    .poll(() => before === (before = gateway.seen.length), { intervals: [300], timeout: 15_000 })
    .toBe(true);
}

const noHarm = { canary: 'undefined', elements: 0, sideways: 0, hidden: 0 };

/** What of the harmful texts has become more than text. */
const harmIn = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let hidden = 0;
    while (texts.nextNode() !== null)
      if (/[\u202a-\u202e\u2066-\u2069]/.test(texts.currentNode.textContent ?? '')) hidden += 1;
    return {
      canary: typeof Reflect.get(globalThis, 'canary'),
      elements: document.querySelectorAll(
        'img[src="x"], svg[onload], iframe, body script, body style:not([data-mantine-styles]), base, meta[http-equiv=refresh], form[action], #hostile, [name=hostile], a[href^="javascript:"], a[href^="http"]',
      ).length,
      sideways:
        document.documentElement.scrollWidth > innerWidth ||
        document.documentElement.scrollHeight > innerHeight
          ? 1
          : 0,
      hidden,
    };
  });

/** Everything a browser would complain about, and every dialog it would show. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium's own sentence beside an event that the page's listener reports with its source; the driver's own
    // evaluation causes it now and then, without an event.
    if (message.text() === "This document requires 'TrustedScript' assignment.") return;
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return trouble;
}

async function panelTitles(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Panels', exact: true }).click();
  const menu = page.getByRole('menu', { name: 'Panels' });
  const titles = await menu.getByRole('menuitem').allTextContents();
  await page.keyboard.press('Escape');
  return titles.map((title) => title.trim());
}

async function openByMenu(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Panels', exact: true }).click();
  await page
    .getByRole('menu', { name: 'Panels' })
    .getByRole('menuitem')
    .filter({ hasText: title })
    .first()
    .click();
}
