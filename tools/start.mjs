// npm start [-- arguments of the app]: prepares everything and opens the app.
import './lib/node-version.mjs';
import { isRoot, launcherEnv, prepareApp } from './bootstrap.mjs';
import { hasDisplay } from './lib/display.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/problem.mjs';
import { runInForeground } from './lib/run.mjs';
import { runTour } from './lib/run-tour.mjs';

runMain(async () => {
  endWithParent();
  const args = process.argv.slice(2);
  const electron = await prepareApp();
  const env = launcherEnv(electron);
  if (!hasDisplay()) {
    say(
      'no display here (DISPLAY and WAYLAND_DISPLAY are unset): showing the tour on a virtual one instead, pictures in out/tour.',
    );
    return runTour(env, ['--out', 'out/tour'].concat(gatewayArguments(args)));
  }
  return runInForeground(electron.executable, launchSwitches().concat(root, args), { cwd: root, env });
});

function launchSwitches() {
  const switches = [];
  if (isRoot()) {
    say(
      'started as root, where Chromium cannot use its sandbox: adding --no-sandbox. Use an ordinary user for real money.',
    );
    switches.push('--no-sandbox');
  }
  // Electron before 38 looks for X11 only, unless told to see what is there.
  if (process.platform === 'linux' && !process.env.DISPLAY) switches.push('--ozone-platform-hint=auto');
  return switches;
}

// The tour knows fewer arguments than the app: the gateway it shall use is what they share.
function gatewayArguments(args) {
  const shared = ['--gateway-url', '--cacert'];
  return args.filter(
    (arg, index) =>
      shared.includes(arg) || shared.includes(args[index - 1]) || shared.includes(arg.split('=')[0]),
  );
}
