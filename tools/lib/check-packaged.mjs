import { drivenTwin } from './pack.mjs';
import { root } from './paths.mjs';
import { runInForeground } from './run.mjs';
import { runPlaywright } from './run-playwright.mjs';

/**
 * Starts the packaged program as it is, and drives its twin through the smoke tour and the security tests.
 * @returns {Promise<number>} exit code of the test runner
 */
export async function checkPackaged(electron, program, { args, env, run = inForeground } = {}) {
  const twin = await drivenTwin(program);
  return runPlaywright('package', {
    electron: Object.assign({}, electron, { executable: twin }),
    ...{ args, run },
    env: Object.assign({ PORTICO_PACKAGED: program, PORTICO_APP: '' }, env),
  });
}

const inForeground = (command, args, env) => runInForeground(command, args, { cwd: root, env });
