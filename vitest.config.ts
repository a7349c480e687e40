import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], testTimeout = 20_000) => ({
  test: { name, include, testTimeout, hookTimeout: 60_000, environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', [
        'shared/**/*.test.ts',
        'electron/**/*.test.ts',
        'renderer/**/*.test.ts',
        'tools/**/*.test.mjs',
      ]),
      suite('contract', ['test/contract/**/*.test.ts']),
      suite('integration', ['test/integration/**/*.test.ts', 'test/fault/**/*.test.ts'], 60_000),
      suite('property', ['test/property/**/*.test.ts', 'test/security/**/*.test.ts'], 120_000),
    ],
  },
});
