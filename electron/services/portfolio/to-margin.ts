import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Margin } from '../../../shared/domain/margin';
import { dayOf, instantOf } from '../wire-day';
import { isRecord, textOf, type WireRecord } from '../wire-record';
import { baseCurrencyOf } from './to-summary';

/** In the order they are read: what there is, what is required, what is left; now, after the next change, overnight. */
const keys = [
  'equitywithloanvalue',
  'initmarginreq',
  'maintmarginreq',
  'availablefunds',
  'excessliquidity',
  'lookaheadinitmarginreq',
  'lookaheadmaintmarginreq',
  'lookaheadavailablefunds',
  'lookaheadexcessliquidity',
  'fullinitmarginreq',
  'fullmaintmarginreq',
  'fullavailablefunds',
  'fullexcessliquidity',
] as const;

/** The summary's margin figures, all segments. Source: recorded `portfolio/summary-full`, read 2026-11. */
export function toMargin(accountId: AccountId, wire: WireRecord, asOfMs: number): Margin {
  const figure = (key: string): Decimal | null => figureOf(wire[key]);
  const text = (key: string): string | null => (isRecord(wire[key]) ? textOf(wire[key]['value']) : null);
  const entries = Object.values(wire).filter(isRecord);
  const stamps = entries.flatMap((entry) => instantOf(entry['timestamp']) ?? []);
  return {
    accountId,
    baseCurrency: baseCurrencyOf(wire),
    rows: keys.map((key) => ({
      key,
      total: figure(key),
      securities: figure(`${key}-s`),
      commodities: figure(`${key}-c`),
      crypto: figure(`${key}-p`),
    })),
    cushion: figure('cushion'),
    leverage: figure('leverage-s') ?? figure('leverage'),
    sma: figure('sma'),
    regTMargin: figure('regtmargin'),
    accruedInterest: figure('accruedcash'),
    accruedDividends: figure('accrueddividend'),
    lookAheadMs: instantOf(text('lookaheadnextchange')),
    settlement: settlementOf(text('settledcashbydate')),
    brokerMs: stamps.length === 0 ? null : Math.min(...stamps),
    asOfMs,
  };
}

/** Numbers have `amount` and a null `value`; words, some of them numbers ("cushion": "1"), have `value` and a meaningless 0. */
function figureOf(entry: unknown): Decimal | null {
  if (!isRecord(entry) || entry['isNull'] === true || entry['isNone'] === true) return null;
  const value = textOf(entry['value']);
  return value === null ? toDecimal(entry['amount']) : toDecimal(value);
}

/** `20260402:987918.28;20260406:971869.62`: cash that is settled by the end of each day. */
const settlementOf = (text: string | null): Margin['settlement'] =>
  (text ?? '').split(';').flatMap((part) => {
    const [day, cash] = part.split(':');
    const dayMs = dayOf(day);
    return dayMs === null ? [] : [{ dayMs, cash: toDecimal(cash) }];
  });
