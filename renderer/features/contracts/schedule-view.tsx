import { useQuery } from '@tanstack/react-query';
import type { TradingSchedule } from '../../../shared/domain/contract-page';
import type { Conid } from '../../../shared/domain/ids';
import { spanText } from '../../format/span-text';
import { readingZone, soundZone, zoneAbbreviation, zoneOf } from '../../format/zoned-time';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useDown, useReady } from '../../live/session-feed';
import { useNow } from '../../ui/clock';
import { DataView } from '../../ui/data-view';

/** When it trades, in the exchange's time and in one's own. */
export function ScheduleView({ conid }: { readonly conid: Conid }) {
  const ready = useReady();
  const down = useDown();
  const schedule = useQuery({ ...contractsQueries.schedule(conid), enabled: ready });
  return (
    <DataView
      data={schedule.data}
      failure={failureOf(schedule.error)}
      onRetry={() => void schedule.refetch()}
      stale={false}
      down={down}
      label="Loading the trading hours"
    >
      {(data) => <Days schedule={data} />}
    </DataView>
  );
}

function Days({ schedule: { timeZone, days } }: { readonly schedule: TradingSchedule }) {
  const nowMs = useNow();
  const own = readingZone(timeZone);
  const there = zoneAbbreviation(zoneOf(soundZone(timeZone)), nowMs);
  const here = zoneAbbreviation(own, nowMs);
  return (
    <table className="rules" aria-label="Trading hours">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Regular, {there}</th>
          {here !== there && <th scope="col">Regular, {here} (yours)</th>}
          <th scope="col">With extended hours</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, regular, extended }) => (
          <tr
            key={date}
            className={
              regular.some(({ openMs, closeMs }) => openMs <= nowMs && nowMs < closeMs)
                ? 'rules-now'
                : undefined
            }
          >
            <th scope="row">{dayText(date)}</th>
            <td>{regular.map((span) => spanText(span, timeZone)).join(', ') || 'no regular session'}</td>
            {here !== there && <td>{regular.map((span) => spanText(span, own.id)).join(', ')}</td>}
            <td className="muted">{extended.map((span) => spanText(span, timeZone)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A date of the exchange: no zone may shift it. */
function dayText(date: string): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)].map(Number);
  return weekday.format(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
}
