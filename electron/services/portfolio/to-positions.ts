import { multiply, sum, toDecimal, type Decimal } from '../../../shared/domain/decimal';
import { conidSchema, type AccountId } from '../../../shared/domain/ids';
import type { LedgerRow, PositionList } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';
import { textOf, type WireRecord } from '../wire-record';

/**
 * Rows of /portfolio/{id}/positions, flat rows included by the gateway left out. Base values come from the
 * ledger's exchange rates; a currency without a rate leaves its value, and so the total, unknown.
 * A row without `ticker` or `name` is the sparse first read (fixtures QUIRKS §2): the list is then not complete.
 */
export function toPositions(
  accountId: AccountId,
  rows: ReadonlyArray<WireRecord>,
  ledger: ReadonlyArray<LedgerRow>,
  asOfMs: number,
): PositionList {
  const rates = new Map(ledger.filter((row) => !row.isBase).map((row) => [row.currency, row.exchangeRate]));
  const positions = rows.flatMap((row) => toPosition(accountId, row, rates));
  return {
    accountId,
    positions,
    complete: rows.every((row) => textOf(row['ticker']) !== null || textOf(row['name']) !== null),
    totalMarketValueBase: sum(positions.map((position) => position.marketValueBase)),
    asOfMs,
  };
}

function toPosition(
  accountId: AccountId,
  row: WireRecord,
  rates: ReadonlyMap<string, Decimal | null>,
): Position[] {
  const conid = conidSchema.safeParse(Number(row['conid']));
  const quantity = toDecimal(row['position']);
  if (!conid.success || quantity === null || Number(quantity) === 0) return [];
  const currency = textOf(row['currency']);
  const marketValue = toDecimal(row['mktValue']);
  const rate = currency === null ? null : (rates.get(currency) ?? null);
  return [
    {
      accountId,
      conid: conid.data,
      symbol: textOf(row['ticker']) ?? textOf(row['contractDesc']) ?? `conid ${conid.data}`,
      name: textOf(row['name']),
      assetClass: textOf(row['assetClass']),
      exchange: textOf(row['listingExchange']),
      currency,
      sector: textOf(row['sector']),
      quantity,
      averageCost: toDecimal(row['avgCost']),
      averagePrice: toDecimal(row['avgPrice']),
      marketPrice: toDecimal(row['mktPrice']),
      marketValue,
      marketValueBase: marketValue === null || rate === null ? null : multiply(marketValue, rate),
      unrealizedPnl: toDecimal(row['unrealizedPnl']),
      realizedPnl: toDecimal(row['realizedPnl']),
      multiplier: toDecimal(row['multiplier']),
    },
  ];
}
