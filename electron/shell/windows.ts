import { app, type BrowserWindow, screen } from 'electron';
import { z } from 'zod';
import type { JsonFile } from '../store/json-file';
import { indexUrl } from './origin';

const storedSchema = z.object({
  open: z
    .array(
      z.object({
        id: z.string().regex(/^window-[1-9]\d?$/),
        bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
      }),
    )
    .max(8),
});
type Stored = z.infer<typeof storedSchema>['open'][number];

const maxWindows = 8;

interface WindowsDeps {
  readonly file: JsonFile;
  /** Makes a window and joins it to the router: each one exactly as the first. */
  readonly make: () => BrowserWindow;
  readonly fail: (thrown: unknown) => void;
}

/** The desk's windows beside the first: which are open, and where, is known again after a crash. */
export function createWindows({ file, make, fail }: WindowsDeps) {
  const windows = new Map<string, BrowserWindow>();
  let quitting = false;
  app.on('before-quit', () => (quitting = true));

  const keep = (): void => {
    const open = [...windows]
      .filter(([, window]) => !window.isDestroyed())
      .map(([id, window]): Stored => ({ id, bounds: window.getBounds() }));
    file.write({ open });
  };

  const open = (id: string, bounds: Stored['bounds'] | null): void => {
    const window = make();
    if (bounds !== null && isOnScreen(bounds)) window.setBounds(bounds);
    windows.set(id, window);
    for (const event of ['moved', 'resized'] as const) window.on(event as 'moved', keep);
    window.on('closed', () => {
      windows.delete(id);
      // Ending the program is not closing its windows.
      if (!quitting) keep();
    });
    void window.loadURL(`${indexUrl}#${id}`).catch(fail);
  };

  return {
    /** Those that stood when the program last ended. */
    restore: (): void => {
      const stored = storedSchema.safeParse(file.read());
      for (const { id, bounds } of stored.success ? stored.data.open : []) open(id, bounds);
    },
    openAnother: (): boolean => {
      if (windows.size >= maxWindows) return false;
      let number = 2;
      while (windows.has(`window-${number}`)) number += 1;
      open(`window-${number}`, null);
      keep();
      return true;
    },
  };
}

/** A screen that was taken away takes no window with it. */
const isOnScreen = ({ x, y, width, height }: Stored['bounds']): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return across > 100 && down > 60;
  });
