import type { World } from '../world';

export interface ApiRequest {
  readonly method: string;
  /** Without `/v1/api`, always beginning with a slash. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, or null when there was none. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  /** Instead of a body, for answers that are no text. */
  readonly bytes?: Buffer;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

export type Handler = (world: World, request: ApiRequest) => Reply;

/** `open` answers always; `web` needs the login; `brokerage` the trading session on top. */
export type Tier = 'open' | 'web' | 'brokerage';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  readonly tier: Tier;
  readonly handle: Handler;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** IBKR's commonest error form; there is no single one (GATEWAY_FACTS §3). */
export const failure = (status: number, error: string): Reply => ({
  status,
  body: { error, statusCode: status },
});
export const bareFailure = (status: number, error: string): Reply => ({ status, body: { error } });

export const get = (pattern: string, tier: Tier, handle: Handler): Route => ({
  method: 'GET',
  pattern,
  tier,
  handle,
});
export const post = (pattern: string, tier: Tier, handle: Handler): Route => ({
  method: 'POST',
  pattern,
  tier,
  handle,
});
export const put = (pattern: string, tier: Tier, handle: Handler): Route => ({
  method: 'PUT',
  pattern,
  tier,
  handle,
});
export const del = (pattern: string, tier: Tier, handle: Handler): Route => ({
  method: 'DELETE',
  pattern,
  tier,
  handle,
});

/** Query flags come as `true`, `True` (Python clients), `1`. */
export const flag = (value: string | null): boolean => value !== null && /^(true|1)$/i.test(value);

/** `a,b` and repeated keys alike. */
export const list = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
