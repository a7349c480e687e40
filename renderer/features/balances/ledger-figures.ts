import {
  abs,
  add,
  compare,
  decimal,
  multiply,
  subtract,
  sum,
  type Decimal,
} from '../../../shared/domain/decimal';
import type { Ledger, LedgerRow } from '../../../shared/domain/portfolio';

/** The amounts of one row, in its own currency or converted. */
export interface BalanceRow {
  readonly row: LedgerRow;
  readonly cash: Decimal | null;
  readonly settledCash: Decimal | null;
  readonly unsettledCash: Decimal | null;
  readonly marketValue: Decimal | null;
  readonly netLiquidation: Decimal | null;
  readonly interest: Decimal | null;
  readonly dividends: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  readonly realizedPnl: Decimal | null;
}
export type BalanceFigure = Exclude<keyof BalanceRow, 'row'>;

/**
 * The currencies, then IBKR's own total. Converted amounts are amount × IBKR's rate; without a rate they are
 * unknown. The total is never ours: what our rows add up to is only compared with it.
 */
export function balancesOf(ledger: Ledger, inBase: boolean): BalanceRow[] {
  const own = ledger.rows.filter((row) => !row.isBase);
  const total = ledger.rows.filter((row) => row.isBase);
  return [
    ...own.map((row) => figuresOf(row, inBase ? row.exchangeRate : one)),
    ...total.map((row) => figuresOf(row, one)),
  ];
}

const one = decimal('1');

function figuresOf(row: LedgerRow, rate: Decimal | null): BalanceRow {
  const converted = (amount: Decimal | null): Decimal | null =>
    amount === null || rate === null ? null : rate === one ? amount : multiply(amount, rate);
  const unsettled =
    row.cash === null || row.settledCash === null ? null : subtract(row.cash, row.settledCash);
  return {
    row,
    cash: converted(row.cash),
    settledCash: converted(row.settledCash),
    unsettledCash: converted(unsettled),
    marketValue: converted(row.marketValue),
    netLiquidation: converted(row.netLiquidation),
    interest: converted(row.interest),
    dividends: converted(row.dividends),
    unrealizedPnl: converted(row.unrealizedPnl),
    realizedPnl: converted(row.realizedPnl),
  };
}

/**
 * What speaks against the ledger's own total, in sentences. IBKR rounds rates to about seven digits, so a
 * difference below a hundred-thousandth of what was converted is rounding.
 */
export function doubtsAbout(ledger: Ledger): string[] {
  const total = ledger.rows.find((row) => row.isBase);
  const own = ledger.rows.filter((row) => !row.isBase);
  const rateless = own.filter((row) => row.exchangeRate === null).map((row) => row.currency);
  if (rateless.length > 0)
    return [`No exchange rate for ${rateless.join(', ')}: only IBKR’s own total can be shown in base.`];
  if (total === undefined) return own.length === 0 ? [] : ['IBKR sent no total in base.'];
  const converted = balancesOf(ledger, true).filter(({ row }) => !row.isBase);
  const ours = sum(converted.map(({ cash }) => cash));
  const gross = sum(converted.map(({ cash }) => (cash === null ? null : abs(cash))));
  if (ours === null || gross === null || total.cash === null) return [];
  const tolerance = add(multiply(gross, decimal('0.00001')), one);
  return compare(abs(subtract(ours, total.cash)), tolerance) > 0
    ? [
        'The currencies do not add up to IBKR’s total: IBKR refreshes them one by one. Read it again before relying on it.',
      ]
    : [];
}
