import type { PracticeClock } from '../clock';
import type { Random } from '../random';
import { forgetPreflights, ssoExpiresMs, type SessionState } from './session';

/** About six minutes without a request end the brokerage session (CPAPI `#session`). */
const idleMs = 6 * 60_000;
const minuteMs = 60_000;
/** New York is five hours behind UTC in winter; the practice gateway does not follow summer time here. */
const newYorkOffsetMs = 5 * 3_600_000;
const dayMs = 86_400_000;
const maintenanceMs = 5 * minuteMs;

/** The ways a session ends by itself (GATEWAY_FACTS §2.2): idle, unticked, midnight reset, maintenance at 01:00. */
export function enforceSessionRules(session: SessionState, clock: PracticeClock, random: Random): () => void {
  const dayOf = (ms: number) => Math.floor((ms - newYorkOffsetMs) / dayMs);
  let day = dayOf(clock.now());
  let inMaintenance = false;

  return clock.every(1000, () => {
    const now = clock.now();
    if (session.loggedIn && dayOf(now) !== day) logOut(session, random);
    day = dayOf(now);
    if (session.loggedIn && ssoExpiresMs(session, clock) === 0) logOut(session, random);
    if (session.authenticated && now - session.lastRequestMs > idleMs) loseBrokerage(session);

    const sinceMidnight = (now - newYorkOffsetMs) % dayMs;
    const maintenance = sinceMidnight >= 60 * minuteMs && sinceMidnight < 60 * minuteMs + maintenanceMs;
    if (maintenance !== inMaintenance && session.loggedIn) {
      session.connected = !maintenance;
      if (maintenance) forgetPreflights(session);
    }
    inMaintenance = maintenance;
  });
}

function loseBrokerage(session: SessionState): void {
  forgetPreflights(session);
  Object.assign(session, { authenticated: false, established: false });
}

function logOut(session: SessionState, random: Random): void {
  loseBrokerage(session);
  session.token = random.hex(32);
  Object.assign(session, { loggedIn: false, connected: false, competing: false });
}
