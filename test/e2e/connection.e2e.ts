// Seam: whatever stands at the gateway's address, the app says what it is, keeps what it knew, and sends no order.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { startGatewayProxy } from '../support/gateway-proxy';
import { startPractice } from '../support/practice-process';

test('a gateway that dies is named, its values stay and are dated, and it comes back by itself', async ({
  launch,
}) => {
  const practice = await startPractice({ seed: 3 });
  const address = new URL(practice.url);
  const proxy = await startGatewayProxy(Number(address.port));
  try {
    const { page } = await launch({
      args: ['--gateway-url', `${proxy.url}${address.pathname}`, '--cacert', practice.cacert],
    });
    const desk = deskOf(page);
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    const rows = desk.positions.getByRole('row');
    await expect(rows.nth(2)).toBeVisible();
    const count = await rows.count();

    await proxy.cut();
    await expect(desk.session).toContainText('Gateway not running', { timeout: 30_000 });
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing' }).first()).toBeVisible();
    expect(await rows.count()).toBe(count);
    await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    // Armed, but the header must not look as if an order could leave.
    await expect(page.getByRole('button', { name: 'Trading waits' })).toBeVisible();

    await proxy.restore();
    await expect(desk.session).toContainText('Connected', { timeout: 40_000 });
    await expect(page.getByRole('button', { name: 'Trading armed' })).toBeVisible();
    await expect(desk.quotes.getByRole('row').nth(1)).toContainText(/\d+\.\d\d/);
  } finally {
    await proxy.close();
    await practice.stop();
  }
});

test('another CA, plain HTTP and nothing at all are told apart', async ({ launch }) => {
  const [practice, other] = await Promise.all([startPractice(), startPractice()]);
  const http = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
  await once(http, 'listening');
  // A TCP server's address is an AddressInfo; only pipes have a string.
  const plain = `https://127.0.0.1:${(http.address() as AddressInfo).port}/v1/api`;
  try {
    for (const [url, words] of [
      [other.url, 'Certificate not trusted'],
      [plain, 'Not a secure gateway'],
      ['https://127.0.0.1:9/v1/api', 'Gateway not running'],
    ] as const) {
      const { page, close } = await launch({ args: ['--gateway-url', url, '--cacert', practice.cacert] });
      const desk = deskOf(page);
      await expect(desk.session).toContainText(words, { timeout: 20_000 });
      await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
      await close();
    }
  } finally {
    http.close();
    await Promise.all([practice.stop(), other.stop()]);
  }
});

test('each state of IBKR’s session is named, and left without a restart', async ({ launch, practice }) => {
  const { page } = await launch({ args: practice.args });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  const healthy = {
    loggedIn: true,
    authenticated: true,
    established: true,
    connected: true,
    competing: false,
  };
  for (const [flags, words, button] of [
    [{ competing: true }, 'Session in use elsewhere', 'Take over the session'],
    [{ connected: false }, 'IBKR link lost', 'Check now'],
    [{ loggedIn: false, authenticated: false }, 'Not logged in', 'Log in'],
  ] as const) {
    await practice.control.setSession(flags);
    await expect(desk.session).toContainText(words, { timeout: 15_000 });
    await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible();
    await expect(desk.ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
    await practice.control.setSession(healthy);
    await expect(desk.session).toContainText('Connected', { timeout: 15_000 });
  }
});

test('a gateway that is killed and started again on its port is found by itself', async ({ launch }) => {
  const first = await startPractice({ seed: 3 });
  const port = Number(new URL(first.url).port);
  const { page } = await launch({ args: ['--gateway-url', first.url, '--cacert', first.cacert] });
  const desk = deskOf(page);
  await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
  await first.kill();
  await expect(desk.session).toContainText('Gateway not running', { timeout: 20_000 });
  const again = await startPractice({ seed: 3, port });
  try {
    // A new process makes a new authority; it stands where the old one stood.
    expect(again.cacert).toBe(first.cacert);
    await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
    await expect(desk.quotes.getByRole('row').nth(1)).toContainText(/\d+\.\d\d/);
  } finally {
    await again.stop();
  }
});

// Silence is proven after 25 s without a word and two unanswered looks.
test.describe.configure({ timeout: 120_000 });

test('a gateway that falls silent is noticed, and said to be silent', async ({ launch }) => {
  // What piled up reaches it all at once when it wakes: whether that breaks a limit is not the question here.
  const practice = await startPractice({ seed: 5, args: ['--no-pacing'] });
  const address = new URL(practice.url);
  const proxy = await startGatewayProxy(Number(address.port));
  try {
    const { page } = await launch({
      args: ['--gateway-url', `${proxy.url}${address.pathname}`, '--cacert', practice.cacert],
    });
    const desk = deskOf(page);
    await expect(desk.session).toContainText('Connected', { timeout: 20_000 });
    proxy.stall();
    await expect(desk.session).toContainText('Gateway silent', { timeout: 50_000 });
    proxy.resume();
    await expect(desk.session).toContainText('Connected', { timeout: 30_000 });
  } finally {
    await proxy.close();
    await practice.stop();
  }
});
