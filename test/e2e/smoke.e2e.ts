// Seam: the packaged bundle, the preload and the renderer come up together in real Electron, for the user.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { appFolder } from '../support/launch-app';

test('opens one window in which the app has drawn itself', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page).toHaveTitle(/Portico/);
  await expect(page.locator('body')).toContainText(/\S/);
  expect(app.windows()).toHaveLength(1);
});

test('gives the page no Node and no Electron', async ({ launch }) => {
  const { page } = await launch();
  const reachable = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  );
  expect(reachable).toEqual([]);
});

test('a second start on the same data gives way to the first', async ({ launch }) => {
  const { pid, userDataDir } = await launch();
  const second = spawn(String(process.env['PORTICO_ELECTRON']), [
    ...appFolder,
    `--user-data-dir=${userDataDir}`,
    ...(process.env['PORTICO_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []),
  ]);
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(second.pid).not.toBe(pid);
  expect(() => process.kill(pid, 0)).not.toThrow();
});
