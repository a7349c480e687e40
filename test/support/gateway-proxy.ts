import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type ProxyDirection = 'to-gateway' | 'from-gateway';

export type GatewayProxy = {
  readonly port: number;
  /** `https://127.0.0.1:<port>`: the gateway's certificate stays valid, since only the port differs. */
  readonly url: string;
  /** Connections accepted since the start, and how many are open now. */
  readonly connectionCount: () => number;
  readonly openConnections: () => number;
  /** Bytes seen in a direction since the start, counting those held back by a stall. */
  readonly bytesSeen: (direction: ProxyDirection) => number;
  /** Pulls the cable: open connections are reset, new ones are refused, until `restore`. */
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** Resets the open connections once; new ones are accepted at once. */
  readonly dropConnections: () => void;
  /** Holds back everything in a direction (default both), on open and new connections, until `resume`. */
  readonly stall: (direction?: ProxyDirection) => void;
  readonly resume: () => void;
  /** From now on new connections go to another port of this machine (a gateway that was started again). */
  readonly retarget: (port: number) => void;
  readonly close: () => Promise<void>;
};

/** A raw TCP proxy in front of a gateway on 127.0.0.1: it sees ciphertext only, and fails as networks do. */
export async function startGatewayProxy(targetPort: number): Promise<GatewayProxy> {
  const pairs = new Set<Pair>();
  const stalled = new Set<ProxyDirection>();
  const seen = { 'to-gateway': 0, 'from-gateway': 0 };
  let target = targetPort;
  let count = 0;

  const server = createServer({ allowHalfOpen: true }, (client) => {
    count += 1;
    const gateway = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    const pair = joinSockets(client, gateway, stalled, (direction, bytes) => (seen[direction] += bytes));
    pairs.add(pair);
    client.once('close', () => pairs.delete(pair));
  });
  const port = await listen(server, 0);
  const dropConnections = (): void => pairs.forEach((pair) => pair.reset());

  return {
    port,
    url: `https://127.0.0.1:${port}`,
    connectionCount: () => count,
    openConnections: () => pairs.size,
    bytesSeen: (direction) => seen[direction],
    dropConnections,
    async cut() {
      const closed = stopListening(server);
      dropConnections();
      await closed;
    },
    async restore() {
      await listen(server, port);
    },
    stall(direction) {
      for (const each of direction === undefined ? directions : [direction]) stalled.add(each);
    },
    resume() {
      stalled.clear();
      pairs.forEach((pair) => pair.flush());
    },
    retarget(newPort) {
      target = newPort;
    },
    async close() {
      const closed = stopListening(server);
      dropConnections();
      await closed;
    },
  };
}

const directions = ['to-gateway', 'from-gateway'] as const;

type Pair = { readonly reset: () => void; readonly flush: () => void };

function joinSockets(
  client: Socket,
  gateway: Socket,
  stalled: ReadonlySet<ProxyDirection>,
  onBytes: (direction: ProxyDirection, bytes: number) => void,
): Pair {
  const flushes = [
    pump(
      client,
      gateway,
      () => stalled.has('to-gateway'),
      (bytes) => onBytes('to-gateway', bytes),
    ),
    pump(
      gateway,
      client,
      () => stalled.has('from-gateway'),
      (bytes) => onBytes('from-gateway', bytes),
    ),
  ];
  const reset = (): void => {
    client.resetAndDestroy();
    gateway.resetAndDestroy();
  };
  // A gateway that is gone or dies is passed on as what it would be without us: a reset connection.
  client.on('error', reset).on('close', reset);
  gateway.on('error', reset).on('close', () => (gateway.errored ? reset() : client.end()));
  return { reset, flush: () => flushes.forEach((flush) => flush()) };
}

/** Copies one direction, holding data (and the end of it) back while stalled; returns what lets go of it. */
function pump(
  from: Socket,
  to: Socket,
  isStalled: () => boolean,
  onBytes: (bytes: number) => void,
): () => void {
  let held: Buffer[] = [];
  let ended = false;
  const flush = (): void => {
    if (isStalled() || to.destroyed) return;
    for (const chunk of held) to.write(chunk);
    held = [];
    if (ended) to.end();
  };
  from.on('data', (chunk: Buffer) => {
    onBytes(chunk.length);
    held.push(chunk);
    flush();
  });
  from.on('end', () => {
    ended = true;
    flush();
  });
  return flush;
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server's address is an AddressInfo; only pipes have a string.
  return (server.address() as AddressInfo).port;
}

async function stopListening(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  await closed;
}
