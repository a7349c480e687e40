import { type Decimal, multiply } from '../../../shared/domain/decimal';
import { PriceCell } from '../../ui/price-cell';
import { markWithoutNoise, quoteUnit } from './position-names';
import type { PositionRow } from './position-row';

/** The price in the units it is quoted in; London's pence say so. A resting mark is IBKR's own. */
export function LastCell({ row }: { readonly row: PositionRow }) {
  return (
    <span
      title={row.liveMs === null ? 'IBKR’s mark: no live price here now' : undefined}
      className={row.liveMs === null && row.previousClose === null ? 'muted' : undefined}
    >
      <PriceCell value={quotedPrice(row)} digits={null} />
      {quoteUnit(row) === 'GBX' && (
        <span className="unit" title="Quoted in pence, a hundredth of a pound">
          GBX
        </span>
      )}
    </span>
  );
}

/** In the units the price is quoted in. */
export const quotedPrice = ({ marketPrice, priceMagnification, liveMs }: PositionRow): Decimal | null => {
  if (marketPrice === null) return null;
  const price = multiply(marketPrice, priceMagnification);
  return liveMs === null ? markWithoutNoise(price) : price;
};
