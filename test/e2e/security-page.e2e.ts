// Seam: a page that went mad inside the window reaches neither the machine, nor the network, nor another page.
// The numbers are those of Electron's security list; docs/security.md says which weakening turned each test red.
import { expect, test } from '@playwright/test';
import { startCountingServer } from '../support/counting-server';
import { sharedApp } from '../support/shared-app';

const shared = sharedApp();
let elsewhere: Awaited<ReturnType<typeof startCountingServer>>;
test.beforeAll(async () => {
  elsewhere = await startCountingServer();
});
test.afterAll(() => elsewhere.close());

const nodeNames = ['require', 'process', 'module', 'Buffer', 'global'] as const;

test('item 2: no Node in the page, in a frame of it, nor in a worker', async () => {
  const { page } = shared();
  const seen = await page.evaluate(async (names) => {
    const typesIn = (scope: object) => names.map((name) => typeof Reflect.get(scope, name));
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inFrame = frame.contentWindow === null ? [] : typesIn(frame.contentWindow);
    frame.remove();
    const worker = await new Promise<string>((resolve) => {
      // What the test driver runs directly is exempt from the page's policy; what runs later is not.
      setTimeout(() => {
        try {
          const made = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof require)'])));
          made.onmessage = ({ data }) => resolve(String(data));
          made.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      }, 0);
    });
    return { inPage: typesIn(globalThis), inFrame, worker };
  }, nodeNames);
  expect(seen).toEqual({
    inPage: nodeNames.map(() => 'undefined'),
    inFrame: nodeNames.map(() => 'undefined'),
    worker: 'refused',
  });
});

test('item 3: a page that rewrites the language does not reach what the bridge is made of', async () => {
  const { page } = shared();
  const seen = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'portico') as {
      call: (name: string, input: unknown) => Promise<string>;
    };
    const caught: string[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- taken to be put back
    const [call, push] = [Function.prototype.call, Array.prototype.push];
    const note = (values: unknown[]): void => {
      for (const value of values)
        if (typeof value === 'object' && value !== null && 'invoke' in value) caught[caught.length] = 'ipc';
    };
    Function.prototype.call = function (...values) {
      note(values);
      return Reflect.apply(this, values[0], values.slice(1)) as unknown;
    };
    Array.prototype.push = function (...values: unknown[]) {
      note(values);
      return Reflect.apply(push, this, values);
    };
    try {
      const answer = await bridge.call('app.info', {});
      return { caught, ok: (JSON.parse(answer) as { ok: boolean }).ok, frozen: Object.isFrozen(bridge) };
    } finally {
      Function.prototype.call = call;
      Array.prototype.push = push;
    }
  });
  expect(seen).toEqual({ caught: [], ok: true, frozen: true });
});

test('item 6 and 1: nothing of the page reaches a server of this machine, by any means a page has', async () => {
  const { page } = shared();
  const tried = await page.evaluate(async (url) => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const results = await Promise.allSettled([
      fetch(url),
      fetch(url, { mode: 'no-cors' }),
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('POST', url);
        request.send('x');
      }),
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
      new Promise((resolve, reject) => {
        const source = new EventSource(url);
        source.onopen = resolve;
        source.onerror = reject;
      }),
      new Promise((resolve, reject) => {
        const picture = new Image();
        picture.onload = resolve;
        picture.onerror = reject;
        picture.src = url;
      }),
      ...['stylesheet', 'prefetch', 'preload', 'manifest'].map(async (rel) => {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: url, as: 'script' }));
      }),
    ]);
    navigator.sendBeacon(url, 'x');
    return results.slice(0, 6).map(({ status }) => status);
  }, elsewhere.url);
  expect(tried).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected']);
  expect(elsewhere.seen).toEqual([]);
});

