import type { Intent, IntentLeg } from '../../../shared/domain/intent';

const words = {
  waiting: 'waits for the entry',
  acknowledged: 'acknowledged by IBKR',
  working: 'working',
  filled: 'filled',
  cancelled: 'cancelled',
  rejected: 'rejected by IBKR',
  missing: 'not at IBKR',
  unknown: 'outcome unknown',
} as const satisfies Record<IntentLeg['state'], string>;

/** What became of the attached exits. One that failed leaves the position without it and is said loudest. */
export function LegLines({ intent: { legs = [] } }: { readonly intent: Intent }) {
  if (legs.length === 0) return null;
  return (
    <ul
      className="leg-lines"
      aria-label={legs[0]?.role === 'group' ? 'Orders of the group' : 'Attached exits'}
    >
      {legs.map(({ role, state, orderId, sentence }) => {
        const alarm = state === 'rejected' || state === 'missing';
        return (
          <li key={sentence} className={alarm ? 'leg-alarm' : 'muted'}>
            {role === 'group' ? sentence : role === 'take-profit' ? 'Take profit' : 'Stop loss'}:{' '}
            {words[state]}
            {orderId !== null && ` · order ${orderId}`}
            {alarm && role !== 'group' && ' — the position is without it'}
          </li>
        );
      })}
    </ul>
  );
}
