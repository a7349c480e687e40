import type { Quote } from '../../shared/domain/quote';
import { quoteStateOf, quoteStateWords } from '../format/quote-state';
import './quote-badge.css';

/** What kind of price this is, in a word; live prices need none. `streaming` false says that it is stale. */
export function QuoteBadge({
  quote,
  streaming = true,
}: {
  readonly quote: Quote;
  readonly streaming?: boolean;
}) {
  const { text, meaning, warn } = quoteStateWords[quoteStateOf(quote, streaming)];
  if (text === null) return null;
  return (
    <span className={warn === true ? 'badge badge-warn' : 'badge'} title={meaning}>
      {text}
    </span>
  );
}
