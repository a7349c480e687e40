import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { FileDialogs } from '../services/files';

const maxImportBytes = 20_000_000;

/** The system's own save and open dialogs. Only what the user picked there is read or written. */
export const fileDialogs: FileDialogs = {
  async save(suggestedName, content) {
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
    if (canceled || filePath === '') return null;
    await writeFile(filePath, content);
    return basename(filePath);
  },
  async openText(extensions) {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: [{ name: extensions.join(', ').toUpperCase(), extensions: [...extensions] }],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    if ((await stat(path)).size > maxImportBytes) throw new Error('The file is larger than 20 MB.');
    return { name: basename(path), text: await readFile(path, 'utf8') };
  },
};
