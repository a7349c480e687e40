import { useState } from 'react';
import type { TradingState } from '../../../shared/domain/trading';
import { useNow } from '../../ui/clock';
import { DecimalInput } from '../../ui/decimal-input';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from './failure-note';
import { limitFields, limitsForm, limitsOf } from './limits-form';
import { useSetLimits } from './trading-mutations';

/** This profile's own guards. Tighter ones hold at once; looser ones wait a minute, so that no limit falls in anger. */
export function LimitsDialog({
  trading,
  onClose,
}: {
  readonly trading: TradingState;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState(() => limitsForm(trading.pendingLimits?.limits ?? trading.limits));
  const set = useSetLimits();
  const limits = limitsOf(form);
  const waitMs = (trading.pendingLimits?.inForceAtMs ?? 0) - useNow();
  return (
    <Dialog name="Trading limits" onClose={onClose} className="guard-dialog">
      <header className="dialog-head">
        <h2>Trading limits</h2>
        <span className="badge">this profile</span>
      </header>
      <div className="dialog-body">
        <div className="limits">
          {limitFields.map(({ name, label, unit }) => (
            <DecimalInput
              key={name}
              label={label}
              unit={unit}
              text={form[name]}
              onText={(text) => setForm({ ...form, [name]: text })}
            />
          ))}
        </div>
        <p className="muted">
          Warnings are ticked off one by one; a block cannot be clicked through. Tighter limits hold at once,
          looser ones after 60 seconds.
        </p>
        {trading.pendingLimits !== null && (
          <p role="status" className="guard-pending">
            Looser limits are in force in {Math.max(0, Math.ceil(waitMs / 1000))} s.
          </p>
        )}
        {typeof limits === 'string' && <p className="field-note">{limits}</p>}
        <FailureNote error={set.error} />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={typeof limits === 'string' || set.isPending}
          aria-busy={set.isPending}
          onClick={() => {
            if (typeof limits !== 'string') set.mutate(limits);
          }}
        >
          Set limits
        </button>
      </footer>
    </Dialog>
  );
}
