import type { EpochMs } from '../../shared/domain/time';
import { ageText, stampText } from '../format/time-text';
import { useNow } from './clock';

/** "as of 14:03:22"; where the value is stale its age too, in the warning colour. */
export function Age({ asOfMs, stale }: { readonly asOfMs: EpochMs | null; readonly stale: boolean }) {
  const nowMs = useNow();
  if (asOfMs === null) return null;
  const stamp = stampText(asOfMs, nowMs);
  return stale ? (
    <span className="age-stale">
      stale · {stamp} · {ageText(nowMs - asOfMs)}
    </span>
  ) : (
    <span>as of {stamp}</span>
  );
}
