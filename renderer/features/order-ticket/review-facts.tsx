import type { ReactNode } from 'react';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import { numberText, priceText } from '../../format/number-text';
import { ageText } from '../../format/time-text';
import { useQuote } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { useNow } from '../../ui/clock';
import { Money } from '../../ui/discreet';
import { QuoteBadge } from '../../ui/quote-badge';
import { effectWords } from './ticket-outlook';

/** Value, effect and the market now; the quote keeps moving while the human reads. */
export function ReviewFacts({ preview }: { readonly preview: OrderPreview }) {
  const { notional, currency, positionBefore, positionAfter, effect, modifies, whatIf } = preview;
  return (
    <dl className="review-facts">
      <Fact name="Order value">
        {numberText(notional, 2)} {notional !== null && currency}
        {whatIf?.commission != null && <span className="muted"> + {whatIf.commission} commission</span>}
      </Fact>
      <Fact name="Position">
        <Money value={positionBefore} as="quantity" /> →{' '}
        <strong>
          <Money value={positionAfter} as="quantity" />
        </strong>
        <span className={effect === 'flips' ? 'badge badge-warn' : 'badge'}>{effectWords[effect]}</span>
      </Fact>
      <Fact name="Market now">
        <MarketNow preview={preview} />
      </Fact>
      {preview.priceUnit != null && (
        <Fact name="Prices in">
          {preview.priceUnit}, a hundredth of 1 {currency}: 100 {preview.priceUnit} are 1.00 {currency}
        </Fact>
      )}
      {modifies !== null && <Fact name="Changes order">{modifies}</Fact>}
    </dl>
  );
}

function MarketNow({ preview }: { readonly preview: OrderPreview }) {
  const streamed = useQuote(preview.draft.conid);
  const streaming = useStreaming();
  const nowMs = useNow();
  const quote = streamed ?? preview.quote;
  if (quote === null) return <>No price is known for this contract.</>;
  return (
    <span className={streaming ? undefined : 'stale'}>
      bid {priceText(quote.bid, null)} · ask {priceText(quote.ask, null)} · last {priceText(quote.last, null)}
      {preview.priceUnit == null ? '' : ` ${preview.priceUnit}`} <QuoteBadge quote={quote} />
      <span className={streaming ? 'muted' : 'age-stale'}>
        {' '}
        {streaming ? '' : 'stale · '}
        {ageText(nowMs - quote.asOfMs)}
      </span>
    </span>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
