import path from 'node:path';
import { withDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { runInForeground } from './run.mjs';

/** Runs the built tour with a display (a virtual one where there is none); resolves to its exit code. */
export function runTour(env, args) {
  const tour = path.join(root, 'dist', 'tour', 'tour.cjs');
  return withDisplay((display) =>
    runInForeground(process.execPath, [tour].concat(args), {
      cwd: root,
      env: Object.assign({}, env, display),
    }),
  );
}
