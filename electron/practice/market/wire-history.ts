import { utcStamp } from '../wire-time';
import type { Instrument } from './instrument';
import type { Bar } from './quote';
import { priceText } from './ticks';

/** `/iserver/marketdata/history` and `smh`: `high` and `low` are "price×factor/volume/minutes" texts (QUIRKS §6). */
export function historyAnswer(
  instrument: Instrument,
  bars: readonly Bar[],
  request: { readonly period: string; readonly barMs: number; readonly outsideRth: boolean },
): Record<string, unknown> {
  const [first] = bars;
  const start = first?.startMs ?? 0;
  const factor = 100;
  const extreme = (pick: (bar: Bar) => number, better: (a: number, b: number) => boolean) => {
    let found = first;
    for (const bar of bars) if (found !== undefined && better(pick(bar), pick(found))) found = bar;
    if (found === undefined) return '0/0/0';
    const minutes = Math.round((found.startMs - start) / 60_000);
    return `${Math.round(pick(found) * factor)}/${found.volume}/${minutes}`;
  };
  const digits = priceText(instrument, first?.close ?? 1).split('.')[1]?.length ?? 0;
  return {
    serverId: String(20_000_000 + (instrument.conid % 1_000_000)),
    symbol: instrument.symbol,
    text: instrument.name,
    priceFactor: factor,
    startTime: utcStamp(start),
    high: extreme(
      (bar) => bar.high,
      (a, b) => a > b,
    ),
    low: extreme(
      (bar) => bar.low,
      (a, b) => a < b,
    ),
    timePeriod: request.period,
    barLength: request.barMs / 1000,
    mdAvailability: instrument.availability === 'D' ? 'D' : 'S',
    mktDataDelay: instrument.availability === 'D' ? 900 : 0,
    outsideRth: request.outsideRth,
    tradingDayDuration: 1440,
    volumeFactor: 1,
    priceDisplayRule: 1,
    priceDisplayValue: String(digits),
    negativeCapable: false,
    messageVersion: 2,
    data: bars.map((bar) => ({
      o: bar.open,
      c: bar.close,
      h: bar.high,
      l: bar.low,
      v: bar.volume,
      t: bar.startMs,
    })),
    points: Math.max(0, bars.length - 1),
    travelTime: 3,
  };
}
