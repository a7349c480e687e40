// Seam: the packaged bundle, the preload and the renderer come up together in real Electron, for the user.
import { expect } from '@playwright/test';
import { test } from '../support/app-test';

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
