import type { Duplex } from 'node:stream';
import WebSocket, { type ClientOptions } from 'ws';
import type { GatewayErrorCode } from './gateway-error';
import { isRecord } from './interpret';
import { parseJson } from './json';
import type { Trust } from './tls';
import type { WireRow } from './topic-merge';

export interface LinkEnd {
  readonly code: GatewayErrorCode;
  readonly detail: string;
}

export interface Link {
  readonly send: (frame: string) => void;
  /** A ping of the websocket protocol itself; its pong is no word of IBKR and counts as none. */
  readonly ping: () => void;
  /** Ends at once, without waiting for a closing handshake that may never come. */
  readonly terminate: () => void;
}

interface LinkOptions {
  readonly url: string;
  readonly trust: Trust;
  readonly userAgent: string;
  readonly sessionId: string | null;
  readonly onOpen: () => void;
  readonly onFrame: (frame: WireRow) => void;
  /** A frame that cannot be read: counted, never fatal. */
  readonly onJunk: () => void;
  readonly onEnd: (end: LinkEnd) => void;
}

// A day of executions fits many times; more is no sane frame — FAULTS G10.
const maxFrameBytes = 4 * 1024 * 1024;
const handshakeTimeoutMs = 8_000;

/** One websocket connection over the same trust as REST. `onEnd` is called exactly once. */
export function openLink(options: LinkOptions): Link {
  const { url, trust, userAgent, sessionId, onOpen, onFrame, onJunk, onEnd } = options;
  let ended = false;
  let cause: LinkEnd | null = null;
  const end = (otherwise: LinkEnd): void => {
    if (ended) return;
    ended = true;
    onEnd(cause ?? otherwise);
  };
  const createConnection = (_: unknown, done: (error: Error | null, socket?: Duplex) => void): undefined => {
    trust.connect(handshakeTimeoutMs).then(
      (result) => {
        if (result.ok) {
          done(null, result.value);
          return;
        }
        cause = result.error;
        done(new Error(result.error.detail));
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
  // The types want a synchronous createConnection; Node's request accepts the callback form as well.
  const clientOptions = {
    createConnection,
    handshakeTimeout: handshakeTimeoutMs,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    followRedirects: false,
    origin: new URL(url).origin.replace(/^ws/, 'http'),
    // Exactly this spelling, with one space: the gateway compares text — WEBSOCKET §1.
    headers: {
      'User-Agent': userAgent,
      ...(sessionId === null ? {} : { Cookie: `api={"session": "${sessionId}"}` }),
    },
  } as unknown as ClientOptions;
  const socket = new WebSocket(url, clientOptions);

  socket.on('open', onOpen);
  socket.on('message', (data: Buffer | ArrayBuffer | Buffer[]) => {
    const frame = parseJson(new TextDecoder().decode(Array.isArray(data) ? Buffer.concat(data) : data));
    if (frame.ok && isRecord(frame.value)) onFrame(frame.value);
    else onJunk();
  });
  socket.on('unexpected-response', (request, response) => {
    const status = response.statusCode ?? 0;
    cause = {
      code: status === 401 || status === 403 ? 'not-logged-in' : 'unavailable',
      detail: `upgrade answered ${status}`,
    };
    request.destroy();
    end(cause);
  });
  socket.on('error', (error) => end({ code: 'connection-lost', detail: error.message }));
  socket.on('close', (code) => end({ code: 'connection-lost', detail: `closed with ${code}` }));

  return {
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    ping: () => {
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    },
    terminate: () => {
      socket.terminate();
      end({ code: 'connection-lost', detail: 'ended by us' });
    },
  };
}
