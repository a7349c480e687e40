import type { PracticeClock } from '../clock';
import type { Random } from '../random';

/** The gateway's one session: two tiers (web login, brokerage) and the server's memory of preflights. */
export interface SessionState {
  loggedIn: boolean;
  authenticated: boolean;
  established: boolean;
  connected: boolean;
  competing: boolean;
  token: string;
  sessionId: string;
  lastTickleMs: number;
  lastRequestMs: number;
  /** `/iserver/accounts` was read since the brokerage session began. */
  accountsQueried: boolean;
  portfolioQueried: boolean;
  ordersPrimed: boolean;
  tradesPrimed: boolean;
  profitPrimed: boolean;
  /** A filtered order list silences `sor` until `force=true` (GATEWAY_FACTS §5). */
  ordersFiltered: boolean;
  /** `POST /hmds/auth/init` was sent: the historical scanner answers. */
  hmdsReady: boolean;
  selectedAccount: string;
  readonly suppressed: Set<string>;
  /** When each instrument was first asked for, by conid. */
  readonly snapshotSince: Map<number, number>;
  readonly positionsRead: Set<string>;
  readonly searched: Set<number>;
}

export function createSession(clock: PracticeClock, random: Random, selectedAccount: string): SessionState {
  return {
    loggedIn: true,
    authenticated: true,
    established: true,
    connected: true,
    competing: false,
    token: random.hex(32),
    sessionId: `${random.hex(8)}.${random.hex(8)}`,
    lastTickleMs: clock.now(),
    lastRequestMs: clock.now(),
    ...emptyMemory(),
    selectedAccount,
  };
}

const emptyMemory = () => ({
  accountsQueried: false,
  portfolioQueried: false,
  ordersPrimed: false,
  tradesPrimed: false,
  profitPrimed: false,
  ordersFiltered: false,
  hmdsReady: false,
  suppressed: new Set<string>(),
  snapshotSince: new Map<number, number>(),
  positionsRead: new Set<string>(),
  searched: new Set<number>(),
});

/** A new brokerage session forgets preflights, suppressions and subscriptions (GATEWAY_FACTS §2.2). */
export function forgetPreflights(session: SessionState): void {
  Object.assign(session, emptyMemory());
}

/** The web session idles out after this long without a tickle (`ssoExpires` counts it down). */
export const ssoLifetimeMs = 600_000;

export const ssoExpiresMs = (session: SessionState, clock: PracticeClock): number =>
  Math.max(0, ssoLifetimeMs - (clock.now() - session.lastTickleMs));
