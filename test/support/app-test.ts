import { writeFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { launchApp, type LaunchedApp, type LaunchOptions } from './launch-app';
import { controlOf, type PracticeControl } from './practice-control';
import { startPractice, type PracticeProcess } from './practice-process';

type AppFixtures = {
  /** Starts the app; it is closed after the test, and a failed test keeps its trace, picture and main-process log. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** A practice gateway of this test's own, always the same market, with its control port. */
  readonly practice: PracticeProcess & {
    readonly control: PracticeControl;
    /** Arguments that open the app on it. */
    readonly args: readonly string[];
  };
};

/** Playwright's `test` with the real app: `test('…', async ({ launch }) => { const { page } = await launch(); })`. */
export const test = base.extend<AppFixtures>({
  // Playwright finds a fixture's dependencies by destructuring: an empty pattern says "none".
  // eslint-disable-next-line no-empty-pattern
  launch: async ({}, use, testInfo) => {
    const launched: LaunchedApp[] = [];
    await use(async (options) => {
      const app = await launchApp(options);
      launched.push(app);
      await app.app.context().tracing.start({ screenshots: true, snapshots: true });
      return app;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const [index, app] of launched.entries()) {
      if (failed) await keepEvidence(app, (name) => testInfo.outputPath(`app-${index}-${name}`));
      await app.close();
    }
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  practice: async ({}, use) => {
    const practice = await startPractice({ seed: 5, args: ['--control-port', '0'] });
    const args = ['--gateway-url', practice.url, '--cacert', practice.cacert];
    await use({ ...practice, args, control: controlOf(practice) });
    await practice.stop();
  },
});

// Best effort: the app may be gone or hanging, which is perhaps why the test failed.
async function keepEvidence(
  { app, page, output }: LaunchedApp,
  file: (name: string) => string,
): Promise<void> {
  await writeFile(file('main.log'), output());
  await page.screenshot({ path: file('window.png'), timeout: 5_000 }).catch(() => undefined);
  await app
    .context()
    .tracing.stop({ path: file('trace.zip') })
    .catch(() => undefined);
}
