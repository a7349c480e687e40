import type { OrderType, Side } from '../../../shared/domain/order-draft';

/** On which side of the market the trigger belongs; `null` for types that have none to draw. */
export function triggerSide(type: OrderType, side: Side): 'above' | 'below' | null {
  switch (type) {
    case 'STP':
    case 'STOP_LIMIT':
    case 'TRAILLMT':
    case 'TRAIL':
      return side === 'BUY' ? 'above' : 'below';
    case 'MIT':
    case 'LIT':
      return side === 'BUY' ? 'below' : 'above';
    default:
      return null;
  }
}
