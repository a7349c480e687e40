import inspector from 'node:inspector';
import { app, type Session } from 'electron';
import { indexUrl, origin } from './origin';

/**
 * Why this process must not go on, as a sentence; `null` when nothing speaks against it. Chromium's debugging port
 * has no fuse: in a packaged program it is allowed only with Node's inspector, which has one, and which is off in
 * what is handed to people.
 */
export function refusalToStart(): string | null {
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    return 'NODE_TLS_REJECT_UNAUTHORIZED=0 would switch certificate checks off: unset it and start again.';
  const debugging = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'].some(
    (name) => app.commandLine.hasSwitch(name),
  );
  return app.isPackaged && debugging && inspector.url() === undefined
    ? 'This program does not let itself be debugged: start it without --remote-debugging switches.'
    : null;
}

/** Every contents ever made: no navigation, no new windows, no webviews. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void; url: string }): void => {
      // Behind the mark stands which window it is: reloading one is not leaving.
      if (event.url.split('#')[0] !== indexUrl) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Chromium asks nobody before about:blank. A page that goes there has its CSP still, but shows nothing.
    let home = indexUrl;
    contents.on('did-navigate', (_navigated, url) => {
      if (url.startsWith(indexUrl)) home = url;
      else if (url === 'about:blank') void contents.loadURL(home).catch(() => undefined);
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** The renderer's session: no permission, no device, and no request that leaves our own scheme. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const ours = details.url.startsWith(`${origin}/`) || details.url.startsWith('devtools://');
    answer({ cancel: !ours });
  });
}
