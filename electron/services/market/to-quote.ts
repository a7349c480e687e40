import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Availability, Quote } from '../../../shared/domain/quote';
import { textOf, type WireRecord } from '../wire-record';

/** The field codes a quote is made of. Source: api/snapshot_fields.json. */
export const quoteFields = {
  last: '31',
  symbol: '55',
  high: '70',
  low: '71',
  change: '82',
  changePercent: '83',
  bid: '84',
  askSize: '85',
  ask: '86',
  bidSize: '88',
  availability: '6509',
  open: '7295',
  previousClose: '7741',
  volume: '7762',
} as const;

/**
 * Merged fields of one contract, as text the way IBKR sends them: thousands commas, `C` (previous close) and
 * `H` (halted) before the last price, a percent sign sometimes. Source: GATEWAY_FACTS §8, read 2026-11.
 */
export function toQuote(conid: Conid, wire: WireRecord, asOfMs: number): Quote {
  const last = textOf(wire[quoteFields.last]);
  const mark = last?.startsWith('C') === true ? 'close' : last?.startsWith('H') === true ? 'halted' : null;
  const number = (code: string): Decimal | null => toDecimal(textOf(wire[code])?.replace('%', ''));
  return {
    conid,
    symbol: textOf(wire[quoteFields.symbol]),
    last: toDecimal(mark === null ? last : last?.slice(1)),
    lastMark: mark,
    bid: number(quoteFields.bid),
    ask: number(quoteFields.ask),
    bidSize: number(quoteFields.bidSize),
    askSize: number(quoteFields.askSize),
    change: number(quoteFields.change),
    changePercent: number(quoteFields.changePercent),
    open: number(quoteFields.open),
    high: number(quoteFields.high),
    low: number(quoteFields.low),
    previousClose: number(quoteFields.previousClose),
    volume: number(quoteFields.volume),
    availability: toAvailability(wire[quoteFields.availability]),
    asOfMs,
  };
}

const byFirstLetter: Readonly<Record<string, Availability>> = {
  R: 'live',
  D: 'delayed',
  Z: 'frozen',
  Y: 'frozen-delayed',
  N: 'not-subscribed',
  O: 'unsigned',
  S: 'live',
};

/** Only the first letter says how fresh the data is; unknown letters stay unknown. */
export const toAvailability = (value: unknown): Availability =>
  byFirstLetter[textOf(value)?.charAt(0) ?? ''] ?? 'unknown';
