// Seam: the guard around trading as a person meets it — read-only, limits, muted questions, kill switch — axe-clean.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';

// Legacy mode: Playwright's Electron driver cannot open the blank page axe would run in.
const findings = async (page: Page, selector: string) =>
  (await new AxeBuilder({ page }).setLegacyMode(true).include(selector).analyze()).violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );

test('read-only, limits, a muted question and the kill switch', async ({ launch }) => {
  const { page } = await launch();
  page.setDefaultTimeout(10_000);
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  const armed = page.getByRole('button', { name: 'Trading armed' });
  const item = (name: string) => page.getByRole('menuitem', { name });

  await armed.click();
  expect(await findings(page, '[role="menu"]')).toEqual([]);
  await item('Limits…').click();
  const limits = page.getByRole('dialog', { name: 'Trading limits' });
  expect(await findings(page, 'dialog[open]')).toEqual([]);
  await limits.getByRole('textbox', { name: 'Block: Price off the market' }).fill('40');
  await limits.getByRole('button', { name: 'Set limits' }).click();
  await expect(limits.getByRole('status')).toContainText('in force in');
  await limits.getByRole('button', { name: 'Close' }).click();

  await armed.click();
  await item('IBKR’s questions…').click();
  const questions = page.getByRole('dialog', { name: 'IBKR’s questions' });
  await questions
    .getByRole('button', { name: /^Mute / })
    .first()
    .click();
  await expect(questions).toContainText('1 muted');
  expect(await findings(page, 'dialog[open]')).toEqual([]);
  await questions.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: '1 IBKR warning muted' })).toBeVisible();

  await armed.click();
  await item('Make read-only').click();
  await expect(page.getByRole('button', { name: 'Read-only' })).toBeVisible();
  await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();

  await page.getByRole('button', { name: 'Kill switch' }).click();
  expect(await findings(page, 'dialog[open]')).toEqual([]);
  await page.getByRole('button', { name: /^Stop trading/ }).click();
  const stopped = page.getByRole('alert').filter({ hasText: 'Trading is stopped.' });
  await expect(stopped).toBeVisible();
  expect(await findings(page, 'body')).toEqual([]);

  await page.getByRole('button', { name: 'Release' }).click();
  const release = page.getByRole('alertdialog', { name: /Release/ });
  await expect(release.getByRole('button', { name: 'Release' })).toBeDisabled();
  const word = /Type (.+) to confirm/.exec(await release.innerText())?.[1] ?? '';
  await release.getByRole('textbox').fill(word);
  await release.getByRole('button', { name: 'Release' }).click();
  await expect(stopped).toHaveCount(0);
});
