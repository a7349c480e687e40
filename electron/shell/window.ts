import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** A window as the user last wanted windows to look. */
export interface WindowLook {
  /** What is seen until the page has drawn itself. */
  readonly background: string;
  /** 1 is the normal size. */
  readonly zoom: number;
}

/** Every window is made here: sandboxed, isolated, shown when its first picture is ready. */
export function createWindow(root: string, { background, zoom }: WindowLook): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Portico',
    backgroundColor: background,
    autoHideMenuBar: true,
    // Elsewhere the installed program brings its own; a tar.gz has nothing but this.
    ...(process.platform === 'linux' ? { icon: join(root, 'tools/packaging/icons/256x256.png') } : {}),
    webPreferences: {
      preload: join(root, 'dist', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      zoomFactor: zoom,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
