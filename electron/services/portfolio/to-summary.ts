import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { PortfolioSummary } from '../../../shared/domain/portfolio';
import { isRecord, textOf, type WireRecord } from '../wire-record';

/**
 * The 143-key summary reduced to what the overview shows. Each key is `{amount, currency, isNull, value}`;
 * an `isNull`/`isNone` or missing entry is unknown, never zero. Source: recorded `portfolio/summary-full`, read 2026-11.
 */
export function toSummary(accountId: AccountId, wire: WireRecord, asOfMs: number): PortfolioSummary {
  const amount = (key: string): Decimal | null => {
    const entry = wire[key];
    if (!isRecord(entry) || entry['isNull'] === true || entry['isNone'] === true) return null;
    return toDecimal(entry['amount']);
  };
  return {
    accountId,
    baseCurrency: baseCurrencyOf(wire),
    netLiquidation: amount('netliquidation'),
    totalCash: amount('totalcashvalue'),
    buyingPower: amount('buyingpower'),
    availableFunds: amount('availablefunds'),
    excessLiquidity: amount('excessliquidity'),
    initialMargin: amount('initmarginreq'),
    maintenanceMargin: amount('maintmarginreq'),
    grossPositionValue: amount('grosspositionvalue'),
    asOfMs,
  };
}

/** The currency of the summary's amounts; some answers say BASE, which names none. */
export const baseCurrencyOf = (wire: WireRecord): string | null =>
  ['netliquidation', 'totalcashvalue', 'equitywithloanvalue', 'availablefunds', 'buyingpower']
    .map((key) => (isRecord(wire[key]) ? textOf(wire[key]['currency']) : null))
    .find((currency) => currency !== null && currency !== 'BASE') ?? null;
