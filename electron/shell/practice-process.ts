import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { z } from 'zod';

const startLineSchema = z.object({ url: z.url(), cacert: z.string() });

/** The practice gateway, running as a program of its own beside the app. */
export interface PracticeProcess {
  readonly url: string;
  readonly cacert: string;
  readonly stop: () => void;
}

/** Starts it on a free port and resolves when it listens. Fails with a sentence when it ends before that. */
export function startPractice(root: string): Promise<PracticeProcess> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(join(root, 'dist', 'practice', 'cli.cjs'), ['--port', '0', '--json'], {
      serviceName: 'Portico practice gateway',
      stdio: 'ignore',
    });
    child.once('message', (message: unknown) => {
      const { url, cacert } = startLineSchema.parse(message);
      resolve({ url, cacert, stop: () => void child.kill() });
    });
    child.once('exit', (code) => reject(new Error(`The practice gateway ended at start (code ${code}).`)));
  });
}
