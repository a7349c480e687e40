import { type Decimal, sum } from '../../../shared/domain/decimal';
import type { AccountPnl, PortfolioSummary } from '../../../shared/domain/portfolio';

/** The figures of one account, or of several taken together. */
export interface OverviewFigures {
  readonly baseCurrency: string | null;
  readonly netLiquidation: Decimal | null;
  readonly dayPnl: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  readonly cash: Decimal | null;
  /** Not known for several accounts: buying power of one cannot be spent in another. */
  readonly buyingPower: Decimal | null;
  readonly availableFunds: Decimal | null;
  readonly excessLiquidity: Decimal | null;
  readonly maintenanceMargin: Decimal | null;
  readonly grossPositionValue: Decimal | null;
  readonly summaryMs: number | null;
  readonly liveMs: number | null;
  readonly accounts: number;
}

/**
 * One entry per account; a missing summary is a missing part. Sums need one base currency and all their parts, else they
 * are unknown. Live figures win over the summary's where there are some.
 */
export function overviewOf(
  parts: ReadonlyArray<{ readonly summary: PortfolioSummary | undefined; readonly pnl: AccountPnl | null }>,
): OverviewFigures {
  const currencies = new Set(parts.map(({ summary }) => summary?.baseCurrency ?? null));
  const [baseCurrency = null] = currencies.size === 1 ? currencies : [];
  const comparable = parts.length === 1 || baseCurrency !== null;
  const total = (read: (part: (typeof parts)[number]) => Decimal | null | undefined): Decimal | null =>
    comparable && parts.length > 0 ? sum(parts.map((part) => read(part) ?? null)) : null;
  const times = (list: ReadonlyArray<number | undefined>): number | null => {
    const known = list.filter((time) => time !== undefined);
    return known.length === parts.length && known.length > 0 ? Math.min(...known) : null;
  };
  return {
    baseCurrency,
    netLiquidation: total(({ summary, pnl }) => pnl?.netLiquidation ?? summary?.netLiquidation),
    dayPnl: total(({ pnl }) => pnl?.dayPnl),
    unrealizedPnl: total(({ pnl }) => pnl?.unrealizedPnl),
    cash: total(({ summary }) => summary?.totalCash),
    buyingPower: parts.length === 1 ? (parts[0]?.summary?.buyingPower ?? null) : null,
    availableFunds: total(({ summary }) => summary?.availableFunds),
    excessLiquidity: total(({ summary, pnl }) => pnl?.excessLiquidity ?? summary?.excessLiquidity),
    maintenanceMargin: total(({ summary }) => summary?.maintenanceMargin),
    grossPositionValue: total(({ summary }) => summary?.grossPositionValue),
    summaryMs: times(parts.map(({ summary }) => summary?.asOfMs)),
    liveMs: times(parts.map(({ pnl }) => pnl?.asOfMs)),
    accounts: parts.length,
  };
}
