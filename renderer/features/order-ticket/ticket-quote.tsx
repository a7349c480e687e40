import type { Decimal } from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import type { Side } from '../../../shared/domain/order-draft';
import type { Quote } from '../../../shared/domain/quote';
import { priceText, quantityText } from '../../format/number-text';
import { ageText } from '../../format/time-text';
import { useNow } from '../../ui/clock';
import { Change } from '../../ui/change';
import { PriceCell } from '../../ui/price-cell';
import { QuoteBadge } from '../../ui/quote-badge';
import { midPrice } from './price-steps';

/** The market now. Bid, mid and ask are buttons that fill the price; they send nothing. */
export function TicketQuote({
  quote,
  side,
  rules,
  unit,
  streaming,
  onPrice,
}: {
  readonly quote: Quote | null;
  readonly side: Side;
  readonly rules: OrderRules | undefined;
  /** Of the prices, where it is not the currency. */
  readonly unit: string | null;
  readonly streaming: boolean;
  readonly onPrice: ((price: Decimal) => void) | null;
}) {
  const digits = rules?.priceDigits ?? null;
  const mid = rules === undefined ? null : midPrice(quote?.bid ?? null, quote?.ask ?? null, side, rules);
  const sides = [
    { name: 'Bid', value: quote?.bid ?? null, size: quote?.bidSize ?? null },
    { name: 'Mid', value: mid, size: null },
    { name: 'Ask', value: quote?.ask ?? null, size: quote?.askSize ?? null },
  ];
  return (
    <div className="ticket-quote">
      <div className={streaming ? 'ticket-last' : 'ticket-last stale-parts'}>
        <span className="ticket-last-price">
          <PriceCell value={quote?.last ?? null} digits={digits} />
        </span>
        {unit !== null && <span className="muted">{unit}</span>}
        <Change value={quote?.change ?? null} />
        <Change value={quote?.changePercent ?? null} suffix="%" arrow={false} />
        {quote !== null && <QuoteBadge quote={quote} />}
        {quote !== null && <QuoteAge quote={quote} streaming={streaming} />}
      </div>
      <div className={streaming ? 'ticket-sides' : 'ticket-sides stale'}>
        {sides.map(({ name, value, size }) => (
          <button
            key={name}
            type="button"
            className="ticket-side"
            aria-label={`${name} ${priceText(value, digits)}`}
            title={onPrice === null ? undefined : `Use the ${name.toLowerCase()} as the price`}
            disabled={value === null || onPrice === null}
            onClick={() => value !== null && onPrice?.(value)}
          >
            <span className="ticket-side-name">{name}</span>
            <span className="ticket-side-price">{priceText(value, digits)}</span>
            <span className="ticket-side-size">{size === null ? '' : `× ${quantityText(size)}`}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function QuoteAge({ quote, streaming }: { readonly quote: Quote; readonly streaming: boolean }) {
  const ageMs = useNow() - quote.asOfMs;
  return (
    <span className={streaming ? 'ticket-age' : 'ticket-age age-stale age-kept'}>
      {!streaming && 'stale · '}
      {quote.availability === 'live' && streaming ? 'live · ' : ''}
      {ageText(ageMs)}
    </span>
  );
}
