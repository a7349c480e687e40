import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { bridgeChannels } from '../../shared/ipc/bridge';
import type { Router, Watching } from './router';

const maxStreams = 400;

/**
 * Joins one window to the router. Only the window's own main frame on our origin is heard; streams end on
 * unsubscribe, navigation, crash and close.
 */
export function attachTransport(contents: WebContents, router: Router, origin: string): void {
  const streams = new Map<number, Watching>();

  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null &&
    event.senderFrame === contents.mainFrame &&
    originOf(event.senderFrame.url) === origin;

  const endAll = (): void => {
    for (const { stop } of streams.values()) stop();
    streams.clear();
  };

  contents.ipc.handle(bridgeChannels.call, (event, name: unknown, input: unknown) => {
    if (!isOurs(event)) throw new Error('refused');
    return router.call(name, input);
  });

  contents.ipc.on(bridgeChannels.watch, (event, id: unknown, name: unknown, input: unknown) => {
    if (!isOurs(event) || !isStreamId(id) || streams.has(id) || streams.size >= maxStreams) return;
    let ended = false;
    const watching = router.watch(name, input, (json) => {
      if (!ended && !contents.isDestroyed()) contents.send(bridgeChannels.event, id, json);
    });
    if (watching === null) return;
    streams.set(id, {
      received: watching.received,
      stop: () => {
        ended = true;
        watching.stop();
      },
    });
  });

  contents.ipc.on(bridgeChannels.unwatch, (event, id: unknown) => {
    if (!isOurs(event) || !isStreamId(id)) return;
    streams.get(id)?.stop();
    streams.delete(id);
  });

  contents.ipc.on(bridgeChannels.received, (event, id: unknown) => {
    if (isOurs(event) && isStreamId(id)) streams.get(id)?.received();
  });

  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) endAll();
  });
  contents.on('render-process-gone', endAll);
  contents.on('destroyed', endAll);
}

const isStreamId = (id: unknown): id is number =>
  typeof id === 'number' && Number.isSafeInteger(id) && id > 0;

// Chromium gives our scheme a real origin, Node's URL parser gives it the opaque "null".
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? '';
}
