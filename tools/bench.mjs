// npm run bench [-- NAME]: measures what is promised in figures; results in out/bench/bench.json.
import './lib/node-version.mjs';
import path from 'node:path';
import { launcherEnv, prepareApp } from './bootstrap.mjs';
import { withDisplay } from './lib/display.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { root } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { runInForeground } from './lib/run.mjs';

// Some cases open the real app: it needs a display and the environment the tests have.
runMain(async () => {
  endWithParent();
  const electron = await prepareApp();
  const bench = [path.join(root, 'dist', 'bench', 'bench.cjs')].concat(process.argv.slice(2));
  return withDisplay((display) =>
    runInForeground(process.execPath, bench, {
      cwd: root,
      env: Object.assign(launcherEnv(electron), display),
    }),
  );
});
