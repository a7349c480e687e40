import type { Availability, Quote } from '../../shared/domain/quote';

interface Mark {
  readonly text: string;
  readonly meaning: string;
  readonly warn?: boolean;
}

const marks: Readonly<Record<Availability, Mark | null>> = {
  live: null,
  unknown: null,
  delayed: { text: '15m', meaning: 'Delayed by 15 to 20 minutes: no subscription for live data here.' },
  frozen: { text: 'Close', meaning: 'Frozen: the last value before the market closed.' },
  'frozen-delayed': { text: 'Close 15m', meaning: 'Frozen and delayed.' },
  'not-subscribed': { text: 'No sub', meaning: 'No market data subscription for this exchange.', warn: true },
  unsigned: {
    text: 'Sign',
    meaning: 'IBKR’s yearly market data acknowledgement is not signed: sign it in Client Portal, Settings.',
    warn: true,
  },
};
const halted: Mark = { text: 'HALT', meaning: 'Trading is halted.', warn: true };
const close: Mark = { text: 'Close', meaning: 'The previous close: nothing has traded yet.' };

/** What kind of price this is, in a word; live prices need none. */
export function QuoteBadge({ quote }: { readonly quote: Quote }) {
  const mark =
    quote.lastMark === 'halted'
      ? halted
      : (marks[quote.availability] ?? (quote.lastMark === 'close' ? close : null));
  if (mark === null) return null;
  return (
    <span className={mark.warn === true ? 'badge badge-warn' : 'badge'} title={mark.meaning}>
      {mark.text}
    </span>
  );
}
