import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** One small JSON file that is whole at every moment: written beside, synced, then renamed into place. */
export interface JsonFile {
  /** `null` when there is none or none that can be read; a damaged one is set aside as `<name>.damaged`. */
  readonly read: () => unknown;
  /** False when the disk refused; what was there before then still is. */
  readonly write: (value: unknown) => boolean;
}

export function createJsonFile(path: string): JsonFile {
  return {
    read: () => {
      try {
        const text = readFileSync(path, 'utf8');
        try {
          return JSON.parse(text) as unknown;
        } catch {
          renameSync(path, `${path}.damaged`);
          return null;
        }
      } catch {
        return null;
      }
    },
    write: (value) => {
      try {
        const file = openSync(`${path}.new`, 'w', 0o600);
        try {
          writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(`${path}.new`, path);
        syncFolder(dirname(path));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The rename itself is durable once its folder is; Windows cannot open folders and does not need it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
