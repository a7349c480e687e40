import { useQuery } from '@tanstack/react-query';
import { subtract } from '../../../shared/domain/decimal';
import type { LinkedInstrument } from '../../state/linked-instrument';
import { assetClassWord } from '../../format/asset-class';
import { priceText, quantityText } from '../../format/number-text';
import { quoteLook, quoteStateOf, quoteStateWords } from '../../format/quote-state';
import { ageText } from '../../format/time-text';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { useReady, useStreaming } from '../../live/session-feed';
import { openTicket } from '../../live/trade-actions';
import { Change } from '../../ui/change';
import { useNow } from '../../ui/clock';
import { PriceCell } from '../../ui/price-cell';
import { QuoteBadge } from '../../ui/quote-badge';
import { figureFields } from './figure-groups';

/** The price, both sides of the market, and whether this is now. */
export function QuoteHead({ conid, symbol }: LinkedInstrument) {
  const ready = useReady();
  const streaming = useStreaming();
  useQuoteStream([conid], figureFields);
  const quote = useQuote(conid);
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(conid), enabled: ready });
  const digits = instrument?.rules.priceDigits ?? null;
  const state = quoteStateOf(quote, streaming);
  const spread = quote?.ask == null || quote.bid == null ? null : subtract(quote.ask, quote.bid);
  return (
    <header className={`quote-head ${quoteLook(state) ?? ''}`}>
      <p className="quote-subject">
        <span className="symbol">{symbol}</span> <span>{instrument?.name}</span>
        <span className="muted quote-home">
          {[instrument?.exchange, assetClassWord(instrument?.assetClass ?? null), instrument?.currency]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className="quote-price">
        <span className="quote-last">
          <PriceCell value={quote?.last ?? null} digits={digits} />
        </span>
        <Change value={quote?.change ?? null} />
        <Change value={quote?.changePercent ?? null} suffix="%" arrow={false} />
        {quote !== null && <QuoteBadge quote={quote} streaming={streaming} />}
      </p>
      <p className="quote-state" title={quoteStateWords[state].meaning}>
        {quoteStateWords[state].meaning} {quote !== null && <QuoteAge asOfMs={quote.asOfMs} />}
      </p>
      <div className="quote-sides">
        {(['SELL', 'BUY'] as const).map((side) => {
          const name = side === 'SELL' ? 'Bid' : 'Ask';
          const price = (side === 'SELL' ? quote?.bid : quote?.ask) ?? null;
          const size = (side === 'SELL' ? quote?.bidSize : quote?.askSize) ?? null;
          return (
            <button
              key={side}
              type="button"
              className="quote-side"
              title={`${side === 'SELL' ? 'Sell' : 'Buy'} ${symbol}: fills the ticket, sends nothing`}
              aria-label={`${name} ${priceText(price, digits)}, size ${quantityText(size)}: ${side === 'SELL' ? 'sell' : 'buy'} in the ticket`}
              onClick={() => openTicket({ conid, symbol }, side)}
            >
              <span className="quote-side-name">
                {name} {size !== null && <span>× {quantityText(size)}</span>}
              </span>
              <span className="quote-side-price">
                <PriceCell value={price} digits={digits} />
              </span>
            </button>
          );
        })}
        <p className="quote-spread">
          <span className="quote-side-name">Spread</span>
          <span>{priceText(spread, digits)}</span>
        </p>
      </div>
    </header>
  );
}

const QuoteAge = ({ asOfMs }: { readonly asOfMs: number }) => (
  <span>
    Last change {ageText(useNow() - asOfMs)}
    {useNow() - asOfMs < 2000 ? '' : ' ago'}.
  </span>
);
