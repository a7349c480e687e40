import { test } from '@playwright/test';
import { launchApp, type LaunchedApp, type LaunchOptions } from './launch-app';

/**
 * One app for all tests of a file, for those that only look: a start takes seconds. A failed test ends Playwright's
 * worker, so what comes after it gets a fresh app.
 */
export function sharedApp(options: () => Promise<LaunchOptions> = async () => ({})): () => LaunchedApp {
  let launched: LaunchedApp | null = null;
  test.beforeAll(async () => {
    launched = await launchApp(await options());
  });
  test.afterAll(() => launched?.close());
  return () => {
    if (launched === null) throw new Error('The app is asked for outside a test.');
    return launched;
  };
}
