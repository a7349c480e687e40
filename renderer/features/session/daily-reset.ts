import type { SessionState } from '../../../shared/domain/session';
import type { EpochMs } from '../../../shared/domain/time';

const zones = [
  { zone: 'America/New_York', place: 'New York' },
  { zone: 'Europe/Zurich', place: 'Zug' },
  { zone: 'Asia/Hong_Kong', place: 'Hong Kong' },
] as const;

export interface DailyReset {
  readonly place: string;
  readonly inMs: number;
}

/**
 * When IBKR next ends sessions: at midnight in New York, Zug or Hong Kong, by the region of the login, which the gateway
 * does not tell. Source: GATEWAY_FACTS §2 (read 2026-11).
 */
export const dailyResets = (nowMs: EpochMs): ReadonlyArray<DailyReset> =>
  zones
    .map(({ zone, place }) => ({ place, inMs: untilMidnight(nowMs, zone) }))
    .sort((a, b) => a.inMs - b.inMs);

function untilMidnight(nowMs: EpochMs, timeZone: string): number {
  // A change of the clocks happens hours after midnight: it moves the answer only on its own day, by its own hour.
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  }).formatToParts(nowMs);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value ?? 0);
  return ((23 - part('hour')) * 3600 + (59 - part('minute')) * 60 + (60 - part('second'))) * 1000;
}

/** "in 3 h 12 min". */
export function untilText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 60 ? `in ${minutes} min` : `in ${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const announcedMs = 15 * 60_000;

/** What is about to end the session, said before it does; `null` while nothing is in sight. */
export function sessionEnding(
  { status, loginEndsMs }: Pick<SessionState, 'status' | 'loginEndsMs'>,
  nowMs: EpochMs,
): { readonly text: string; readonly why: string } | null {
  if (status !== 'ready') return null;
  if (loginEndsMs !== null)
    return {
      text: `login ends ${untilText(Math.max(0, loginEndsMs - nowMs))}`,
      why: 'IBKR ends this login although it is kept alive. Log in again on the gateway’s page; working orders stay at IBKR.',
    };
  const [next] = dailyResets(nowMs);
  if (next === undefined || next.inMs > announcedMs) return null;
  return {
    text: `${next.place} reset ${untilText(next.inMs)}`,
    why: `IBKR ends sessions at midnight in ${next.place}, if your login lives there. Working orders stay at IBKR; you log in again afterwards.`,
  };
}
