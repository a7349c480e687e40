import type { World } from '../world';

/** Said in the place of IBKR's server name and build, so that nobody takes practice for the real thing. */
export const serverInfo = {
  serverName: 'PracticeGateway',
  serverVersion: 'Portico practice gateway, simulated market',
};
const mac = '02:00:00:00:00:01';

/** The status object of `/iserver/auth/status`, `/tickle` and the websocket's `sts`. */
export function authStatus({ session }: World) {
  const live = session.authenticated;
  return {
    authenticated: session.authenticated,
    established: session.established,
    competing: session.competing,
    connected: session.connected,
    message: '',
    MAC: mac,
    serverInfo: live ? serverInfo : { serverName: null, serverVersion: null },
    hardware_info: `practice|${mac}`,
  };
}
