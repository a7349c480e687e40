import { app, type Session } from 'electron';
import { indexUrl, origin } from './origin';

/** Every contents ever made: no navigation, no new windows, no webviews. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void; url: string }): void => {
      if (event.url !== indexUrl) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
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
