import { useEffect, useMemo, useRef, useState } from 'react';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import type { PositionList } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';
import type { Quote } from '../../../shared/domain/quote';
import { useOrderBook } from '../../live/order-feed';
import { quotesNow, useQuoteStream } from '../../live/quote-store';
import { useReady, useStreaming } from '../../live/session-feed';
import { currentMs } from '../../ui/clock';
import { isOpen, type PositionRow, positionRow, todaysExecutions } from './position-row';

/** IBKR streams about a hundred contracts to a user; the watchlist and the chart need some of them. */
const streamedLines = 70;
const manyRows = 500;

/**
 * The rows of one or several lists under live prices: of all holdings where they are few, of those on the screen where
 * they are many. Redrawn once a second (many rows: every five); a row whose parts did not change stays the same object.
 */
export function usePositionRows(
  lists: ReadonlyArray<PositionList>,
  seen: ReadonlyArray<Conid>,
): ReadonlyArray<PositionRow> {
  const streaming = useStreaming();
  const [only] = lists.length === 1 ? lists : [];
  const executions = useTodaysExecutions(only?.accountId ?? null);
  const held = useMemo(
    () => [...new Set(lists.flatMap(({ positions }) => positions.filter(isOpen).map(({ conid }) => conid)))],
    [lists],
  );
  useQuoteStream(held.length <= streamedLines ? held : seen.slice(0, streamedLines));
  const quotes = useQuotesOnBeat(held.length > manyRows ? 5000 : 1000);

  const known = useRef(new WeakMap<Position, Made>());
  return useMemo(
    () =>
      lists.flatMap((list) => {
        const rates = new Map(list.rates.map(({ currency, rate }) => [currency, rate]));
        const own = executions !== null && list === only ? executions : null;
        return list.positions.map((position) => {
          const quote = quotes.get(position.conid) ?? null;
          const rate = position.currency === null ? null : (rates.get(position.currency) ?? null);
          const before = known.current.get(position);
          if (
            before?.quote === quote &&
            before.executions === own &&
            before.streaming === streaming &&
            before.row.rate === rate
          )
            return before.row;
          const row = positionRow(position, quote, own, rate, list.asOfMs, streaming);
          known.current.set(position, { quote, executions: own, streaming, row });
          return row;
        });
      }),
    [lists, only, quotes, executions, streaming],
  );
}

interface Made {
  readonly quote: Quote | null;
  readonly executions: ReadonlyArray<Execution> | null;
  readonly streaming: boolean;
  readonly row: PositionRow;
}

/**
 * Today's executions of an account, `null` while they are not known. Those known before an outage stay while it lasts:
 * what is on the screen then is old and says so.
 */
function useTodaysExecutions(accountId: AccountId | null): ReadonlyArray<Execution> | null {
  const ready = useReady();
  const book = useOrderBook(accountId);
  const kept = useRef<ReadonlyArray<Execution> | null>(null);
  return useMemo(() => {
    if (book?.known === true) kept.current = todaysExecutions(book.executions, currentMs());
    else if (ready) kept.current = null;
    return kept.current;
  }, [book, ready]);
}

/** The quotes as they were at the last beat. */
function useQuotesOnBeat(beatMs: number): ReadonlyMap<Conid, Quote> {
  const [quotes, setQuotes] = useState(quotesNow);
  useEffect(() => {
    const timer = setInterval(() => setQuotes(quotesNow()), beatMs);
    return () => clearInterval(timer);
  }, [beatMs]);
  return quotes;
}
