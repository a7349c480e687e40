// Seam: a gateway nobody vouches for, trusted once by a person; another certificate later blocks; a profile of one's own.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { startPractice } from '../support/practice-process';

test('a certificate is compared, pinned, and a changed one blocks', async ({ launch }) => {
  test.setTimeout(120_000);
  const practice = await startPractice({
    seed: 5,
    args: ['--control-port', '0', '--certificate', 'self-signed'],
  });
  const showCertificate = (kind: string) =>
    fetch(`${practice.controlUrl ?? ''}/certificate`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${practice.controlToken ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ kind }),
    });
  try {
    const first = await launch({ args: ['--gateway-url', practice.url, '--profile', 'practice'] });
    const desk = deskOf(first.page);
    await expect(desk.session).toContainText('Certificate not trusted', { timeout: 20_000 });

    // What the window shows is what the server has; nothing is trusted by looking.
    await first.page.getByRole('button', { name: 'Look at the certificate' }).first().click();
    const dialog = first.page.getByRole('alertdialog', { name: 'The gateway’s certificate' });
    await expect(dialog).toContainText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    await expect(dialog).toContainText('its private key is public');
    await dialog.getByRole('button', { name: 'Back' }).click();
    await expect(desk.session).toContainText('Certificate not trusted');

    await first.page.getByRole('button', { name: 'Look at the certificate' }).first().click();
    await dialog.getByRole('button', { name: 'I compared it: trust this certificate' }).click();
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });

    // Another certificate, however valid for others: nothing is sent until a person has compared it.
    await showCertificate('other-ca');
    await fetch(`${practice.controlUrl ?? ''}/restart`, {
      method: 'POST',
      headers: { authorization: `Bearer ${practice.controlToken ?? ''}` },
    });
    await expect(first.page.getByRole('alert').first()).toContainText(
      'another certificate than the one you trusted',
      { timeout: 90_000 },
    );
    // The owner made a new one: compared against the old, then trusted, without a restart.
    await showCertificate('self-signed');
    await first.page.getByRole('button', { name: 'Look at the certificate' }).first().click();
    await expect(dialog.getByRole('alert')).toContainText('You trusted another one');
    await dialog.getByRole('button', { name: 'I compared it: trust this certificate' }).click();
    await expect(desk.session).toContainText('Connected', { timeout: 60_000 });
  } finally {
    await practice.stop();
  }
});

test('a profile of one’s own is added, used, and found again at the next start', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  const connection = await openPanel(first.page, 'Connection');
  await expect(connection.getByRole('region', { name: 'Connection doctor' })).toContainText(
    'Prices and orders are streaming.',
    { timeout: 20_000 },
  );
  const form = connection.getByRole('form', { name: 'New profile' });
  await form.getByRole('textbox', { name: 'Name' }).fill('My paper');
  await form.getByRole('textbox', { name: 'Address of the gateway' }).fill('http://127.0.0.1:1');
  await form.getByRole('button', { name: 'Add profile' }).click();
  await expect(form.getByRole('alert')).toContainText('https://');
  await form.getByRole('textbox', { name: 'Address of the gateway' }).fill(practice.url);
  await form.getByRole('textbox', { name: /^CA file/ }).fill(practice.cacert);
  await form.getByRole('button', { name: 'Add profile' }).click();
  await connection.getByRole('button', { name: 'Use My paper' }).click();

  // The driver cannot follow a program that starts itself again: it is only kept from doing so, not from ending.
  await first.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  const ended = first.app.waitForEvent('close');
  await first.page.getByRole('button', { name: 'Start again with My paper' }).click();
  await ended;

  const second = await launch({ userDataDir: first.userDataDir });
  await expect(deskOf(second.page).session).toContainText('Connected', { timeout: 20_000 });
  const again = await openPanel(second.page, 'Connection');
  await expect(again.getByRole('listitem').filter({ hasText: 'My paper' })).toContainText('in use');
  await expect(again.getByRole('listitem').filter({ hasText: 'My paper' })).toContainText(practice.url);
});
