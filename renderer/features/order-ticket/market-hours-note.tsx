import { useQuery } from '@tanstack/react-query';
import type { Instrument } from '../../../shared/domain/instrument';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useReady } from '../../live/session-feed';
import { useNow } from '../../ui/clock';
import { mayRunOutside } from './choices';
import { closedWords, marketHours } from './market-hours';
import type { TicketForm } from './ticket-form';

/** Lives that are made for the hours when others sleep: nothing is to be said of a closed market. */
const nightly = new Set<TicketForm['tif']>(['OVT', 'OND', 'PAX']);

/** That the market is closed, and when the order would reach it. */
export function MarketHoursNote({
  form,
  instrument,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
}) {
  const ready = useReady();
  const nowMs = useNow();
  const { data: schedule } = useQuery({ ...contractsQueries.schedule(form.conid), enabled: ready });
  if (schedule === undefined || nightly.has(form.tif)) return null;
  const hours = marketHours(schedule, form.outsideRth, nowMs);
  if (hours.state !== 'closed') return null;
  const outside = mayRunOutside(instrument?.rules, form.orderType);
  return (
    <p role="note" className="ticket-note ticket-closed">
      {closedWords(hours, schedule.timeZone, outside)}
    </p>
  );
}
