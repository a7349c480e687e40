import type { Conid } from '../../../shared/domain/ids';
import { quoteLook, quoteStateOf } from '../../format/quote-state';
import { useQuote } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { Change } from '../../ui/change';
import { PriceCell } from '../../ui/price-cell';
import { QuoteBadge } from '../../ui/quote-badge';

/** Where the underlying stands among its strikes, live. */
export function SpotLine({ conid, symbol }: { readonly conid: Conid; readonly symbol: string }) {
  const quote = useQuote(conid);
  const streaming = useStreaming();
  return (
    <span className="chain-spot-line">
      <span className="symbol">{symbol}</span>
      <span className={quoteLook(quoteStateOf(quote, streaming))}>
        <PriceCell value={quote?.last ?? quote?.previousClose ?? null} digits={null} />
      </span>
      <Change value={quote?.changePercent ?? null} suffix="%" />
      {quote !== null && <QuoteBadge quote={quote} streaming={streaming} />}
    </span>
  );
}
