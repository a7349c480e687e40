import type { Market } from './market';
import { mergeBars, type Bar } from './quote';
import type { Instrument } from './instrument';
import type { Session } from './calendar';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** `1d`, `6m`, `15y`, `30min`, `4h` …: `m` is a month, `min` a minute. Null when it is none of these. */
export function parsePeriodMs(text: string): number | null {
  const match = /^(\d+)\s*(min|mins|h|hrs|d|w|m|y|S)$/i.exec(text);
  if (match === null) return null;
  const count = Number(match[1]);
  const days = { d: 1, w: 7, m: 30.5, y: 365.25 } as const;
  switch (match[2]) {
    case 'min':
    case 'mins':
      return count * minuteMs;
    case 'h':
    case 'hrs':
      return count * 60 * minuteMs;
    case 'd':
    case 'w':
    case 'm':
    case 'y':
      return count * days[match[2]] * dayMs;
    default:
      return null;
  }
}

/** IBKR answers at most this many points per call. */
const maximumPoints = 1000;

/**
 * Bars of `barMs` between two instants, built from sessions: intraday bars start at the session's open,
 * bars of a day and more join whole sessions. Newest bar may be unfinished.
 */
export function historyBars(
  market: Market,
  instrument: Instrument,
  window: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly barMs: number;
    readonly outsideRth: boolean;
  },
): Bar[] {
  const { fromMs, toMs, barMs, outsideRth } = window;
  const sessions = market.calendarOf(instrument).sessions(fromMs, toMs);
  const hours = (session: Session) =>
    outsideRth
      ? ([session.preOpenMs, session.afterCloseMs] as const)
      : ([session.openMs, session.closeMs] as const);
  const bars =
    barMs >= dayMs
      ? daily(market, instrument, sessions.slice(-maximumPoints * Math.ceil(barMs / dayMs)), hours, barMs)
      : sessions.flatMap((session) =>
          intraday(market, instrument, hours(session), Math.max(barMs, minuteMs), fromMs, toMs),
        );
  return bars.filter((bar) => bar.startMs < toMs).slice(-maximumPoints);
}

function intraday(
  market: Market,
  instrument: Instrument,
  [openMs, closeMs]: readonly [number, number],
  barMs: number,
  fromMs: number,
  toMs: number,
): Bar[] {
  const first = openMs + Math.max(0, Math.floor((fromMs - openMs) / barMs)) * barMs;
  const bars: Bar[] = [];
  // The newest thousand are all anyone gets; a month of minutes would be thrown away.
  const earliest = Math.max(
    first,
    openMs + Math.ceil((toMs - maximumPoints * barMs * 4 - openMs) / barMs) * barMs,
  );
  for (let startMs = earliest; startMs < Math.min(closeMs, toMs); startMs += barMs) {
    const bar = market.bar(instrument, startMs, Math.min(startMs + barMs, closeMs));
    if (bar !== null) bars.push({ ...bar, startMs });
  }
  return bars;
}

function daily(
  market: Market,
  instrument: Instrument,
  sessions: readonly Session[],
  hours: (session: Session) => readonly [number, number],
  barMs: number,
): Bar[] {
  const groups = new Map<number, Bar[]>();
  for (const session of sessions) {
    const [openMs, closeMs] = hours(session);
    const bar = market.bar(instrument, openMs, closeMs);
    if (bar === null) continue;
    const key = groupOf(openMs, barMs);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [bar]);
    else group.push(bar);
  }
  return [...groups.values()].map(mergeBars).filter((bar) => bar !== null);
}

/** Weeks begin on Monday, months on the first. */
function groupOf(openMs: number, barMs: number): number {
  if (barMs < 7 * dayMs) return Math.floor(openMs / barMs);
  if (barMs < 28 * dayMs) return Math.floor((openMs / dayMs + 3) / 7);
  const date = new Date(openMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
