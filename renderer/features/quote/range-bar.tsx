import {
  compare,
  type Decimal,
  divide,
  isDecimal,
  multiply,
  subtract,
  toChartNumber,
} from '../../../shared/domain/decimal';
import { priceText } from '../../format/number-text';

/** Where a price stands between its low and its high. */
export function RangeBar({
  name,
  low,
  high,
  at,
}: {
  readonly name: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly at: Decimal | null;
}) {
  const [from, to] = [decimalOf(low), decimalOf(high)];
  const share = shareOf(from, to, at);
  return (
    <div
      className="range"
      role="group"
      aria-label={`${name}: ${priceText(from, null)} to ${priceText(to, null)}`}
    >
      <span className="range-name">{name}</span>
      <span className="range-low">{priceText(from, null)}</span>
      <svg className="range-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="range-line" x="0" y="3" width="100" height="2" />
        {share !== null && (
          <rect className="range-mark" x={Math.max(0, share - 1)} y="0" width="2" height="8" />
        )}
      </svg>
      <span className="range-high">{priceText(to, null)}</span>
    </div>
  );
}

const decimalOf = (text: string | null): Decimal | null => (text !== null && isDecimal(text) ? text : null);

/** 0 to 100; `null` where there is no range or the price is not in it. */
function shareOf(low: Decimal | null, high: Decimal | null, at: Decimal | null): number | null {
  if (low === null || high === null || at === null || compare(high, low) <= 0) return null;
  if (compare(at, low) < 0 || compare(at, high) > 0) return null;
  const share = divide(multiply(subtract(at, low), '100' as Decimal), subtract(high, low), 2);
  return share === null ? null : toChartNumber(share);
}
