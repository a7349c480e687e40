// npm run bench [-- NAME]: measures what is promised in figures; results in out/bench/bench.json.
import './lib/node-version.mjs';
import { runMain } from './lib/problem.mjs';
import { runProgram } from './lib/run-program.mjs';

runMain(() => runProgram('bench', 'bench.cjs'));
