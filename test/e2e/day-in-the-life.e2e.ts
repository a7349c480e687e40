// Seam: one day at one desk: offline start, login, arranging, trading, sleep, the midnight reset, another user: nothing of
// the first is shown to the second, and nothing of the first is lost.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../shared/ipc/bridge';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { controlOf } from '../support/practice-control';
import { startPractice } from '../support/practice-process';

interface PageOfPortico {
  readonly portico: Bridge;
}

const first = 'DU5550001';
/** What a person sees of the first user anywhere: its account, its own note, its activity, its symbol. */
const traces = [first, 'my own secret note', 'Bought 3 AAPL'];

test('from a cold start offline to another user and back', async ({ launch }) => {
  test.setTimeout(240_000);
  const userDataDir = await mkdtemp(join(tmpdir(), 'portico-day-'));
  const caDir = join(userDataDir, 'ca');
  const start = (port: number) =>
    startPractice({ seed: 5, port, args: ['--control-port', '0', '--cert-dir', caDir] });
  let practice = await start(0);
  const port = Number(new URL(practice.url).port);
  const args = ['--gateway-url', practice.url, '--cacert', practice.cacert];
  try {
    await test.step('cold start offline: nothing known, nothing claimed', async () => {
      await practice.stop();
    });
    const { app, page } = await launch({ args, userDataDir });
    const desk = deskOf(page);
    await expect(desk.session).toContainText('Gateway not running', { timeout: 20_000 });
    await expect(page.getByRole('banner')).toContainText('No account yet');

    await test.step('the gateway starts, logged out; login on its page', async () => {
      practice = await start(port);
      const control = controlOf(practice);
      await control.scene('login-needed');
      await expect(desk.session).toContainText('Not logged in', { timeout: 30_000 });
      await app.evaluate(({ shell }) => {
        const seen = globalThis as unknown as { opened: string[] };
        seen.opened = [];
        shell.openExternal = async (url: string) => void seen.opened.push(url);
      });
      await page.getByRole('button', { name: 'Log in', exact: true }).first().click();
      await expect
        .poll(async () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
        .toEqual([new URL('/', practice.url).href]);
      await logInAsABrowserWould(practice.url, practice.cacert);
      await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
    });

    await test.step('arranging the desk', async () => {
      await page.getByRole('button', { name: 'Layout', exact: true }).click();
      await page.getByRole('menuitem', { name: /Chartist/ }).click();
      await expect(desk.region('Chart 4')).toBeVisible();
      await page.getByRole('button', { name: 'Layout', exact: true }).click();
      await page.getByRole('menuitem', { name: /Trader/ }).click();
      await expect(desk.region('Portfolio')).toBeVisible();
      await page.evaluate(async () => {
        // As the notes of the chart do it: a document of the user's own.
        await (window as unknown as PageOfPortico).portico.call('documents.save', {
          kind: 'note',
          id: '265598',
          value: { text: 'my own secret note' },
        });
      });
    });

    await test.step('a trade', async () => {
      await desk.choose('AAPL');
      await desk.writeOrder({ side: 'Buy', quantity: '3', limit: '260' });
      await desk.openReview();
      for (const doubt of await desk.review.getByRole('checkbox').all()) await doubt.check({ force: true });
      await desk.confirm();
      while (await desk.asksWithin(2_000)) await desk.answer(true);
      const activity = await openPanel(page, 'Activity');
      await expect(activity).toContainText('Bought 3 AAPL', { timeout: 20_000 });
    });

    await test.step('sleep and wake', async () => {
      await app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('suspend');
        powerMonitor.emit('resume');
      });
      await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    });

    await test.step('midnight: the session ends, what was known stays, dated', async () => {
      await controlOf(practice).scene('midnight-reset');
      await expect(desk.session).toContainText('Not logged in', { timeout: 70_000 });
      await openPanel(page, 'Portfolio');
      await expect(desk.positions.getByRole('row').nth(2)).toBeVisible();
      await expect(desk.region('Portfolio')).toContainText(/stale · /);
      await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    });

    await test.step('another user logs in: nothing of the first anywhere', async () => {
      await controlOf(practice).becomeScenario('advisor');
      await expect(desk.session).toContainText('Connected', { timeout: 40_000 });
      await expect(page.getByRole('banner')).not.toContainText(first, { timeout: 20_000 });
      await expect(page.getByRole('banner')).toContainText('DF5550100', { timeout: 20_000 });
      await openPanel(page, 'Activity');
      for (const trace of traces) expect(await everything(page)).not.toContain(trace);
    });

    await test.step('the first user is back: nothing was lost', async () => {
      await controlOf(practice).becomeScenario('individual');
      await expect(page.getByRole('banner')).toContainText(first, { timeout: 60_000 });
      await expect(desk.session).toContainText('Connected', { timeout: 40_000 });
      const all = await everything(page);
      expect(all).toContain('my own secret note');
      expect(await page.evaluate(() => localStorage.getItem('portico.preferences'))).not.toBeNull();
      const activity = await openPanel(page, 'Activity');
      await expect(activity).toContainText('Bought 3 AAPL');
      await expect(desk.ticket).toContainText('AAPL');
    });
  } finally {
    await practice.stop();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What is on the screen, and what the window could ask main for without naming anybody. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = ['documents.list', 'lastKnown.read', 'accounts.list'].map((name) =>
      (window as unknown as PageOfPortico).portico.call(
        name,
        name === 'documents.list' ? { kind: 'note' } : {},
      ),
    );
    return document.body.innerText + (await Promise.all(asked)).join('\n');
  });

async function logInAsABrowserWould(url: string, cacert: string): Promise<void> {
  const ca = await readFile(cacert);
  const ask = (method: string): Promise<number> =>
    new Promise((resolve, reject) =>
      request(new URL('/sso/Login', url), { method, ca }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      })
        .once('error', reject)
        .end(),
    );
  expect(await ask('GET')).toBe(200);
  expect(await ask('POST')).toBe(200);
}
