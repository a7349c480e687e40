import type { AppError } from '../../../shared/app-error';
import { type Venue, venueSchema } from '../../../shared/domain/chart-series';
import type { Conid } from '../../../shared/domain/ids';
import { ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

// Sessions are given for about a week ahead; half a day keeps them true and spares a request per chart.
const keptForMs = 12 * 3_600_000;

/**
 * Zone and regular sessions of a contract's venue, kept so that a chart opens in the right zone before any
 * connection. Source: /contract/trading-schedule, instants in epoch seconds
 * (recorded/contract/trading-schedule-new); a zone the system does not know is `null`.
 */
export const createVenues = (
  { contracts }: Pick<Gateway, 'contracts'>,
  cache: Pick<Cache, 'get' | 'put'>,
  clock: Clock,
): ((conid: Conid) => Promise<Result<Venue, AppError>>) => {
  return async (conid) => {
    const kept = cache.get('venue', String(conid), venueSchema);
    if (kept !== null && clock.now() - kept.atMs < keptForMs) return ok(kept.value);
    const venue = await read(contracts.tradingScheduleByConid({ conid }), (data) => toVenue(recordOf(data)));
    if (venue.ok) cache.put('venue', String(conid), venue.value);
    return venue.ok || kept === null ? venue : ok(kept.value);
  };
};

export function toVenue(wire: WireRecord): Venue {
  const sessions = Object.values(recordOf(wire['schedules'])).flatMap((day) =>
    recordsOf(recordOf(day)['liquid_hours']).flatMap((hours) => {
      const openMs = Number(hours['opening']) * 1000;
      const closeMs = Number(hours['closing']) * 1000;
      return Number.isSafeInteger(openMs) && Number.isSafeInteger(closeMs) && openMs > 0 && closeMs > openMs
        ? [{ openMs, closeMs }]
        : [];
    }),
  );
  return {
    timeZone: knownZone(textOf(wire['exchange_time_zone'])),
    sessions: sessions.sort((a, b) => a.openMs - b.openMs),
  };
}

function knownZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
