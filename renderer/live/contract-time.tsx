import { useQuery } from '@tanstack/react-query';
import type { Conid } from '../../shared/domain/ids';
import type { EpochMs } from '../../shared/domain/time';
import { momentText, stampText } from '../format/time-text';
import { contractsQueries } from '../ipc/contracts-queries';
import { usePreference } from '../state/preferences';
import { currentMs } from '../ui/clock';
import { useReady } from './session-feed';

/** A time of one contract: told where it trades, if the user reads times so and IBKR has named the zone. */
export function ContractTime({
  conid,
  timeMs,
  whole = false,
}: {
  readonly conid: Conid | null;
  readonly timeMs: EpochMs;
  /** Date and seconds, always. */
  readonly whole?: boolean;
}) {
  const wished = usePreference('zone') === 'exchange';
  return wished && conid !== null ? (
    <AtExchange {...{ conid, timeMs, whole }} />
  ) : (
    <>{textOf(timeMs, null, whole)}</>
  );
}

// A part of its own: where nobody wishes it, no row of a long list waits for a question.
function AtExchange({
  conid,
  timeMs,
  whole,
}: {
  readonly conid: Conid;
  readonly timeMs: EpochMs;
  readonly whole: boolean;
}) {
  const { data } = useQuery({ ...contractsQueries.schedule(conid), enabled: useReady() });
  return <>{textOf(timeMs, data?.timeZone ?? null, whole)}</>;
}

const textOf = (timeMs: EpochMs, exchangeZone: string | null, whole: boolean): string =>
  whole ? momentText(timeMs, exchangeZone) : stampText(timeMs, currentMs(), exchangeZone);
