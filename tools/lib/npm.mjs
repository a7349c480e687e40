import { runQuietly } from './run.mjs';

// npm's own waiting between tries adds up to more than a minute before it admits that there is no network.
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** Runs npm: the very npm that started us where there is one, otherwise the one on the PATH. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  // Started by `npm run -s`, npm would inherit "silent" and then hide why it failed.
  const allArgs = args.concat('--loglevel=error', patience);
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
