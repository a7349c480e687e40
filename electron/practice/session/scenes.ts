import type { World } from '../world';
import { forgetPreflights, type SessionState } from './session';

/** States of GATEWAY_FACTS §2.1 and the ways a session ends (§2.2), to be put on at will. */
const scenes = {
  ready: { loggedIn: true, authenticated: true, established: true, connected: true, competing: false },
  'login-needed': {
    loggedIn: false,
    authenticated: false,
    established: false,
    connected: false,
    competing: false,
  },
  'brokerage-lost': {
    loggedIn: true,
    authenticated: false,
    established: false,
    connected: true,
    competing: false,
  },
  competing: { loggedIn: true, authenticated: true, established: true, connected: true, competing: true },
  'not-established': {
    loggedIn: true,
    authenticated: true,
    established: false,
    connected: true,
    competing: false,
  },
  disconnected: {
    loggedIn: true,
    authenticated: true,
    established: true,
    connected: false,
    competing: false,
  },
  /** 01:00 at IBKR: the web session lives, everything of the brokerage is 503. */
  maintenance: { loggedIn: true, authenticated: true, established: true, connected: false, competing: false },
  /** The daily end of every session. */
  'midnight-reset': {
    loggedIn: false,
    authenticated: false,
    established: false,
    connected: false,
    competing: false,
  },
} satisfies Record<string, Partial<SessionState>>;

export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as SceneName[];

export function setScene(world: World, name: SceneName): void {
  const { session } = world;
  if (name === 'midnight-reset' || name === 'brokerage-lost' || name === 'login-needed')
    forgetPreflights(session);
  if (name === 'midnight-reset') session.token = world.random.hex(32);
  Object.assign(session, scenes[name]);
}
