// npm run package [-- --targets tar.gz,deb] [--no-start]: packs the program for this platform, reads its fuses
// back, starts it and drives it through a smoke tour. Without targets: the unpacked program, offline.
import './lib/node-version.mjs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepareApp } from './bootstrap.mjs';
import { endWithParent } from './lib/end-with-parent.mjs';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/problem.mjs';

runMain(async () => {
  endWithParent();
  const { values } = parseArgs({ options: { targets: { type: 'string' }, 'no-start': { type: 'boolean' } } });
  const electron = await prepareApp();
  // After the packages are there: these import some of them.
  const { pack } = await import('./lib/pack.mjs');
  const { checkPackaged } = await import('./lib/check-packaged.mjs');
  const targets = values.targets ? values.targets.split(',') : [];
  const packed = await pack(electron, targets);
  for (const file of packed.artifacts) say(`made ${path.relative(root, file)}.`);
  say(`packed ${path.relative(root, packed.program)}; its fuses read back as decided.`);
  if (packed.trial)
    say(`TRIAL BUILD, never for users: made with Electron ${electron.version} (${electron.source}).`);
  return values['no-start'] ? 0 : checkPackaged(electron, packed.program);
});
