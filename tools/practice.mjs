// npm run -s practice -- [--port N] [--json] [--seed N]: the practice gateway on its own.
import './lib/node-version.mjs';
import { runMain } from './lib/problem.mjs';
import { runProgram } from './lib/run-program.mjs';

runMain(() => runProgram('practice'));
