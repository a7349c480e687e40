// Seam: settings killed in the middle of a write are whole, and what was said to be kept is kept (SECURITY §6).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { createSettings } from '../../electron/services/settings/settings';
import { createJsonFile } from '../../electron/store/json-file';
import { repoRoot } from '../support/repo-root';

const outDir = join(repoRoot, '.tsbuild/settings-kill');
beforeAll(() =>
  build({
    configFile: false,
    root: repoRoot,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(repoRoot, 'test/fault/settings-kill-program.ts'),
      outDir,
      target: 'node20',
      minify: false,
    },
  }),
);

it('is whole and no older than the last answer after 12 kills', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-settings-kill-'));
  const path = join(folder, 'settings.json');
  for (let round = 1; round <= 12; round += 1) {
    const child = spawn(process.execPath, [join(outDir, 'settings-kill-program.js'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = -1;
    // Each round dies at another depth of the work.
    for await (const line of createInterface(child.stdout)) {
      last = Number(line);
      if (last >= round * 3) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const kept = createSettings(createJsonFile(path)).current().keys['panel.chart'] ?? 'F-1';
    expect(Number(kept.slice(1))).toBeGreaterThanOrEqual(last);
    expect(existsSync(`${path}.damaged`)).toBe(false);
  }
  rmSync(folder, { recursive: true });
});
