import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** TCP ports in state LISTEN (0A) whose socket this very process holds, from Linux' own tables. */
export function listeningPorts(pid: number): number[] {
  const mine = new Set(openSockets(pid));
  return ['tcp', 'tcp6']
    .flatMap((name) => readFileSync(`/proc/${pid}/net/${name}`, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === '0A' && mine.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16));
}

function openSockets(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1];
    return inode === undefined ? [] : [inode];
  });
}

// A descriptor may close between listing and reading.
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
