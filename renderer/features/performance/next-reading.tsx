import type { EpochMs } from '../../../shared/domain/time';
import { minuteText } from '../../format/time-text';
import { useNow } from '../../ui/clock';

/** IBKR answers performance once in 15 minutes: when it may be asked again. */
export function NextReading({ nextMs }: { readonly nextMs: EpochMs | null }) {
  const nowMs = useNow();
  if (nextMs === null || nextMs <= nowMs) return null;
  return <span title="IBKR answers performance once in 15 minutes">next {minuteText(nextMs)}</span>;
}
