import { compare, type Decimal, toDecimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { marketFields } from '../../../shared/domain/market-field';
import type { Availability, Quote } from '../../../shared/domain/quote';
import { textOf, type WireRecord } from '../wire-record';
import { fieldValue, magnitude, plainNumber } from './field-value';

/** The field codes every quote is made of. Source: api/snapshot_fields.json. */
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

const coreCodes: ReadonlySet<string> = new Set(Object.values(quoteFields));
const further = new Map(
  marketFields.filter(({ code }) => !coreCodes.has(code)).map((field) => [field.code, field]),
);

/**
 * Merged fields of one contract, as text the way IBKR sends them: thousands commas, `C` (previous close) and
 * `H` (halted) before the last price, a percent sign sometimes. Source: GATEWAY_FACTS §8, read 2026-11.
 */
export function toQuote(conid: Conid, wire: WireRecord, asOfMs: number, feed: Quote['feed'] = 'line'): Quote {
  const last = textOf(wire[quoteFields.last]);
  const mark = last?.startsWith('C') === true ? 'close' : last?.startsWith('H') === true ? 'halted' : null;
  const number = (code: string): Decimal | null => plainNumber(wire[code]);
  return {
    conid,
    symbol: textOf(wire[quoteFields.symbol]),
    last: toDecimal(mark === null ? last : last?.slice(1)),
    lastMark: mark,
    bid: number(quoteFields.bid),
    ask: number(quoteFields.ask),
    bidSize: magnitude(wire[quoteFields.bidSize]),
    askSize: magnitude(wire[quoteFields.askSize]),
    change: number(quoteFields.change),
    changePercent: number(quoteFields.changePercent),
    open: number(quoteFields.open),
    high: number(quoteFields.high),
    low: number(quoteFields.low),
    previousClose: number(quoteFields.previousClose) ?? number('7296'),
    volume: magnitude(wire[quoteFields.volume]) ?? shortVolume(wire),
    availability: toAvailability(wire[quoteFields.availability]),
    feed,
    more: moreOf(wire),
    asOfMs,
  };
}

function moreOf(wire: WireRecord): Record<string, string> {
  const more: Record<string, string> = {};
  for (const [code, raw] of Object.entries(wire)) {
    const field = further.get(code);
    const value = field === undefined ? null : fieldValue(field.kind, raw);
    if (field !== undefined && value !== null) more[field.id] = value;
  }
  return more;
}

// No day has seen a trillion shares: "65595.7B" was recorded for 65.6 million (fixtures, BBAI).
const beyondBelief = '1000000000000' as Decimal;

/** Field 87 is rounded and its suffix has been wrong: only where 7762 is missing, and only if it can be true. */
function shortVolume(wire: WireRecord): Decimal | null {
  const volume = magnitude(wire['87']) ?? magnitude(wire['87_raw']);
  return volume === null || compare(volume, beyondBelief) >= 0 ? null : volume;
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
