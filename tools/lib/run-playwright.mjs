import fs from 'node:fs';
import path from 'node:path';
import { launcherEnv } from '../bootstrap.mjs';
import { withDisplay } from './display.mjs';
import { root } from './paths.mjs';

/**
 * Runs one project of playwright.config.ts with a display and the given Electron.
 * @param run how a program is started in the foreground: `(command, args, env) => Promise<code>`
 * @returns {Promise<number>} its exit code
 */
export function runPlaywright(project, { electron, args = [], env = {}, run }) {
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  return withDisplay((display) =>
    run(
      process.execPath,
      [playwright, 'test', `--project=${project}`].concat(args),
      Object.assign(launcherEnv(electron), display, env),
    ),
  );
}

/** Where Playwright is told to write its counts; forgotten first, so that an old file is never read. */
export function freshReport(name) {
  const file = path.join(root, 'test-results', `${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}
