// npm test [-- --only check|unit|contract|integration|property|e2e|package [more arguments for that runner]]
// Runs every part even after a failure in an earlier one; the last line is "N passed, N failed".
import './lib/node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { prepareApp, prepareElectron } from './bootstrap.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { root } from './lib/paths.mjs';
import { Problem, runMain, say } from './lib/problem.mjs';
import { freshReport, runPlaywright } from './lib/run-playwright.mjs';
import { runInForeground } from './lib/run.mjs';
import { addCounts, closingLine, countCheck, countPlaywright, countVitest } from './lib/test-report.mjs';

const checks = ['typecheck', 'lint', 'format:check', 'deadcode'];
const projects = ['unit', 'contract', 'integration', 'property'];
const parts = ['check', ...projects, 'e2e', 'package'];

runMain(async () => {
  endWithParent();
  const { only, rest } = parseArguments(process.argv.slice(2));
  let total = { passed: 0, failed: 0, skipped: 0 };
  const record = (name, startedMs, counts) => {
    say(`${name}: ${closingLine(counts)} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
    total = addCounts(total, counts);
  };
  const part = async (name, run) => {
    say(`── ${name} ──`);
    const startedMs = Date.now();
    record(name, startedMs, await run().catch(explain));
  };

  try {
    await ensureDependencies();
    for (const check of checks) {
      if (!only || only === 'check') await part(check, () => runCheck(check));
    }
    if (only !== 'check') await part('build', () => ensureBuild().then(() => countCheck(0)));
    const suites = projects.filter((name) => !only || only === name);
    if (suites.length > 0) await part('vitest', () => runVitest(suites, rest));
    if (!only || only === 'e2e') await part('e2e', () => runEndToEnd(rest));
    if (!only || only === 'package') await part('package', () => runPackaged(rest));
  } catch (error) {
    total = addCounts(total, explain(error));
  }
  process.stdout.write(`${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});

function parseArguments(args) {
  if (args[0] !== '--only') return { only: undefined, rest: args };
  if (parts.includes(args[1])) return { only: args[1], rest: args.slice(2) };
  throw new Problem(`--only takes one of ${parts.join(', ')}.`);
}

function explain(error) {
  if (error instanceof Interrupted) process.exit(error.code);
  say(error instanceof Problem ? error.message : error.stack);
  return countCheck(1);
}

async function runCheck(name) {
  // Through npm, so that package.json alone says what each check is.
  const npm = process.env.npm_execpath;
  const command = npm && npm.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = command.slice(1).concat('run', '-s', name);
  return countCheck(await runPart(command[0], args, process.env));
}

async function runVitest(suites, rest) {
  const file = freshReport('vitest');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const chosen = suites.reduce((all, name) => all.concat('--project', name), []);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = Object.assign({}, process.env, { PORTICO_ROOT: root });
  const code = await runPart(process.execPath, [vitest, 'run'].concat(chosen, report, rest), env);
  return countVitest(readReport(file), code);
}

async function runEndToEnd(args) {
  const file = freshReport('playwright');
  const electron = await prepareElectron();
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await runPlaywright('e2e', { electron, args, env, run: runPart });
  return countPlaywright(readReport(file), code);
}

// The program as it is handed over: packed, its fuses read back, started, driven.
async function runPackaged(args) {
  const file = freshReport('packaged');
  const electron = await prepareApp();
  const { pack } = await import('./lib/pack.mjs');
  const { checkPackaged } = await import('./lib/check-packaged.mjs');
  const { program } = await pack(electron);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await checkPackaged(electron, program, { args, env, run: runPart });
  return countPlaywright(readReport(file), code);
}

class Interrupted extends Error {
  constructor(code) {
    super('interrupted');
    this.code = code;
  }
}

/** Runs one part in the foreground; a signal that ended it ends the whole run, not just this part. */
async function runPart(command, args, env) {
  let interrupted = false;
  const note = () => (interrupted = true);
  process.once('SIGINT', note).once('SIGTERM', note);
  const code = await runInForeground(command, args, { cwd: root, env });
  process.off('SIGINT', note).off('SIGTERM', note);
  if (interrupted) throw new Interrupted(code || 130);
  return code;
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
