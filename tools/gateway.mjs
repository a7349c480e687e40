// npm run -s gateway -- ...: speaks to a gateway from the command line, through the app's own client.
import './lib/node-version.mjs';
import { runMain } from './lib/problem.mjs';
import { runProgram } from './lib/run-program.mjs';

runMain(() => runProgram('gateway'));