test('item 7: the policy stops every way of running or loading what is not ours', async () => {
  const { page } = shared();
  const seen = await page.evaluate(async (url) => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.add(effectiveDirective),
    );
    const canary = (): unknown => Reflect.get(globalThis, 'canary');
    const refused: string[] = [];
    const attempt = (name: string, action: () => unknown): void => {
      try {
        action();
      } catch {
        refused.push(name);
      }
    };
    const run = 'globalThis.canary = 1';
    attempt('eval', () => globalThis.eval(run));
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it throws is the point
    attempt('Function', () => new Function(run));
    attempt('innerHTML', () => (document.createElement('div').innerHTML = `<img src=x onerror="${run}">`));
    attempt('script text', () => {
      const script = document.createElement('script');
      script.text = run;
      document.head.append(script);
    });
    attempt('srcdoc', () => (document.createElement('iframe').srcdoc = `<script>parent.canary = 1</script>`));
    attempt('policy', () =>
      (
        Reflect.get(window, 'trustedTypes') as { createPolicy: (name: string, rules: object) => unknown }
      ).createPolicy('mine', {}),
    );
    const add = (tag: string, attributes: object): void =>
      document.body.append(Object.assign(document.createElement(tag), attributes));
    for (const [tag, attributes] of [
      ['base', { href: url }],
      ['iframe', { src: url }],
      ['object', { data: url }],
      ['embed', { src: url }],
      ['link', { rel: 'stylesheet', href: url }],
      ['img', { src: url }],
    ] as const)
      attempt(tag, () => add(tag, attributes));
    const form = document.body.appendChild(Object.assign(document.createElement('form'), { action: url }));
    form.submit();
    const handler = document.createElement('button');
    attempt('onclick', () => handler.setAttribute('onclick', run));
    document.body.append(handler);
    handler.click();
    await import(`data:text/javascript,${run}`).catch(() => refused.push('import'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { refused, violations: [...violations].sort(), canary: typeof canary() };
  }, elsewhere.url);
  expect(seen.canary).toBe('undefined');
  expect(seen.refused).toEqual([
    'eval',
    'Function',
    'innerHTML',
    'script text',
    'srcdoc',
    'policy',
    'object',
    'embed',
    'onclick',
    'import',
  ]);
  for (const directive of [
    'base-uri',
    'form-action',
    'frame-src',
    'img-src',
    'script-src-elem',
    'style-src-elem',
  ])
    expect(seen.violations, directive).toContain(directive);
  expect(elsewhere.seen).toEqual([]);
});

test('item 13: the window stays where it is, whatever its page does', async () => {
  const { page } = shared();
  const before = page.url();
  await page.evaluate(async (url) => {
    const targets = [
      url,
      'file:///etc/passwd',
      'data:text/html,<title>gone</title>',
      'javascript:document.title="gone"',
      'blob:app://ui/1',
      'app://ui/../..',
      'app://other/index.html',
      'chrome://gpu',
      'devtools://devtools/bundled/inspector.html',
    ];
    for (const target of targets) {
      for (const go of [
        () => location.assign(target),
        () => location.replace(target),
        () => Object.assign(document.createElement('a'), { href: target }).click(),
        () => history.pushState(null, '', target),
      ])
        try {
          go();
        } catch {
          // Refused by the engine itself.
        }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0;url=${url}`;
    document.head.append(refresh);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }, elsewhere.url);
  expect(new URL(page.url()).origin + new URL(page.url()).host).toBe(
    new URL(before).origin + new URL(before).host,
  );
  // Not `toHaveTitle`: the driver still waits for navigations that were refused.
  expect(await page.evaluate(() => document.title)).toMatch(/Portico/);
  expect(elsewhere.seen).toEqual([]);
});

test('item 13: a page that leaves for about:blank, which asks nobody, is fetched back', async () => {
  const { page } = shared();
  await page.evaluate(() => void setTimeout(() => location.assign('about:blank'), 0));
  await expect.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => 0)).toBeGreaterThan(0);
  await page.waitForURL('app://ui/index.html');
  await expect(page.getByRole('button', { name: 'Panels', exact: true })).toBeVisible();
});

test('item 14: no page opens a window', async () => {
  const { page, app } = shared();
  const opened = await page.evaluate(
    (url) =>
      [
        url,
        url.replace('http', 'https'),
        'about:blank',
        'app://ui/index.html',
        'file:///',
        'data:text/html,x',
      ]
        .concat(['javascript:1', 'mailto:a@b', 'ms-msdt:x', 'smb://x', 'tel:1', ''])
        .flatMap((target) =>
          ['_blank', 'named'].flatMap((name) =>
            ['', 'noopener', 'popup'].map((features) => window.open(target, name, features) === null),
          ),
        ),
    elsewhere.url,
  );
  await page.evaluate((url) => {
    const link = document.createElement('a');
    Object.assign(link, { href: url, target: '_blank' });
    document.body.append(link);
    for (const press of [{}, { button: 1 }, { shiftKey: true }, { ctrlKey: true }])
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, ...press }));
  }, elsewhere.url);
  expect(opened.every(Boolean)).toBe(true);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(elsewhere.seen).toEqual([]);
});

test('item 20: the bridge is two functions, frozen; what it calls back with is text', async () => {
  const { page } = shared();
  const seen = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'portico') as Record<string, unknown> & {
      watch: (name: string, input: unknown, onEvent: (...values: unknown[]) => void) => () => void;
    };
    const received = await new Promise<unknown[]>((resolve) => {
      const stop = bridge.watch('session.watch', {}, (...values) => {
        stop();
        resolve(values);
      });
    });
    return {
      names: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
      received: received.map((value) => typeof value),
      others: ['electron', 'ipcRenderer', 'electronAPI'].filter((name) => name in window),
    };
  });
  expect(seen).toEqual({ names: ['call', 'watch'], frozen: true, received: ['string'], others: [] });
});
