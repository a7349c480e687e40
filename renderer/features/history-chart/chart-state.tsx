import type { Bar } from '../../../shared/domain/bar';
import { ageText } from '../../format/time-text';
import { type Zone, zoneAbbreviation, zonedClock, zonedShortDate } from '../../format/zoned-time';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import type { Conid } from '../../../shared/domain/ids';
import { useNow } from '../../ui/clock';
import { QuoteBadge } from '../../ui/quote-badge';
import type { History } from './use-history';

/** How true the picture is: live, delayed or stale, from where, and how old its last bar. */
export function ChartState({
  conid,
  history,
  last,
  live,
  zone,
  daily,
  streaming,
}: {
  readonly conid: Conid;
  readonly history: History;
  readonly last: Bar | undefined;
  /** The last bar moves with the stream. */
  readonly live: boolean;
  readonly zone: Zone;
  readonly daily: boolean;
  readonly streaming: boolean;
}) {
  useQuoteStream([conid]);
  const quote = useQuote(conid);
  const nowMs = useNow();
  if (last === undefined || history.page === null) return null;
  const { page } = history;
  const stale = !streaming || history.failure !== null || history.unconfirmed;
  const sinceMs = live && quote !== null ? quote.asOfMs : page.asOfMs;
  const bar = daily
    ? zonedShortDate(zone, last.timeMs)
    : `${zonedClock(zone, last.timeMs)} ${zoneAbbreviation(zone, last.timeMs)}`;
  const word = history.unconfirmed
    ? 'kept from before'
    : !streaming || history.failure !== null
      ? 'stale'
      : page.availability === 'delayed'
        ? `delayed ${page.delaySeconds === null || page.delaySeconds === 0 ? '15' : Math.round(page.delaySeconds / 60)} min`
        : live
          ? 'live'
          : 'as read';
  return (
    <>
      {quote !== null && <QuoteBadge quote={quote} />}
      <span className={stale ? 'age-stale' : undefined} title={rereadWords[page.rereadBecause ?? 'none']}>
        {word} · last bar {bar} · {ageText(nowMs - sinceMs)}
      </span>
    </>
  );
}

const rereadWords = {
  none: 'The end of the bars is asked for again every few minutes; the last one moves with the stream.',
  adjusted:
    'IBKR has adjusted this history since it was kept (a split or a dividend): all of it was read anew.',
  changed: 'IBKR’s history differed from the one kept here: all of it was read anew.',
  gap: 'Too much had happened since it was kept: it was read anew.',
} as const;
