import Module from 'node:module';
import path from 'node:path';
import { prepareProgram } from '../bootstrap.mjs';
import { endWithParent } from './end-with-parent.mjs';
import { root } from './paths.mjs';

/**
 * Prepares, then becomes the built program `dist/<name>/<file>` with the arguments we were given. It runs in
 * this very process, so the pid, the signals and the exit code are its own and killing it leaves nothing behind.
 */
export async function runProgram(name, file = 'cli.cjs') {
  await prepareProgram();
  endWithParent();
  const program = path.join(root, 'dist', name, file);
  process.argv = [process.argv[0], program].concat(process.argv.slice(2));
  Module.runMain();
}
