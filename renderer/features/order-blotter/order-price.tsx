import { useQuery } from '@tanstack/react-query';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { mayQuoteInHundredths, priceUnit } from '../../../shared/domain/price-unit';
import { priceText } from '../../format/number-text';
import { contractsQueries } from '../../ipc/contracts-queries';

/**
 * A price with its unit where that is not the currency. IBKR's lists name the currency only, so the contract is
 * looked up where the currency has hundredths that exchanges quote in.
 */
export function OrderPrice({
  price,
  conid,
  currency,
}: {
  readonly price: Decimal | null;
  readonly conid: Conid | null;
  readonly currency: string | null;
}) {
  return conid !== null && price !== null && mayQuoteInHundredths(currency) ? (
    <PriceInUnit price={price} conid={conid} />
  ) : (
    <>{priceText(price, null)}</>
  );
}

function PriceInUnit({ price, conid }: { readonly price: Decimal; readonly conid: Conid }) {
  const { data: instrument } = useQuery(contractsQueries.instrument(conid));
  const unit = instrument === undefined ? null : priceUnit(instrument);
  return (
    <>
      {priceText(price, null)}
      {unit !== null && <span className="muted"> {unit}</span>}
    </>
  );
}
