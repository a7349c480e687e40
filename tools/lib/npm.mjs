import { runQuietly } from './run.mjs';

/** Runs npm: the very npm that started us where there is one, otherwise the one on the PATH. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  // Started by `npm run -s`, npm would inherit "silent" and then hide why it failed.
  const allArgs = args.concat('--loglevel=error');
  if (cli && cli.endsWith('.js')) return runQuietly(process.execPath, [cli].concat(allArgs), options);
  if (process.platform !== 'win32') return runQuietly('npm', allArgs, options);
  return runQuietly('cmd.exe', ['/d', '/c', 'npm.cmd'].concat(allArgs), options);
}

/** True when npm's output says that the network, and not the request, was the trouble. */
export function isNetworkFailure(output) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(
    output,
  );
}
