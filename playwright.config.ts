import { defineConfig } from '@playwright/test';

export default defineConfig({
  testMatch: '**/*.e2e.ts',
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    // The packaged program (tools/lib/check-packaged.mjs): its own tests, and those that say what a page cannot do.
    {
      name: 'package',
      testDir: 'test',
      testMatch: ['package/*.e2e.ts', 'e2e/security-{page,shell}.e2e.ts', 'e2e/smoke.e2e.ts'],
    },
  ],
  // Each test starts its own app and gateway; two at once fill two cores.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results/e2e',
  // The JSON goes where PLAYWRIGHT_JSON_OUTPUT_FILE says (tools/test.mjs counts from it).
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
});
