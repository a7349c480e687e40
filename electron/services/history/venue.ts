import type { AppError } from '../../../shared/app-error';
import type { Venue } from '../../../shared/domain/chart-series';
import type { Conid } from '../../../shared/domain/ids';
import type { Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/**
 * Zone and regular sessions of a contract's venue. Source: /contract/trading-schedule, instants in epoch seconds
 * (recorded/contract/trading-schedule-new); a zone the system does not know is `null`.
 */
export const readVenue = (
  { contracts }: Pick<Gateway, 'contracts'>,
  conid: Conid,
): Promise<Result<Venue, AppError>> =>
  read(contracts.tradingScheduleByConid({ conid }), (data) => toVenue(recordOf(data)));

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
