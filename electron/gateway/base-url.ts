export interface GatewayAddress {
  /** Wins entirely over host, port and baseRoute. */
  readonly baseUrl?: string;
  readonly host?: string;
  readonly port?: number | string;
  readonly baseRoute?: string;
}

/**
 * The base of every request, ending in one slash. 127.0.0.1 rather than localhost: on dual-stack machines
 * localhost may mean ::1, where the gateway does not listen — BEHAVIOUR §2, read 2026-11.
 */
export function resolveBaseUrl({ baseUrl, host, port, baseRoute }: GatewayAddress): string {
  const route = baseRoute ?? '/v1/api/';
  const url =
    baseUrl ??
    `https://${host ?? '127.0.0.1'}:${port ?? '5000'}${route.startsWith('/') ? route : `/${route}`}`;
  return url.endsWith('/') ? url : `${url}/`;
}

export const joinUrl = (base: string, path: string): string => base + path.replace(/^\/+/, '');
