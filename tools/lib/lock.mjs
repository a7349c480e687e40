import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from './problem.mjs';

const heartbeatMs = 2_000;
const staleAfterMs = 30_000;
const pollMs = 200;

/**
 * Runs `work` while holding a lock directory, so that two commands started together install or build once.
 * The holder touches the directory while it works; a lock whose process is gone, or that nobody has touched for
 * 30 s (another host, a recycled process id), is taken over.
 */
export async function withLock(lockPath, work) {
  fs.mkdirSync(path.dirname(lockPath), { recursive: true });
  let announced = false;
  while (!tryAcquire(lockPath)) {
    if (isStale(lockPath)) {
      breakLock(lockPath);
      continue;
    }
    if (!announced) say('another Portico command is preparing the same thing: waiting for it.');
    announced = true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const heartbeat = setInterval(() => touch(lockPath), heartbeatMs);
  heartbeat.unref();
  const release = () => {
    const owner = ownerOf(lockPath);
    if (owner && owner.pid === process.pid) fs.rmSync(lockPath, { recursive: true, force: true });
  };
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function tryAcquire(lockPath) {
  try {
    fs.mkdirSync(lockPath); // atomic: exactly one of several callers succeeds
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(
    path.join(lockPath, 'owner.json'),
    JSON.stringify({ pid: process.pid, host: os.hostname() }),
  );
  return true;
}

/** True when the lock's owner cannot be working any more. */
export function isStale(lockPath, nowMs = Date.now()) {
  let touchedMs;
  try {
    touchedMs = fs.statSync(lockPath).mtimeMs;
  } catch {
    return false; // released meanwhile: simply try again
  }
  if (nowMs - touchedMs > staleAfterMs) return true;
  const owner = ownerOf(lockPath);
  return owner !== undefined && owner.host === os.hostname() && !isAlive(owner.pid);
}

function ownerOf(lockPath) {
  try {
    return JSON.parse(fs.readFileSync(path.join(lockPath, 'owner.json'), 'utf8'));
  } catch {
    return undefined; // between mkdir and the owner file: the touch time decides
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // exists, belongs to somebody else
  }
}

// Two waiters may see the same stale lock, and the slower one must not remove the lock that the faster one has
// just taken: whoever removes holds a second lock, and looks again while holding it.
function breakLock(lockPath) {
  const guard = `${lockPath}.breaking`;
  try {
    fs.mkdirSync(guard);
  } catch {
    if (Date.now() - modifiedMs(guard) > staleAfterMs) fs.rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (isStale(lockPath)) fs.rmSync(lockPath, { recursive: true, force: true });
  } finally {
    fs.rmSync(guard, { recursive: true, force: true });
  }
}

function modifiedMs(file) {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return Date.now();
  }
}

function touch(lockPath) {
  try {
    const now = new Date();
    fs.utimesSync(lockPath, now, now);
  } catch {
    // Taken over after a long suspension: nothing useful is left to do here.
  }
}
