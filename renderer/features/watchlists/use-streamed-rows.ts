import { useCallback, useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import { useMarketLines } from '../../live/lines-feed';
import type { PlacedRow } from './watchlist-rows';

/** Left to chart, ticket, positions and whatever else streams beside a list. */
const linesForOthers = 20;
/** IBKR's usual number, until main has said the user's own. */
const usualLines = 100;

/**
 * Which of a list's contracts are subscribed: all, as long as the user's market-data lines carry them; of a longer
 * list only those on the screen, and `limit` says why.
 */
export function useStreamedRows(contracts: ReadonlyArray<Conid>): {
  readonly streamed: ReadonlyArray<Conid>;
  /** The lines there are, where they are too few for the list. */
  readonly limit: number | null;
  readonly onVisible: (rows: ReadonlyArray<PlacedRow>) => void;
} {
  const limit = useMarketLines()?.limit ?? usualLines;
  const [seen, setSeen] = useState<ReadonlyArray<Conid>>([]);
  const onVisible = useCallback((rows: ReadonlyArray<PlacedRow>): void => {
    const conids = rows.flatMap(({ row }) => (row.kind === 'instrument' ? [row.conid] : []));
    setSeen((before) => (before.join() === conids.join() ? before : conids));
  }, []);
  const tooMany = contracts.length + linesForOthers > limit;
  return { streamed: tooMany ? seen : contracts, limit: tooMany ? limit : null, onVisible };
}
