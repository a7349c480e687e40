import { createJsonFile } from '../../electron/store/json-file';
import { createSettings } from '../../electron/services/settings/settings';

/** Changes one preference for ever and prints each change once it is kept. The parent kills it. */
const settings = createSettings(createJsonFile(process.argv[2] ?? ''));
for (let n = 0; ; n += 1) {
  settings.change({ keys: { 'panel.chart': `F${n}`, padding: 'x'.repeat(40) } });
  process.stdout.write(`${n}\n`);
}
