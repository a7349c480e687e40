import {
  abs,
  compare,
  type Decimal,
  divide,
  multiply,
  sign,
  subtract,
  toDecimal,
  toFixed,
} from '../../../shared/domain/decimal';
import { type AccountId, type Conid, conidSchema } from '../../../shared/domain/ids';
import { type Position, sizedClasses } from '../../../shared/domain/position';
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
  const averageCost = toDecimal(row['avgCost']);
  const averagePrice = toDecimal(row['avgPrice']);
  const assetClass = text('assetClass') ?? text('secType');
  const multiplier =
    known(toDecimal(detail['multiplier'])) ?? sizeInCost(assetClass, averageCost, averagePrice);
  const right = text('putOrCall')?.charAt(0).toUpperCase();
  const strike = toDecimal(detail['strike']);
  const underlying = conidSchema.safeParse(Number(detail['undConid']));
  const otherQuantity = fast === null ? null : toDecimal(cached?.['position']);
  return {
    accountId,
    conid,
    symbol: text('ticker') ?? text('contractDesc') ?? text('description') ?? `conid ${conid}`,
    name: text('name'),
    assetClass,
    exchange: text('listingExchange'),
    currency,
    sector: text('sector'),
    industryGroup: text('group'),
    expiry: /^\d{8}$/.test(text('expiry') ?? '') ? text('expiry') : null,
    right: right === 'C' || right === 'P' ? right : null,
    strike: known(strike),
    underlyingConid: underlying.success ? underlying.data : null,
    priceMagnification: magnification(detail),
    quantity,
    averageCost,
    averagePrice,
    marketPrice: toDecimal(row['marketPrice'] ?? row['mktPrice']),
    marketValue,
    marketValueBase: inBase(marketValue),
    unrealizedPnl,
    unrealizedPnlBase: inBase(unrealizedPnl),
    realizedPnl,
    realizedPnlBase: inBase(realizedPnl),
    multiplier,
    origin: fast === null ? 'cached' : 'near-real-time',
    otherQuantity:
      otherQuantity === null || Number(otherQuantity) === Number(quantity) ? null : otherQuantity,
  };
}

/** IBKR writes zero where a contract has no such thing. */
const known = (value: Decimal | null): Decimal | null => (value === null || sign(value) === 0 ? null : value);

/** Average cost is per contract, average price per unit: their ratio is the multiplier — QUIRKS §3, read 2026-11. */
function sizeInCost(assetClass: string | null, cost: Decimal | null, price: Decimal | null): Decimal | null {
  if (assetClass === null || !sizedClasses.has(assetClass) || cost === null || price === null) return null;
  const ratio = divide(cost, price, 6);
  if (ratio === null || sign(ratio) <= 0) return null;
  const whole = toFixed(ratio, 0);
  const off = abs(subtract(ratio, whole));
  return compare(off, multiply(whole, '0.0001' as Decimal)) <= 0 ? known(whole) : null;
}

/** `displayRule.magnification` is a power of ten: 2 where London quotes pence for pounds. */
function magnification(row: WireRecord): Decimal {
  const power = Number(recordOf(row['displayRule'])['magnification'] ?? 0);
  return (Number.isInteger(power) && power > 0 && power <= 4 ? `1${'0'.repeat(power)}` : '1') as Decimal;
}
