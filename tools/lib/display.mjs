import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

const startWithinMs = 15_000;

/** False on a Linux machine without a graphical session (a server, a container, CI). */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The full path of a program on the PATH, or undefined. */
export function whichProgram(name, searchPath = process.env.PATH || '') {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}

/**
 * Runs `work(env)` with a display to draw on: the user's own, or a virtual one for the time of the work.
 * `env` are the variables to add to the environment of what is started.
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const server = await startVirtualDisplay();
  try {
    return await work({ DISPLAY: `:${server.number}` });
  } finally {
    await server.stop();
  }
}

// A 2560x1600 screen so that every window size a user may have fits; `-displayfd` lets the server choose a free
// number itself, which is what makes several runs at once safe.
async function startVirtualDisplay() {
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp', '-noreset'];
  // With setpriv (part of Debian's base system) the kernel ends the server even if we are killed outright.
  const setpriv = whichProgram('setpriv');
  const command = setpriv ? [setpriv, '--pdeathsig', 'TERM'].concat(xvfb) : xvfb;
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const endWithUs = () => child.kill('SIGTERM');
  process.on('exit', endWithUs);
  const gone = new Promise((resolve) => child.on('close', resolve));
  const number = await readDisplayNumber(child);
  return {
    number,
    async stop() {
      process.off('exit', endWithUs);
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function readDisplayNumber(child) {
  return new Promise((resolve, reject) => {
    let errors = '';
    let number = '';
    const fail = (reason) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Problem(`the virtual display (Xvfb) did not start: ${reason}.`));
    };
    const timer = setTimeout(() => fail(`no answer within ${startWithinMs / 1000} s`), startWithinMs);
    child.on('error', (error) => fail(error.message));
    child.on('exit', () => fail(errors.trim() || 'it ended at once'));
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2_000)));
    child.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(number.trim());
    });
  });
}
