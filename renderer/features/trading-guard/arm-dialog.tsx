import type { TradingState } from '../../../shared/domain/trading';
import { failureOf } from '../../ipc/client';
import { useSession } from '../../live/session-feed';
import { useArm } from './trading-mutations';
import { TypedDialog } from '../../ui/typed-dialog';

/** From read-only to armed: whose money it is stands above the button. */
export function ArmDialog({
  trading,
  onClose,
}: {
  readonly trading: TradingState;
  readonly onClose: () => void;
}) {
  const arm = useArm();
  const mode = (useSession()?.mode ?? 'unknown').toUpperCase();
  return (
    <TypedDialog
      title="Arm trading"
      word={trading.typeToArm}
      action={`Arm trading · ${mode}`}
      busy={arm.isPending}
      failure={failureOf(arm.error)}
      onConfirm={(typed) => arm.mutate(typed, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{trading.sentence}</p>
      <p className="muted">Armed, a reviewed and confirmed order is sent. Nothing is sent by arming.</p>
    </TypedDialog>
  );
}
