import type { Quote } from '../../shared/domain/quote';

/** What a price on the screen is worth, worst news first. */
export type QuoteState =
  | Exclude<Quote['availability'], 'unknown'>
  | 'waiting'
  | 'stale'
  | 'refused'
  | 'no-line'
  | 'halted'
  | 'close'
  | 'unknown';

/** `streaming`: whether the connection to IBKR brings quotes at this moment. */
export function quoteStateOf(quote: Quote | null, streaming: boolean): QuoteState {
  if (!streaming) return quote === null ? 'waiting' : 'stale';
  if (quote === null) return 'waiting';
  if (quote.feed !== 'line') return quote.feed;
  if (quote.lastMark === 'halted') return 'halted';
  if (quote.availability !== 'live' && quote.availability !== 'unknown') return quote.availability;
  return quote.lastMark === 'close' ? 'close' : quote.availability;
}

interface StateWords {
  /** In a badge; `null` where no badge is needed. */
  readonly text: string | null;
  readonly meaning: string;
  readonly warn?: boolean;
}

export const quoteStateWords: Readonly<Record<QuoteState, StateWords>> = {
  live: { text: null, meaning: 'Real time.' },
  unknown: { text: null, meaning: 'IBKR has not said how fresh this is.' },
  waiting: { text: null, meaning: 'Not received yet.' },
  stale: { text: 'Stale', meaning: 'The connection is silent: the last values known.', warn: true },
  refused: { text: 'Refused', meaning: 'IBKR refuses this quote; its words are in the log.', warn: true },
  'no-line': {
    text: 'No line',
    meaning: 'All market-data lines are used: close other lists or panels to see this one move.',
    warn: true,
  },
  halted: { text: 'HALT', meaning: 'Trading is halted.', warn: true },
  delayed: { text: '15m', meaning: 'Delayed by 15 to 20 minutes: no subscription for live data here.' },
  frozen: { text: 'Close', meaning: 'Frozen: the last value before the market closed.' },
  'frozen-delayed': { text: 'Close 15m', meaning: 'Frozen and delayed.' },
  'not-subscribed': { text: 'No sub', meaning: 'No market data subscription for this exchange.', warn: true },
  unsigned: {
    text: 'Sign',
    meaning: 'IBKR’s yearly market data acknowledgement is not signed: sign it in Client Portal, Settings.',
    warn: true,
  },
  close: { text: 'Prev close', meaning: 'The previous close: nothing has traded yet.' },
};

/** How a price of that state is drawn, so that an old one never looks live. */
export const quoteLook = (state: QuoteState): string | undefined =>
  state === 'live' || state === 'unknown' ? undefined : `quote-${state}`;
