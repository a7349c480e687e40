import type { Conid } from '../../../shared/domain/ids';
import { useQuote } from '../../live/quote-store';
import { Change } from '../../ui/change';
import { PriceCell } from '../../ui/price-cell';
import { QuoteBadge } from '../../ui/quote-badge';

/** Cells that listen to one contract each: a tick paints a cell, not a table. */
export function QuoteLast({ conid }: { readonly conid: Conid }) {
  return <PriceCell value={useQuote(conid)?.last ?? null} digits={null} />;
}

export function QuoteChange({ conid, kind }: { readonly conid: Conid; readonly kind: 'amount' | 'percent' }) {
  const quote = useQuote(conid);
  return kind === 'percent' ? (
    <Change value={quote?.changePercent ?? null} suffix="%" />
  ) : (
    <Change value={quote?.change ?? null} arrow={false} />
  );
}

export function QuoteMark({ conid }: { readonly conid: Conid }) {
  const quote = useQuote(conid);
  return quote === null ? null : <QuoteBadge quote={quote} />;
}
