// Seam: the shell around the page is as decided, for every contents there is, and stays so when a window is made
// that should not be. The numbers are those of Electron's security list.
import { expect, test } from '@playwright/test';
import { startCountingServer } from '../support/counting-server';
import { listeningPorts } from '../support/listening-ports';
import { openPanel } from '../support/panels';
import { sharedApp } from '../support/shared-app';

// A gateway that is not there: whatever listens then is ours.
const shared = sharedApp(async () => ({ args: ['--gateway-url', 'https://127.0.0.1:9/v1/api'] }));

const decided = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  disableBlinkFeatures: '',
};

// Electron leaves these out where they are off.
const unsaid = { nodeIntegrationInWorker: false, enableBlinkFeatures: '', disableBlinkFeatures: '' };

test('item 1: every request of a session is for one of our own files', async () => {
  const { app, page } = shared();
  const urls: string[] = [];
  app.context().on('request', (request) => urls.push(request.url()));
  await expect(page.getByRole('button', { name: 'Panels', exact: true })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.reload());
  for (const title of ['Contract', 'Performance', 'Gateway console']) await openPanel(page, title);
  expect(urls.length).toBeGreaterThan(3);
  expect(urls.filter((url) => !url.startsWith('app://ui/'))).toEqual([]);
});

test('item 1: even a page of main’s own making cannot fetch anything from elsewhere', async () => {
  const { app } = shared();
  const elsewhere = await startCountingServer();
  const outcome = await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    const result = await window.loadURL(url).then(
      () => 'loaded',
      (error: unknown) => String(error),
    );
    window.destroy();
    return result;
  }, elsewhere.url);
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.close();
});

test('items 4, 8, 9, 10, 11: the preferences of every contents are as decided', async () => {
  const { app } = shared();
  const all = await app.evaluate(({ webContents }) =>
    // In Electron since 1.x, but not in its types.
    webContents
      .getAllWebContents()
      .map((contents) => (Reflect.get(contents, 'getLastWebPreferences') as () => object).call(contents)),
  );
  expect(all.length).toBeGreaterThan(0);
  for (const preferences of all) expect({ ...unsaid, ...preferences }).toMatchObject(decided);
});

test('item 5: every permission is refused, asked for or looked up', async () => {
  const { page } = shared();
  const seen = await page.evaluate(async () => {
    const names = [
      ...[
        'accelerometer',
        'background-fetch',
        'background-sync',
        'camera',
        'clipboard-read',
        'clipboard-write',
      ],
      ...['display-capture', 'geolocation', 'gyroscope', 'idle-detection', 'local-fonts', 'magnetometer'],
      ...['microphone', 'midi', 'nfc', 'notifications', 'payment-handler', 'periodic-background-sync'],
      ...['persistent-storage', 'screen-wake-lock', 'storage-access', 'window-management'],
    ];
    const states = await Promise.all(
      names.map((name) =>
        // Chromium knows more names than the types do.
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => `${name}: ${state}`,
          () => `${name}: unknown here`,
        ),
      ),
    );
    const refused = async (asked: Promise<unknown>): Promise<boolean> =>
      asked.then(
        () => false,
        () => true,
      );
    return {
      granted: states.filter((line) => line.endsWith(': granted')),
      known: states.filter((line) => !line.endsWith('unknown here')).length,
      notifications: await Notification.requestPermission(),
      geolocation: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      midi: await refused(navigator.requestMIDIAccess({ sysex: true })),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });
  expect(seen.known).toBeGreaterThan(12);
  expect(seen).toMatchObject({
    granted: [],
    notifications: 'denied',
    ...{ geolocation: true, camera: true, screen: true, midi: true, clipboard: true },
  });
});

test('item 12: a webview is not attached, not even where the tag would be allowed', async () => {
  const { app, page } = shared();
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://ui/index.html');
    document.body.append(view);
  });
  const contents = await app.evaluate(async ({ BrowserWindow, webContents }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    await window.loadURL('app://ui/index.html');
    const before = webContents.getAllWebContents().length;
    await window.webContents.executeJavaScript(`{
      const view = document.createElement('webview');
      view.setAttribute('src', 'app://ui/index.html');
      document.body.append(view);
      new Promise((resolve) => setTimeout(resolve, 500));
    }`);
    const after = webContents.getAllWebContents().length;
    window.destroy();
    return { before, after };
  });
  expect(contents.after).toBe(contents.before);
});

