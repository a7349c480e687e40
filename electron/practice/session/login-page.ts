import type { Reply } from '../http/reply';
import type { World } from '../world';
import { forgetPreflights } from './session';

const page = (title: string, content: string): Reply => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  text: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1.5rem}</style></head><body><h1>${title}</h1>${content}</body></html>`,
});

/** Where the real gateway sends browsers (GATEWAY_FACTS §2.1). */
export const loginPath = '/sso/Login?forwardTo=22&RL=1&ip2loc=US';

/** Pages at the gateway's origin, outside the API: a login without credentials. */
export function originPage(world: World, method: string, path: string): Reply {
  if (path === '/sso/Login' && method === 'GET')
    return page(
      'Practice gateway (simulated)',
      '<p>This is Portico’s practice gateway. There is no account behind it and nothing to type.</p><form method="post" action="/sso/Login"><button>Log in to practice</button></form>',
    );
  if (path === '/sso/Login' && method === 'POST') {
    const { session } = world;
    forgetPreflights(session);
    session.token = world.random.hex(32);
    session.lastTickleMs = world.clock.now();
    Object.assign(session, {
      loggedIn: true,
      authenticated: true,
      established: true,
      connected: true,
      competing: false,
    });
    return page('Client login succeeds', '<p>You may close this window.</p>');
  }
  if (path === '/' || path === '/sso/Dispatcher')
    return { status: 302, text: '', headers: { location: loginPath } };
  return {
    status: 404,
    text: '<html><body><h1>Resource not found</h1></body></html>',
    contentType: 'text/html',
  };
}
