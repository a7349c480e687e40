import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

// Main and preload run on Electron 25 (Node 18, Chrome 114) in closed networks and on the pinned Electron
// elsewhere: one CommonJS file each, built for the older of the two.
const nodeProgram = (entry: string, outDir: string, external: string[] = []): EnvironmentOptions => ({
  consumer: 'server',
  resolve: {
    noExternal: true,
    external: ['electron', 'libsql', ...external],
    builtins: [...builtinModules, /^node:/],
    conditions: ['node', 'import', 'default'],
    mainFields: ['module', 'main'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: true,
    outDir: `../${outDir}`,
    emptyOutDir: true,
    target: 'node18',
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: entry,
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  environments: {
    client: {
      build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome114', modulePreload: false },
    },
    main: nodeProgram('electron/main.ts', 'dist/main'),
    preload: nodeProgram('electron/preload/preload.ts', 'dist/preload'),
    practice: nodeProgram('electron/practice/cli.ts', 'dist/practice'),
    cli: nodeProgram('electron/gateway/cli.ts', 'dist/gateway'),
    bench: nodeProgram('test/bench/bench.ts', 'dist/bench', ['playwright', '@playwright/test']),
    tour: nodeProgram('test/e2e/tour.ts', 'dist/tour', [
      'playwright',
      '@playwright/test',
      '@axe-core/playwright',
    ]),
  },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)));
    },
  },
});
