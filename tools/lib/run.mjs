import { spawn } from 'node:child_process';
import os from 'node:os';
import { Problem } from './problem.mjs';

/**
 * Runs a helper program quietly and collects what it prints; never throws for a non-zero exit.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 127: it could not be started.
 */
export function runQuietly(command, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const chunks = [];
    let timedOut = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    const finish = (code) => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), timedOut });
    };
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      finish(127);
    });
    child.on('close', (code) => finish(code === null ? 1 : code));
  });
}

/**
 * Runs the program the user asked for: terminal handed over, signals passed on, its exit code returned
 * (128 + number when a signal ended it, as shells do).
 */
export function runInForeground(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const passOn = (signal) => {
      // A terminal already sends Ctrl-C to the whole group, and Chromium takes a second SIGINT as "die now".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const stopListening = () => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      stopListening();
      reject(new Problem(`${command} could not be started: ${error.message}.`));
    });
    child.on('exit', (code, signal) => {
      stopListening();
      resolve(signal ? 128 + os.constants.signals[signal] : code);
    });
  });
}

/** The last lines of a program's output: what explains a failure is nearly always at its end. */
export function lastLines(output, count = 40) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
