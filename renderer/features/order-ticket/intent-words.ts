import { assertNever } from '../../../shared/assert-never';
import type { Intent, IntentState } from '../../../shared/domain/intent';
import type { Order } from '../../../shared/domain/order';
import { quantityText } from '../../format/number-text';
import { unknownWords } from '../../live/unknown-card';

/** In flight: the ticket sends nothing else before this one is settled. */
const inFlightStates: ReadonlySet<IntentState> = new Set([
  'journaled',
  'sending',
  'question',
  'answering',
  'declining',
]);
export const isInFlight = ({ state }: Intent): boolean => inFlightStates.has(state);

/** Where an intent stands, in words that claim nothing unproven. */
export function intentWords(intent: Intent, order: Order | undefined): string {
  switch (intent.state) {
    case 'journaled':
      return 'Preparing';
    case 'sending':
      return 'Sending to IBKR';
    case 'question':
      return 'IBKR asks a question';
    case 'answering':
      return 'Sending your answer to IBKR';
    case 'declining':
      return 'Telling IBKR no';
    case 'acknowledged':
      return 'Acknowledged by IBKR';
    case 'working':
      return order?.phase === 'partial'
        ? `Working · ${quantityText(order.filled)} of ${quantityText(order.quantity)} filled`
        : 'Working at IBKR';
    case 'filled':
      return 'Filled';
    case 'cancelled':
      return 'Cancelled';
    case 'rejected':
      return 'Rejected by IBKR';
    case 'not-sent':
      return 'Not sent';
    case 'unknown':
      return unknownWords;
    default:
      return assertNever(intent.state);
  }
}
