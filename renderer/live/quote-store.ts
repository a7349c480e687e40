import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Conid } from '../../shared/domain/ids';
import type { MarketFieldId } from '../../shared/domain/market-field';
import type { Quote } from '../../shared/domain/quote';
import { watch } from '../ipc/client';

// IBKR's own limit of market data lines is 100 for most users; the contract's is 500.
const maxConids = 500;
/** Longer than it takes to ask again. */
const keptLiveMs = 1_000;
const noFields: ReadonlyArray<MarketFieldId> = [];

const quoteStore = createStore<{ quotes: ReadonlyMap<Conid, Quote> }>(() => ({ quotes: new Map() }));

/**
 * Keeps these contracts streaming while the component is mounted, with the further figures of `market-field.ts`
 * that are named. Main merges and conflates.
 */
export function useQuoteStream(
  conids: ReadonlyArray<Conid>,
  fields: ReadonlyArray<MarketFieldId> = noFields,
): void {
  const wanted = [...new Set(conids)].sort((a, b) => a - b).slice(0, maxConids);
  const key = wanted.join(',');
  const fieldKey = fields.join(',');
  useEffect(() => {
    if (key === '') return undefined;
    // The key is the list; reading it back keeps the effect's dependencies honest.
    const conids = key.split(',').map(Number) as Conid[];
    want(conids);
    const stop = watch(
      'quotes.watch',
      {
        conids,
        ...(fieldKey === '' ? {} : { fields: fieldKey.split(',') }),
      },
      merge,
    );
    return () => {
      stop();
      unwant(conids);
    };
  }, [key, fieldKey]);
}

/** One contract's latest picture; only a component whose quote changed renders again. */
export const useQuote = (conid: Conid | null): Quote | null =>
  useStore(quoteStore, ({ quotes }) => (conid === null ? null : (quotes.get(conid) ?? null)));

/** For a press: the picture at this moment. */
export const quoteNow = (conid: Conid): Quote | null => quoteStore.getState().quotes.get(conid) ?? null;

/** All quotes at this moment; another map whenever one of them changed. */
export const quotesNow = (): ReadonlyMap<Conid, Quote> => quoteStore.getState().quotes;

const wantedBy = new Map<Conid, number>();

function want(conids: ReadonlyArray<Conid>): void {
  for (const conid of conids) wantedBy.set(conid, (wantedBy.get(conid) ?? 0) + 1);
}

/** What nobody streams any more is no longer live, should anybody look; a list that only changes asks again at once. */
function unwant(conids: ReadonlyArray<Conid>): void {
  for (const conid of conids) wantedBy.set(conid, (wantedBy.get(conid) ?? 1) - 1);
  setTimeout(() => {
    const { quotes } = quoteStore.getState();
    merge(
      conids.flatMap((conid) => {
        const quote = quotes.get(conid);
        if (quote === undefined || (wantedBy.get(conid) ?? 0) > 0 || quote.feed !== 'line') return [];
        return [{ ...quote, feed: 'no-line' as const }];
      }),
    );
  }, keptLiveMs);
}

function merge(batch: ReadonlyArray<Quote>): void {
  if (batch.length === 0) return;
  const quotes = new Map(quoteStore.getState().quotes);
  for (const quote of batch) quotes.set(quote.conid, quote);
  quoteStore.setState({ quotes });
}
