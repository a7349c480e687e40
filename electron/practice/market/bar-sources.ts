import { borrowOf } from '../broker/short-sale';
import { hash, unit } from '../random';
import type { Instrument } from './instrument';
import type { Bar } from './quote';
import { incrementAt, roundToTick } from './ticks';

/**
 * Bars of something else than trades: `source` of /iserver/marketdata/history (Midpoint, Bid_Ask) and `barType` of
 * /hmds/history (Last, Bid, Ask, Midpoint, FeeRate, Inventory). Their volume is 0, as in the specification's examples
 * (recorded/marketdata/…Midpoint…, …BidAsk…). Words that are none of these give trades.
 */
export function barsOfSource(instrument: Instrument, bars: readonly Bar[], word: string | null): Bar[] {
  const kind = word?.toLowerCase() ?? '';
  if (kind === 'feerate' || kind === 'inventory') return bars.map((bar) => borrowBar(instrument, bar, kind));
  // Half spreads: the last trade is taken to have been at the ask.
  const shift = { bid: -2, ask: 0, midpoint: -1, bid_ask: 0 }[kind];
  if (shift === undefined) return [...bars];
  return bars.map((bar) => {
    const half = (instrument.spreadTicks * incrementAt(instrument.increments, bar.close)) / 2;
    const move = (price: number, ticks: number) =>
      kind === 'midpoint'
        ? Number((price + ticks * half).toFixed(6))
        : roundToTick(instrument, price + ticks * half);
    if (kind === 'bid_ask')
      return {
        ...bar,
        open: move(bar.open, -2),
        high: move(bar.high, 0),
        low: move(bar.low, -2),
        close: move(bar.close, 0),
        volume: 0,
      };
    return {
      ...bar,
      open: move(bar.open, shift),
      high: move(bar.high, shift),
      low: move(bar.low, shift),
      close: move(bar.close, shift),
      volume: 0,
    };
  });
}

/** Yearly borrow fee in per cent, or shares that can be borrowed, drifting a little from bar to bar. */
function borrowBar(instrument: Instrument, bar: Bar, kind: 'feerate' | 'inventory'): Bar {
  const borrow = borrowOf(instrument);
  const base = kind === 'feerate' ? (borrow?.feePercent ?? 0) : (borrow?.shares ?? 0);
  const at = (salt: number): number => {
    const value = base * (0.9 + 0.2 * unit(hash(instrument.conid, salt, Math.floor(bar.startMs / 60_000))));
    return kind === 'feerate' ? Number(value.toFixed(4)) : Math.round(value);
  };
  const [open, close] = [at(41), at(42)];
  return { ...bar, open, close, high: Math.max(open, close), low: Math.min(open, close), volume: 0 };
}
