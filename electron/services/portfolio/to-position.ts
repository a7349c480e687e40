import { type Decimal, multiply, toDecimal } from '../../../shared/domain/decimal';
import { type AccountId, type Conid, conidSchema } from '../../../shared/domain/ids';
import type { Position } from '../../../shared/domain/position';
import { recordOf, textOf, type WireRecord } from '../wire-record';

/** Base currency for one unit of each currency; what is missing is unknown. */
export type Rates = ReadonlyMap<string, Decimal | null>;

export const conidOf = (row: WireRecord): Conid | null => {
  const conid = conidSchema.safeParse(Number(row['conid']));
  return conid.success ? conid.data : null;
};

/** IBKR has looked the contract up: a sparse first read has neither ticker nor name — QUIRKS §2, read 2026-11. */
export const isDetailed = (row: WireRecord): boolean =>
  textOf(row['ticker']) !== null || textOf(row['name']) !== null;

/**
 * One holding from a row of `/portfolio2/{id}/positions` (`fast`, near real time, poor in details) and its row of
 * `/portfolio/{id}/positions/{page}` (`cached`, rich). Figures are all of one row, never a mixture. Without a quantity
 * there is no holding to show. Source of the names: recorded `positions-*` and `portfolio2-positions-*`, read 2026-11.
 */
export function toPosition(
  accountId: AccountId,
  fast: WireRecord | null,
  cached: WireRecord | null,
  rates: Rates,
): Position | null {
  const row = fast ?? cached;
  const conid = row === null ? null : conidOf(row);
  const quantity = toDecimal(row?.['position']);
  if (row === null || conid === null || quantity === null) return null;
  const detail = cached ?? row;
  const text = (name: string): string | null => textOf(detail[name]) ?? textOf(row[name]);
  const currency = textOf(row['currency']) ?? text('currency');
  const rate = currency === null ? null : (rates.get(currency) ?? null);
  const inBase = (value: Decimal | null): Decimal | null =>
    value === null || rate === null ? null : multiply(value, rate);
  const marketValue = toDecimal(row['marketValue'] ?? row['mktValue']);
  const unrealizedPnl = toDecimal(row['unrealizedPnl']);
  const realizedPnl = toDecimal(row['realizedPnl']);
  const multiplier = toDecimal(detail['multiplier']);
  const right = text('putOrCall')?.charAt(0).toUpperCase();
  const strike = toDecimal(detail['strike']);
  const underlying = conidSchema.safeParse(Number(detail['undConid']));
  const otherQuantity = fast === null ? null : toDecimal(cached?.['position']);
  return {
    accountId,
    conid,
    symbol: text('ticker') ?? text('contractDesc') ?? text('description') ?? `conid ${conid}`,
    name: text('name'),
    assetClass: text('assetClass') ?? text('secType'),
    exchange: text('listingExchange'),
    currency,
    sector: text('sector'),
    industryGroup: text('group'),
    expiry: /^\d{8}$/.test(text('expiry') ?? '') ? text('expiry') : null,
    right: right === 'C' || right === 'P' ? right : null,
    strike: strike === null || Number(strike) === 0 ? null : strike,
    underlyingConid: underlying.success ? underlying.data : null,
    priceMagnification: magnification(detail),
    quantity,
    averageCost: toDecimal(row['avgCost']),
    averagePrice: toDecimal(row['avgPrice']),
    marketPrice: toDecimal(row['marketPrice'] ?? row['mktPrice']),
    marketValue,
    marketValueBase: inBase(marketValue),
    unrealizedPnl,
    unrealizedPnlBase: inBase(unrealizedPnl),
    realizedPnl,
    realizedPnlBase: inBase(realizedPnl),
    multiplier: multiplier === null || Number(multiplier) === 0 ? null : multiplier,
    origin: fast === null ? 'cached' : 'near-real-time',
    otherQuantity:
      otherQuantity === null || Number(otherQuantity) === Number(quantity) ? null : otherQuantity,
  };
}

/** `displayRule.magnification` is a power of ten: 2 where London quotes pence for pounds. */
function magnification(row: WireRecord): Decimal {
  const power = Number(recordOf(row['displayRule'])['magnification'] ?? 0);
  return (Number.isInteger(power) && power > 0 && power <= 4 ? `1${'0'.repeat(power)}` : '1') as Decimal;
}
