// Seam: every state of the session and every fault of a certificate, made by the practice gateway: the right sentence,
// the right button, no order, and a way out without a restart of the app.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { startGatewayProxy } from '../support/gateway-proxy';
import { controlOf } from '../support/practice-control';
import { startPractice } from '../support/practice-process';
import { sessionTroubles } from '../support/session-troubles';

test('each trouble is said, offers what helps, and is left without a restart', async ({ launch }) => {
  test.setTimeout(600_000);
  const practice = await startPractice({ seed: 5, args: ['--control-port', '0', '--no-pacing'] });
  const address = new URL(practice.url);
  const proxy = await startGatewayProxy(Number(address.port));
  const cable = { control: controlOf(practice), proxy };
  try {
    const { page } = await launch({
      args: ['--gateway-url', `${proxy.url}${address.pathname}`, '--cacert', practice.cacert],
    });
    const desk = deskOf(page);
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    for (const trouble of sessionTroubles) {
      await test.step(trouble.name, async () => {
        await trouble.bring(cable);
        await expect(desk.session).toContainText(trouble.label, { timeout: 70_000 });
        const banner = page.locator('.session-banner').first();
        await expect(banner).toContainText(trouble.sentence);
        await expect(banner.getByRole('button').first()).toHaveText(trouble.button);
        await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
        await trouble.mend(cable);
        await expect(desk.session).toContainText('Connected', { timeout: 60_000 });
      });
    }
  } finally {
    await proxy.close();
    await practice.stop();
  }
});

test('a session held elsewhere: left there the desk is read-only, taken over it is ours', async ({
  launch,
  practice,
}) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await practice.control.scene('competing');
  await page.getByRole('button', { name: 'Leave it there, read only' }).click({ timeout: 20_000 });
  await expect(page.locator('.session-banner')).toBeHidden();
  await expect(desk.session).toContainText('Session in use elsewhere');
  await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
  // It stays theirs until a person says otherwise; the doctor offers it still.
  await page.getByRole('button', { name: 'Panels', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Connection', exact: true }).click();
  await page
    .getByRole('region', { name: 'Connection', exact: true })
    .getByRole('button', { name: 'Take over the session' })
    .click();
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
});

test('a login that ends although it is kept alive is announced in the header', async ({
  launch,
  practice,
}) => {
  await practice.control.setFaults([
    {
      id: 'ends',
      match: { path: '/tickle' },
      point: 'before-headers',
      do: { kind: 'patch', set: { ssoExpires: 90_000 } },
    },
  ]);
  const { page } = await launch({ args: practice.args });
  await expect(deskOf(page).session).toContainText(/login ends in [12] min/, { timeout: 20_000 });
});
