import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** What a proxy that wants everything has seen of the client; 0 is the only right number (FAULTS A9). */
export interface ProxyTrap {
  /** For `HTTPS_PROXY` or a browser's `--proxy-server`. */
  readonly url: string;
  /** For a browser's `--proxy-pac-url`: sends loopback through the proxy as well. */
  readonly pacUrl: string;
  readonly connections: number;
}

/**
 * A proxy on loopback that tunnels to the gateway, as a system's proxy or PAC file might that does not leave localhost
 * alone. Whoever configures it for the client sees in `GET /truth` (`proxy`) whether the client fell for it.
 */
export async function startProxyTrap(gatewayPort: number): Promise<{
  readonly report: () => ProxyTrap;
  readonly close: () => void;
}> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((request, response) => {
    if (request.url === '/proxy.pac') {
      response.setHeader('content-type', 'application/x-ns-proxy-autoconfig');
      response.end(`function FindProxyForURL(url, host) { return "PROXY 127.0.0.1:${port}"; }`);
      return;
    }
    connections++;
    response.writeHead(502).end('A proxy was asked for what is on this very computer (simulated).');
  });
  server.on('connect', (_request, client: Socket) => {
    connections++;
    keep(client);
    const upstream = connect(gatewayPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    keep(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    report: () => ({ url, pacUrl: `${url}/proxy.pac`, connections }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
