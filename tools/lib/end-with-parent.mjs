import fs from 'node:fs';

const checkEveryMs = 500;

/**
 * Ends this process (SIGTERM) when the `npm run` that started it is gone. npm puts a shell in between that does
 * not pass signals on: without this, ending npm would leave a server or a window that nobody knows of.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, checkEveryMs);
  timer.unref();
}

// Our parent and, where that is npm's shell, its parent too. Other grandparents are the user's own shell or
// desktop, which may end while we go on.
function ancestors() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    const [, name, ppid] = /\((.*)\) \S+ (\d+)/.exec(fs.readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return /^(sh|dash|bash)$/.test(name) ? `${parent} ${ppid}` : String(parent);
  } catch {
    return String(parent);
  }
}
