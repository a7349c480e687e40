import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { OrderType, Side } from '../../../shared/domain/order-draft';
import { priceText } from '../../format/number-text';
import { typedDecimal } from '../../format/typed-decimal';
import { triggerSide } from './trigger-side';

const width = 64;
const height = 40;

/** Where the market is, where the trigger lies and which way it must go: for stops and if-touched orders. */
export function TriggerDiagram({
  type,
  side,
  typed,
  last,
  digits,
}: {
  readonly type: OrderType;
  readonly side: Side;
  readonly typed: string;
  readonly last: Decimal | null;
  readonly digits: number | null;
}) {
  const way = triggerSide(type, side);
  if (way === null) return null;
  const read = typedDecimal(typed);
  const trigger = read.kind === 'value' ? read.value : null;
  const up = way === 'above';
  const wrong = trigger !== null && last !== null && compare(trigger, last) !== (up ? 1 : -1);
  const [marketY, triggerY] = up ? [30, 10] : [10, 30];
  const tip = up ? `M44 14 l4 -4 l4 4` : `M44 26 l4 4 l4 -4`;
  const verb = side === 'BUY' ? 'buys' : 'sells';
  const moves = up ? 'rises to' : 'falls to';
  return (
    <div className={wrong ? 'trigger trigger-wrong' : 'trigger'}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="trigger-market" d={`M2 ${marketY} h60`} />
        <path className="trigger-line" d={`M2 ${triggerY} h60`} />
        <path className="trigger-arrow" d={`M48 ${marketY} V${triggerY} ${tip}`} />
      </svg>
      <p>
        {trigger === null ? (
          <>
            It {verb} once the market {moves} the trigger: choose one {up ? 'above' : 'below'} the last price
            of {priceText(last, digits)}.
          </>
        ) : wrong ? (
          <>
            {priceText(trigger, digits)} is already {up ? 'at or below' : 'at or above'} the last price of{' '}
            {priceText(last, digits)}: it would trigger at once.
          </>
        ) : (
          <>
            It {verb} once the market {moves} {priceText(trigger, digits)}; the last price is{' '}
            {priceText(last, digits)}.
          </>
        )}
      </p>
    </div>
  );
}
