import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/** The one window: sandboxed, isolated, shown when its first picture is ready. */
export function createWindow(root: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Portico',
    backgroundColor: '#0d1014',
    autoHideMenuBar: true,
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
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
