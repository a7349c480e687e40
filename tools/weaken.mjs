// npm run weaken [-- ITEM]: damages a copy of the build in one place at a time and runs the test that must then
// fail. A test that stays green, or a weakening that no longer fits the build, is a failure.
import './lib/node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareApp } from './bootstrap.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { runQuietly } from './lib/run.mjs';
import { freshReport, runPlaywright } from './lib/run-playwright.mjs';
import { weakenings } from './lib/weakenings.mjs';

runMain(async () => {
  endWithParent();
  const electron = await prepareApp();
  const only = process.argv[2];
  const chosen = weakenings.filter(({ item }) => !only || item === only || item.startsWith(`${only},`));
  let unnoticed = 0;
  for (const weakening of chosen) {
    const failed = await failedTests(electron, weakening);
    const seen = failed.some((title) => title.startsWith(weakening.test));
    if (!seen) unnoticed += 1;
    process.stdout.write(
      `${seen ? 'red' : 'NOT NOTICED'}  item ${weakening.item}: ${failed.join('; ') || weakening.test}\n`,
    );
  }
  process.stdout.write(`${chosen.length - unnoticed} of ${chosen.length} weakenings were noticed.\n`);
  return unnoticed === 0 && chosen.length > 0 ? 0 : 1;
});

/** Titles of the tests that fail on the damaged copy. */
async function failedTests(electron, weakening) {
  const app = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-weakened-'));
  const file = freshReport('weakened');
  try {
    damagedCopy(app, weakening);
    const args = ['security', '--workers=1', '-g', weakening.test, `--output=${path.join(app, 'results')}`];
    const env = { PORTICO_APP: app, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const run = (command, given, all) => runQuietly(command, given, { cwd: root, env: all });
    await runPlaywright('e2e', { electron, args, env, run });
    return failedTitles(JSON.parse(fs.readFileSync(file, 'utf8')));
  } finally {
    fs.rmSync(app, { recursive: true, force: true });
  }
}

function damagedCopy(app, { file, from, to, also = [], item }) {
  fs.cpSync(path.join(root, 'dist'), path.join(app, 'dist'), { recursive: true });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(app, 'package.json'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(app, 'node_modules'), 'junction');
  const target = path.join(app, file);
  const damaged = [{ from, to }].concat(also).reduce(
    (text, damage) => {
      if (text.split(damage.from).length !== 2)
        throw new Problem(
          `the weakening of item ${item} no longer fits the build: "${damage.from}" does not stand there once.`,
        );
      return text.split(damage.from).join(damage.to);
    },
    fs.readFileSync(target, 'utf8'),
  );
  fs.writeFileSync(target, damaged);
}

function failedTitles(report) {
  const specs = (suite) => (suite.specs || []).concat(...(suite.suites || []).map(specs));
  return specs(report)
    .filter(({ ok }) => !ok)
    .map(({ title }) => title);
}
