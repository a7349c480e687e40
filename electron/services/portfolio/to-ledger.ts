import { sum, toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Ledger, LedgerRow } from '../../../shared/domain/portfolio';
import { instantOf } from '../wire-day';
import { isRecord, type WireRecord } from '../wire-record';

/** One row per currency; the pseudo-currency BASE is IBKR's own total. Source: recorded `portfolio/ledger-full`. */
export function toLedger(accountId: AccountId, wire: WireRecord, asOfMs: number): Ledger {
  const rows = Object.entries(wire).flatMap(([currency, row]) =>
    isRecord(row) ? [toRow(currency, row)] : [],
  );
  return {
    accountId,
    rows: rows.sort((a, b) => Number(b.isBase) - Number(a.isBase) || a.currency.localeCompare(b.currency)),
    asOfMs,
  };
}

const toRow = (currency: string, row: WireRecord): LedgerRow => ({
  currency,
  isBase: currency === 'BASE',
  cash: toDecimal(row['cashbalance']),
  settledCash: toDecimal(row['settledcash']),
  marketValue: marketValue(row),
  netLiquidation: toDecimal(row['netliquidationvalue']),
  unrealizedPnl: toDecimal(row['unrealizedpnl']),
  realizedPnl: toDecimal(row['realizedpnl']),
  dividends: toDecimal(row['dividends']),
  interest: toDecimal(row['interest']),
  exchangeRate: toDecimal(row['exchangerate']),
  byClass: classesOf(row),
  brokerMs: instantOf(row['timestamp']),
});

const notNamedMarketValue = new Set(['funds', 'moneyfunds', 'cryptocurrencyvalue']);

/** Everything held in this currency but cash: the ledger names it class by class. */
const classesOf = (row: WireRecord): LedgerRow['byClass'] =>
  Object.entries(row).flatMap(([name, value]) =>
    name.endsWith('marketvalue') || notNamedMarketValue.has(name) ? [{ name, value: toDecimal(value) }] : [],
  );

function marketValue(row: WireRecord): Decimal | null {
  const classes = classesOf(row);
  return classes.length === 0 ? null : sum(classes.map(({ value }) => value));
}
