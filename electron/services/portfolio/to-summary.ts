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
  const netLiquidation = wire['netliquidation'];
  return {
    accountId,
    baseCurrency: isRecord(netLiquidation) ? textOf(netLiquidation['currency']) : null,
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
