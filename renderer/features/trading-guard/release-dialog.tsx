import type { KillState } from '../../../shared/domain/trading';
import { clockText } from '../../format/time-text';
import { failureOf } from '../../ipc/client';
import { useRelease } from './trading-mutations';
import { TypedDialog } from '../../ui/typed-dialog';

/** Only a typed word lets orders out again. */
export function ReleaseDialog({ kill, onClose }: { readonly kill: KillState; readonly onClose: () => void }) {
  const release = useRelease();
  return (
    <TypedDialog
      title="Release the kill switch"
      word={kill.typeToRelease}
      action="Release"
      busy={release.isPending}
      failure={failureOf(release.error)}
      onConfirm={(typed) => release.mutate(typed, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        {kill.why} <span className="muted">Since {clockText(kill.sinceMs)}.</span>
      </p>
      {kill.cancelling !== null && <p>{kill.cancelling.sentence}</p>}
      <p className="muted">Releasing sends nothing. Orders can be reviewed and confirmed again after it.</p>
    </TypedDialog>
  );
}
