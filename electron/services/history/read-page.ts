import type { AppError } from '../../../shared/app-error';
import type { Bar } from '../../../shared/domain/bar';
import { barFacts, type DocumentedPeriod, type BarSource } from '../../../shared/domain/bar-sizes';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import type { Availability } from '../../../shared/domain/quote';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, type WireRecord } from '../wire-record';
import { toBars } from '../market/to-bars';
import { toAvailability } from '../market/to-quote';

/** One answer of a history endpoint; `bars` oldest first and empty where IBKR has none in that window. */
export interface BarPage {
  readonly bars: ReadonlyArray<Bar>;
  readonly availability: Availability;
  readonly delaySeconds: number | null;
}

export type ReadPage = (
  series: ChartSeries,
  window: { readonly period: DocumentedPeriod; readonly endMs: number | null },
) => Promise<Result<BarPage, AppError>>;

/**
 * Reads one page ending at `endMs` (now when null): `startTime` is the *end* of the window (GOTCHAS 47). An empty
 * window is an empty page: IBKR answers 500 "No data." there (GOTCHAS 49). Failures: as `toAppError`.
 */
export const createReadPage =
  ({ marketData }: Pick<Gateway, 'marketData'>): ReadPage =>
  async ({ conid, bar, outsideRth, source }, { period, endMs }) => {
    const startTime = endMs === null ? {} : { startTime: new Date(endMs) };
    const barType = hmdsBarTypes[source];
    const facts = barFacts[bar];
    const answer =
      barType === undefined
        ? await marketData.marketdataHistoryByConid({
            ...{ conid, bar, period, outsideRth, ...startTime },
            ...(wireSources[source] === undefined ? {} : { source: wireSources[source] }),
          })
        : await marketData.historicalMarketdataBeta({
            ...{ conid, outsideRth, barType, ...startTime },
            ...{ bar: facts.hmdsBar, period: period === facts.page ? facts.hmdsPage : period },
          });
    if (!answer.ok) return answer.error.code === 'no-data' ? ok(emptyPage) : err(toAppError(answer.error));
    const wire = recordOf(answer.value.data);
    return ok({
      bars: toBars(wire),
      availability: toAvailability(wire['mdAvailability']),
      delaySeconds: delayOf(wire),
    });
  };

const emptyPage: BarPage = { bars: [], availability: 'unknown', delaySeconds: null };

const delayOf = (wire: WireRecord): number | null => {
  const delay = wire['mktDataDelay'];
  return typeof delay === 'number' && Number.isFinite(delay) && delay >= 0 ? delay : null;
};

/** Words of /iserver/marketdata/history; trades are what it gives unasked — OpenAPI 2.28. */
const wireSources: Readonly<Partial<Record<BarSource, string>>> = {
  midpoint: 'Midpoint',
  'bid-ask': 'Bid_Ask',
};

/** Words of /hmds/history — OpenAPI 2.20, gone from 2.28. */
const hmdsBarTypes: Readonly<Partial<Record<BarSource, string>>> = {
  'hmds-last': 'Last',
  'hmds-bid': 'Bid',
  'hmds-ask': 'Ask',
  'hmds-midpoint': 'Midpoint',
  'hmds-fee-rate': 'FeeRate',
  'hmds-inventory': 'Inventory',
};
