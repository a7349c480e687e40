import type { Alert } from '../../../shared/domain/alert';
import { askAlert } from '../../state/alert-requests';
import { type OnChart, PriceHandle } from './price-handle';

/** The account's alerts on this symbol. Moving one opens its dialog with the new level; nothing is written here. */
export function AlertLines({ alerts, ...chart }: OnChart & { readonly alerts: ReadonlyArray<Alert> }) {
  return alerts.flatMap((alert) => {
    const { condition } = alert;
    if (condition === null) return [];
    const words = condition.direction === 'at-or-above' ? '≥' : '≤';
    return [
      <PriceHandle
        key={alert.alertId}
        {...chart}
        tone="alert"
        price={condition.price}
        name={`Alert ${alert.name}${alert.active ? '' : ', resting'}`}
        title="Drag, or move with the arrow keys and press Enter: a dialog asks before the alert is changed. Delete asks before it is deleted."
        onPropose={(price) => {
          if (alert.obstacle === null) askAlert({ kind: 'change', alert, price });
          else chart.onSaid(alert.obstacle);
        }}
        onDelete={() => askAlert({ kind: 'delete', alert })}
      >
        {alert.active ? 'Alert' : 'Alert (resting)'} <span className="muted">{words}</span>
      </PriceHandle>,
    ];
  });
}
