import type { Conid } from '../../../shared/domain/ids';
import { type QuoteState, quoteStateOf, quoteStateWords } from '../../format/quote-state';
import { quotesNow } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { useNow } from '../../ui/clock';

/** What the prices in sight are worth, once a second: nothing is said while all are live. */
export function ChainFreshness({ conids }: { readonly conids: ReadonlyArray<Conid> }) {
  const streaming = useStreaming();
  useNow();
  const quotes = quotesNow();
  const counts = new Map<QuoteState, number>();
  for (const conid of conids) {
    const state = quoteStateOf(quotes.get(conid) ?? null, streaming);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const said = [...counts].filter(([state]) => state !== 'live' && state !== 'waiting');
  const waiting = counts.get('waiting') ?? 0;
  if (said.length === 0) return waiting > 0 ? <span>{waiting} prices on their way</span> : null;
  return (
    <>
      {said.map(([state, count]) => {
        const { text, meaning, warn } = quoteStateWords[state];
        return (
          <span key={state} className={warn === true ? 'badge badge-warn' : 'badge'} title={meaning}>
            {count === conids.length ? '' : `${count} `}
            {text ?? 'Age unknown'}
          </span>
        );
      })}
    </>
  );
}
