// Seam: a page that went mad inside the window can reach neither the machine, nor the network, nor another page.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { listeningPorts } from '../support/listening-ports';

test('the page has no Node, no raw IPC, and a bridge of two functions', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => ({
    node: [
      typeof globalThis['require'],
      typeof globalThis['process'],
      typeof globalThis['module'],
      typeof globalThis['Buffer'],
    ],
    bridge: Object.keys(Reflect.get(window, 'portico') as object).sort(),
    frozen: Object.isFrozen(Reflect.get(window, 'portico')),
  }));
  expect(seen.node).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
  expect(seen.bridge).toEqual(['call', 'watch']);
  expect(seen.frozen).toBe(true);
});

test('unknown names, prototype names and wrong inputs are refused by main', async ({ launch }) => {
  const { page } = await launch();
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      async ([name, input]) => {
        const bridge = Reflect.get(window, 'portico') as {
          call: (name: unknown, input: unknown) => Promise<string>;
        };
        return JSON.parse(await bridge.call(name, input)) as { ok: boolean; error?: { code: string } };
      },
      [name, input] as const,
    );
  for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', 'quotes.watch'])
    expect(await ask(name, {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await ask('portfolio.summary', { accountId: '../../x' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await ask('orders.cancel', { accountId: 'DU1', orderId: '-1' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await ask('app.info', { extra: 1 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('the page cannot leave, open windows, frame, or fetch', async ({ launch }) => {
  const { page, app } = await launch();
  const blocked = await page.evaluate(async () => {
    // What the test driver runs directly is exempt from the policy; what runs later is not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const tries: Record<string, string> = {};
    const attempt = async (name: string, action: () => unknown) => {
      try {
        await action();
        tries[name] = 'done';
      } catch {
        tries[name] = 'refused';
      }
    };
    await attempt('fetch', () => fetch('https://127.0.0.1:5000/v1/api/tickle'));
    await attempt('eval', () => globalThis.eval('1'));
    await attempt('html', () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'));
    const script = document.createElement('script');
    await attempt('inline', () => {
      script.text = 'globalThis.canary = 1';
      document.head.append(script);
    });
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com';
    document.body.append(frame);
    const opened = window.open('https://example.com');
    location.href = 'https://example.com';
    return { tries, opened: opened === null, canary: typeof Reflect.get(globalThis, 'canary'), violations };
  });
  expect(blocked.tries).toEqual({ fetch: 'refused', eval: 'refused', html: 'refused', inline: 'refused' });
  expect(blocked.opened).toBe(true);
  expect(blocked.canary).toBe('undefined');
  await expect.poll(() => page.url()).toBe('app://ui/index.html');
  expect(app.windows()).toHaveLength(1);
});

test('every preference of the window is as decided', async ({ launch }) => {
  const { app } = await launch();
  const preferences = await app.evaluate(({ webContents }) =>
    // In Electron since 1.x, but not in its types.
    webContents
      .getAllWebContents()
      .map((contents) => (Reflect.get(contents, 'getLastWebPreferences') as () => object).call(contents)),
  );
  for (const preference of preferences)
    expect(preference).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
});

test('the app listens on no port; the practice gateway is another process', async ({ launch }) => {
  const { pid, app } = await launch({ args: ['--gateway-url', 'https://127.0.0.1:9/v1/api'] });
  const debugging = await app.evaluate(() =>
    process.argv.filter((argument) => argument.startsWith('--remote-debugging-port')),
  );
  expect(debugging.length).toBeLessThanOrEqual(1);
  // Playwright drives this build through two ports of its own (inspector and Chromium); nothing else may listen.
  expect(listeningPorts(pid).length).toBeLessThanOrEqual(2);
});
