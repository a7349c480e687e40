// npm run tour -- --out DIR [--gateway-url URL --cacert PEM]: drives the real app through its whole path.
import './lib/node-version.mjs';
import { launcherEnv, prepareApp } from './bootstrap.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { runMain } from './lib/problem.mjs';
import { runTour } from './lib/run-tour.mjs';

runMain(async () => {
  endWithParent();
  const electron = await prepareApp();
  return runTour(launcherEnv(electron), process.argv.slice(2));
});
