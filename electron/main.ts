import { join } from 'node:path';
import { app, BrowserWindow, dialog, powerMonitor, session, shell } from 'electron';
import { parseConfig, withoutGateway, type AppConfig } from './config';
import { createCore } from './core';
import { attachTransport } from './ipc/electron-transport';
import { notify } from './shell/notify';
import { createAppLog } from './shell/app-log';
import { fileDialogs } from './shell/file-dialogs';
import { indexUrl, origin } from './shell/origin';
import { startPractice } from './shell/practice-process';
import { registerScheme, serveRenderer } from './shell/protocol';
import { lockDownContents, lockDownSession, refusalToStart } from './shell/security';
import { createWindow } from './shell/window';
import { lookOf } from './shell/window-look';
import { createWindows } from './shell/windows';
import { createJsonFile } from './store/json-file';
import { createProfileFile } from './store/profile-file';
import { systemClock } from './support/clock';

const root = app.getAppPath();
const config = parseConfig(process.argv.slice(1));
const refusal = config.ok ? refusalToStart() : config.error;
if (!config.ok || refusal !== null) {
  console.error(refusal);
  app.exit(2);
} else {
  if (config.value.userDataDir !== null) app.setPath('userData', config.value.userDataDir);
  // As root (closed test machines) Chromium only starts with the switch; the shipped launcher never passes it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (app.requestSingleInstanceLock()) {
    registerScheme();
    lockDownContents();
    void app
      .whenReady()
      .then(() => run(config.value))
      .catch(fail);
  } else app.exit(0);
}

async function run({ named, marketDataLines, ...given }: AppConfig): Promise<void> {
  const userDataDir = app.getPath('userData');
  const log = createAppLog(userDataDir);
  const profileFile = createProfileFile(createJsonFile(join(userDataDir, 'connections.json')));
  const chosen = named ? null : profileFile.chosen();
  const { gatewayUrl, cacertPath } = chosen ?? given;
  const profile = chosen?.kind ?? given.profile;
  process.on('unhandledRejection', (reason) => log.error('main.unhandled', { text: String(reason) }));

  const practice = gatewayUrl === null ? await startPractice(root) : null;
  const core = createCore(
    {
      ...{ profile, profileId: chosen?.id ?? null },
      gatewayUrl: practice?.url ?? gatewayUrl ?? '',
      cacertPath: practice?.cacert ?? cacertPath,
      marketDataLines,
    },
    {
      clock: systemClock,
      log,
      ...{ userDataDir, profileFile, notify },
      // Another gateway, perhaps another user: another journal. Practice keeps the folder itself.
      profileDir:
        chosen === null || chosen.id === 'practice' ? userDataDir : join(userDataDir, 'profiles', chosen.id),
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      openExternal: (url) => shell.openExternal(url),
      fileDialogs,
      openWindow: () => windows.openAnother(),
      restart: (on) => {
        const argv = process.argv.slice(1);
        app.relaunch({ args: on === 'same' ? argv : withoutGateway(argv) });
        app.quit();
      },
    },
  );

  lockDownSession(session.defaultSession);
  serveRenderer(session.defaultSession, join(root, 'dist', 'renderer'));
  core.start();
  // Nothing awaits between the window and its page: a window that first shows about:blank changes its process
  // on the way, and test drivers lose it now and then.
  const makeWindow = (): BrowserWindow => {
    const made = createWindow(root, lookOf(core.settings.current()));
    attachTransport(made.webContents, core.router, origin);
    return made;
  };
  const windows = createWindows({
    file: createJsonFile(join(app.getPath('userData'), 'windows.json')),
    make: makeWindow,
    fail,
  });
  const first = makeWindow();
  core.settings.onChange((preferences) => {
    for (const each of BrowserWindow.getAllWindows())
      each.webContents.setZoomFactor(lookOf(preferences).zoom);
  });
  void first.loadURL(indexUrl).catch(fail);
  windows.restore();

  powerMonitor.on('resume', core.resumed);
  powerMonitor.on('suspend', () => core.away('The computer went to sleep.'));
  powerMonitor.on('lock-screen', () => core.away('The screen was locked.'));
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => app.quit());
  // Chromium writes what windows keep (columns, chart settings) minutes later; a person may look for it at once.
  const writeNow = (): void => session.defaultSession.flushStorageData();
  app.on('browser-window-blur', writeNow);
  app.on('before-quit', writeNow);
  app.once('will-quit', () => {
    core.stop();
    practice?.stop();
  });
}

function fail(thrown: unknown): void {
  dialog.showErrorBox('Portico cannot start', thrown instanceof Error ? thrown.message : String(thrown));
  app.exit(1);
}
