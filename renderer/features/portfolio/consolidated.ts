import { type Decimal, multiply, sum } from '../../../shared/domain/decimal';
import type { AccountPnl, LedgerRow, PortfolioSummary } from '../../../shared/domain/portfolio';
import type { CommonBase } from './common-base';

/** The figures of one account, or of several taken together. */
export interface OverviewFigures {
  readonly baseCurrency: string | null;
  readonly netLiquidation: Decimal | null;
  readonly dayPnl: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  readonly realizedPnl: Decimal | null;
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
  /** Base currencies other than the common one, and their rates. */
  readonly rates: ReadonlyArray<{ readonly currency: string; readonly rate: Decimal | null }>;
}

/** What is known of one account. */
export interface OverviewPart {
  readonly summary: PortfolioSummary | undefined;
  readonly pnl: AccountPnl | null;
  /** IBKR's own total of the ledger. */
  readonly ledgerBase: LedgerRow | undefined;
}

/**
 * One entry per account; a missing summary is a missing part. Sums need all their parts and the rate of each account's
 * base, else they are unknown. Live figures win over the summary's where there are some.
 */
export function overviewOf(
  parts: ReadonlyArray<OverviewPart>,
  { currency, rates }: CommonBase,
): OverviewFigures {
  const total = (read: (part: (typeof parts)[number]) => Decimal | null | undefined): Decimal | null =>
    parts.length === 0
      ? null
      : sum(
          parts.map((part, index) => {
            const [value = null, rate = null] = [read(part), rates[index]];
            return value === null || rate === null ? null : multiply(value, rate);
          }),
        );
  const times = (list: ReadonlyArray<number | undefined>): number | null => {
    const known = list.filter((time) => time !== undefined);
    return known.length === parts.length && known.length > 0 ? Math.min(...known) : null;
  };
  return {
    baseCurrency: currency,
    netLiquidation: total(({ summary, pnl }) => pnl?.netLiquidation ?? summary?.netLiquidation),
    dayPnl: total(({ pnl }) => pnl?.dayPnl),
    unrealizedPnl: total(({ pnl, ledgerBase }) => pnl?.unrealizedPnl ?? ledgerBase?.unrealizedPnl),
    realizedPnl: total(({ ledgerBase }) => ledgerBase?.realizedPnl),
    cash: total(({ summary }) => summary?.totalCash),
    buyingPower: parts.length === 1 ? (parts[0]?.summary?.buyingPower ?? null) : null,
    availableFunds: total(({ summary }) => summary?.availableFunds),
    excessLiquidity: total(({ summary, pnl }) => pnl?.excessLiquidity ?? summary?.excessLiquidity),
    maintenanceMargin: total(({ summary }) => summary?.maintenanceMargin),
    grossPositionValue: total(({ summary }) => summary?.grossPositionValue),
    summaryMs: times(parts.map(({ summary }) => summary?.asOfMs)),
    liveMs: times(parts.map(({ pnl }) => pnl?.asOfMs)),
    accounts: parts.length,
    rates: foreignRates(parts, rates),
  };
}

const foreignRates = (
  parts: ReadonlyArray<{ readonly summary: PortfolioSummary | undefined }>,
  rates: CommonBase['rates'],
): OverviewFigures['rates'] => [
  ...new Map(
    parts.flatMap(({ summary }, index) => {
      const currency = summary?.baseCurrency ?? null;
      const rate = rates[index] ?? null;
      return currency === null || rate === '1' ? [] : [[currency, { currency, rate }] as const];
    }),
  ).values(),
];
