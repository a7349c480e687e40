import type { DayLock } from '../../../shared/domain/trading';
import { failureOf } from '../../ipc/client';
import { stampText } from '../../format/time-text';
import { currentMs } from '../../ui/clock';
import { TypedDialog } from '../../ui/typed-dialog';
import { useReleaseDay } from './trading-mutations';

/** A limit set in calm is lifted by a word and a minute's thought. */
export function DayLockDialog({ lock, onClose }: { readonly lock: DayLock; readonly onClose: () => void }) {
  const release = useReleaseDay();
  return (
    <TypedDialog
      title="Lift this limit for today"
      word={lock.typeToRelease}
      action="Lift in 60 seconds"
      busy={release.isPending}
      failure={failureOf(release.error)}
      onConfirm={(typed) => release.mutate({ kind: lock.kind, typed }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{lock.why}</p>
      <p className="muted">
        You set it for moments like this. It ends by itself {stampText(lock.untilMs, currentMs())}. Lifted, it
        counts anew from now.
      </p>
    </TypedDialog>
  );
}
