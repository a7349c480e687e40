import type { Conid } from '../../shared/domain/ids';
import type { MarketField } from '../../shared/domain/market-field';
import { isDecimal } from '../../shared/domain/decimal';
import { fieldText, quoteValue } from '../format/field-text';
import { quoteLook, quoteStateOf } from '../format/quote-state';
import { useQuote } from './quote-store';
import { useStreaming } from './session-feed';
import { Change } from '../ui/change';
import { PriceCell } from '../ui/price-cell';
import { QuoteBadge } from '../ui/quote-badge';

/** One figure of one contract. It listens to that contract alone: a tick paints a cell, not a table. */
export function QuoteCell({ conid, field }: { readonly conid: Conid; readonly field: MarketField }) {
  const quote = useQuote(conid);
  const streaming = useStreaming();
  const value = quoteValue(quote, field.id);
  return <span className={quoteLook(quoteStateOf(quote, streaming))}>{drawn(field, value)}</span>;
}

function drawn({ id, kind }: MarketField, value: string | null) {
  const number = value !== null && isDecimal(value) ? value : null;
  if (kind === 'percentChange') return <Change value={number} suffix="%" />;
  if (kind === 'change') return <Change value={number} arrow={false} />;
  // Prices that trade move; a moving average does not pulse.
  if (kind === 'price' && flashing.has(id)) return <PriceCell value={number} digits={null} />;
  return fieldText(kind, value);
}

const flashing: ReadonlySet<string> = new Set(['last', 'bid', 'ask', 'mark']);

export function QuoteMark({ conid }: { readonly conid: Conid }) {
  const quote = useQuote(conid);
  return quote === null ? null : <QuoteBadge quote={quote} />;
}