test('item 15: no text of the page reaches the system’s browser; the login page of the gateway does', async () => {
  const { app, page } = shared();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedUrls', opened);
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'portico') as {
      call: (name: string, input: unknown) => Promise<string>;
    };
    const schemes = [
      'file:///etc/passwd',
      'smb://a/b',
      'ms-msdt:/id',
      'javascript:1',
      'https://evil.example/',
      '-a',
    ];
    const inputs = schemes.flatMap((url) => [
      url,
      { url },
      { opened: url },
      [url],
      { href: url, url: { url } },
    ]);
    for (let round = 0; round < 34; round += 1)
      await Promise.all(inputs.map((input) => bridge.call('session.logIn', input)));
  });
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'openedUrls') as string[]);
  expect(await opened()).toEqual([]);
  await page.evaluate(() =>
    (Reflect.get(window, 'portico') as { call: (name: string, input: unknown) => Promise<string> }).call(
      'session.logIn',
      {},
    ),
  );
  expect(await opened()).toEqual(['https://127.0.0.1:9/']);
});

test('item 17: unknown names, prototype names, wrong and huge inputs are refused by main', async () => {
  const { page } = shared();
  const ask = (name: unknown, input: unknown) =>
    page.evaluate(
      async ([name, input]) => {
        const bridge = Reflect.get(window, 'portico') as {
          call: (name: unknown, input: unknown) => Promise<string>;
        };
        return JSON.parse(await bridge.call(name, input)) as { ok: boolean; error?: { code: string } };
      },
      [name, input] as const,
    );
  const refused = { ok: false, error: { code: 'invalid-input' } };
  for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', 'quotes.watch', 7, null])
    expect(await ask(name, {})).toMatchObject(refused);
  expect(await ask('portfolio.summary', { accountId: '../../x' })).toMatchObject(refused);
  expect(await ask('orders.cancel', { accountId: 'DU1', orderId: '-1' })).toMatchObject(refused);
  expect(await ask('app.info', { extra: 1 })).toMatchObject(refused);
  expect(await ask('app.info', 'x'.repeat(70_000))).toMatchObject(refused);
});

test('item 18: the scheme serves the files of the build by name, and nothing else', async () => {
  const { app } = shared();
  const paths = [
    ...[
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..\\..\\package.json',
    ],
    ...[
      '/assets/../../main/main.cjs',
      '/index.html%00.png',
      '//etc/passwd',
      `/${'a'.repeat(9000)}`,
      '/',
      '/INDEX.HTML',
    ],
  ];
  const statuses = await app.evaluate(
    async ({ net }, urls) =>
      Promise.all(
        urls.map((url) =>
          net.fetch(url).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    [...paths.map((path) => `app://ui${path}`), 'app://other/index.html', 'app://ui/index.html'],
  );
  expect(statuses.at(-1)).toBe(200);
  for (const status of statuses.slice(0, -1)) expect([404, 'refused']).toContain(status);
});

test('no port: the app listens on none; the practice gateway is another process', async () => {
  test.skip(process.platform !== 'linux', "reads Linux' own tables of sockets");
  // Playwright drives the app through two ports of its own (inspector and Chromium); nothing else may listen.
  expect(listeningPorts(shared().pid).length).toBeLessThanOrEqual(2);
});

// Last: it takes the window's page away and brings it back.
test('item 17: another window, and a page that is not ours, are not heard', async () => {
  const { app } = shared();
  const heard = await app.evaluate(async ({ app, BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    if (first === undefined) throw new Error('no window');
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const ask = `portico.call('app.info', {}).then(() => 'heard', () => 'refused')`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload } });
    await stranger.loadURL('app://ui/index.html');
    const fromStranger = (await stranger.webContents.executeJavaScript(ask)) as string;
    stranger.destroy();
    const fromOurs = (await first.webContents.executeJavaScript(ask)) as string;
    // The shell would fetch it back.
    first.webContents.removeAllListeners('did-navigate');
    await first.loadURL('about:blank');
    const fromElsewhere = (await first.webContents.executeJavaScript(ask)) as string;
    await first.loadURL('app://ui/index.html');
    return { fromStranger, fromOurs, fromElsewhere };
  });
  expect(heard).toEqual({ fromStranger: 'refused', fromOurs: 'heard', fromElsewhere: 'refused' });
});
