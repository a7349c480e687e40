import { Fragment, useState } from 'react';
import type { TradingState } from '../../../shared/domain/trading';
import { failureOf } from '../../ipc/client';
import { useNow } from '../../ui/clock';
import { DecimalInput } from '../../ui/decimal-input';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from '../../ui/failure-note';
import { limitGroups, type LimitRow, type LimitsForm, limitsForm, limitsOf } from './limits-form';
import { TodayLine } from './today-line';
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
    <Dialog name="Trading limits" onClose={onClose} className="limits-dialog">
      <header className="dialog-head">
        <h2>Trading limits</h2>
        <span className="badge">this profile</span>
      </header>
      <div className="dialog-body">
        <TodayLine trading={trading} />
        <div className="limits">
          {limitGroups.map(({ title, rows }) => (
            <Fragment key={title}>
              <h3 className="limits-group">{title}</h3>
              <span className="limits-head">Warn</span>
              <span className="limits-head">Block</span>
              {rows.map((row) => (
                <Row key={row.label} row={row} form={form} onForm={setForm} />
              ))}
            </Fragment>
          ))}
        </div>
        <p className="muted">
          Warnings are ticked off one by one; a block cannot be clicked through. Empty means no limit. Tighter
          limits hold at once, looser ones after 60 seconds.
        </p>
        {trading.pendingLimits !== null && (
          <p role="status" className="guard-pending">
            Looser limits are in force in {Math.max(0, Math.ceil(waitMs / 1000))} s.
          </p>
        )}
        {typeof limits === 'string' && <p className="field-note">{limits}</p>}
        <FailureNote failure={failureOf(set.error)} />
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

function Row({
  row: { label, warn, block },
  form,
  onForm,
}: {
  readonly row: LimitRow;
  readonly form: LimitsForm;
  readonly onForm: (form: LimitsForm) => void;
}) {
  return (
    <>
      <span className="limits-label">{label}</span>
      {[warn, block].map((cell, at) =>
        cell === null ? (
          <span key={at} className="limits-none" aria-hidden="true" />
        ) : (
          <DecimalInput
            key={at}
            label=""
            name={`${at === 0 ? 'Warn' : 'Block'}: ${label}`}
            unit={cell.unit}
            text={form[cell.name]}
            onText={(text) => onForm({ ...form, [cell.name]: text })}
          />
        ),
      )}
    </>
  );
}
