import { allRoutes } from '../routes/all';
import { originPage } from '../session/login-page';
import type { World } from '../world';
import { failure, type Reply, type Tier } from './reply';
import { createRouter } from './router';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const route = createRouter(allRoutes);
const prefix = /^\/v1\/(api|portal)(?=\/|$)/;

/** Vert.x answers unknown paths so; the gateway is built on it. */
const notFound: Reply = {
  status: 404,
  text: '<html><body><h1>Resource not found</h1></body></html>',
  contentType: 'text/html',
};
/** Bodies seen for "nobody is logged in" are mostly empty (GATEWAY_FACTS §2.1). */
const unauthorized: Reply = { status: 401, text: '' };

/** Answers one request: routing, session tiers, then the route itself. */
export function dispatch(world: World, request: WireRequest): Reply {
  const { pathname, searchParams } = new URL(request.url, 'https://gateway');
  if (!prefix.test(pathname)) return originPage(world, request.method, pathname);
  const path = pathname.replace(prefix, '');
  const found = route(request.method, path);
  if (found === null || found === 'wrong-method') return notFound;
  if (lacksLength(request)) return { status: 411, text: '' };
  world.session.lastRequestMs = world.clock.now();
  const barred = refusedBySession(world, found.route.tier);
  if (barred !== null) return barred;
  const body = parseBody(request.body);
  if (body === undefined) return failure(400, 'Bad Request: invalid JSON');
  return found.route.handle(world, {
    method: request.method,
    path,
    params: found.params,
    query: searchParams,
    body,
  });
}

/** Path below the API prefix and query, for logs and rules. */
export function apiPath(url: string): { readonly path: string; readonly query: string } {
  const { pathname, search } = new URL(url, 'https://gateway');
  return { path: pathname.replace(prefix, ''), query: search.replace('?', '') };
}

/** A POST must say how long it is, even when it is empty. */
const lacksLength = ({ method, headers }: WireRequest) =>
  (method === 'POST' || method === 'PUT') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

function refusedBySession({ session }: World, tier: Tier): Reply | null {
  if (tier === 'open') return null;
  if (!session.loggedIn) return unauthorized;
  if (tier === 'brokerage' && !session.authenticated) return failure(400, 'Bad Request: no bridge');
  if (tier === 'brokerage' && !session.connected) return failure(503, 'Service Unavailable');
  return null;
}

/** Undefined when the text is no JSON. */
function parseBody(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
