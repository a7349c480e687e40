import type { Decimal } from '../../../shared/domain/decimal';
import { subtract } from '../../../shared/domain/decimal';
import type { Performance } from '../../../shared/domain/performance';
import { percentText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { Change } from '../../ui/change';
import { Money, MoneyChange, useMoney } from '../../ui/discreet';
import { FigureStrip } from '../../ui/figure-strip';
import { deepestOf, percent, wholeOf } from './period-figures';
import type { ShownPeriod } from './periods';

/** The chosen period in a few figures. */
export function PerformanceFigures({
  performance,
  period,
  benchmark,
}: {
  readonly performance: Performance;
  readonly period: ShownPeriod;
  /** Its name and what it did over the same days, a fraction. */
  readonly benchmark: { readonly name: string; readonly earned: Decimal | null } | null;
}) {
  const money = useMoney();
  const { cumulativeReturn, nav, change, lastMs } = wholeOf(period);
  const deepest = deepestOf(period);
  const span =
    period.startMs === null || lastMs === null
      ? 'start not stated'
      : `${tradingDayText(period.startMs)} to ${tradingDayText(lastMs)}`;
  const ahead =
    benchmark === null || benchmark.earned === null || cumulativeReturn === null
      ? null
      : subtract(cumulativeReturn, benchmark.earned);
  const common = {
    source: period.derived
      ? '/pa/allperiods, the longest series, cps and nav'
      : `/pa/allperiods (or /pa/performance), ${period.id}, cps and nav`,
    asOfMs: performance.asOfMs,
    currency: performance.currency,
  };
  const several =
    performance.accountIds.length > 1
      ? { caution: 'Several accounts: each day weighted by their values the evening before.' }
      : {};
  return (
    <FigureStrip
      label="Performance of the period"
      figures={[
        {
          name: `Return, ${period.id}`,
          figure: <Change value={percent(cumulativeReturn)} suffix="%" />,
          below: span,
          explain: () => ({
            title: `Time-weighted return, ${period.id}`,
            value: percentText(percent(cumulativeReturn)),
            definition:
              'What a unit of money left in the account the whole time earned. Deposits and withdrawals do not count.',
            formula: period.derived
              ? '(1 + return at the end) ÷ (1 + return at the start) − 1'
              : 'As IBKR sends it',
            inputs: [{ name: 'Days', value: String(period.points.length) }],
            ...common,
            ...several,
          }),
        },
        {
          name: 'Net asset value',
          figure: <Money value={nav} />,
          unit: performance.currency,
          below:
            performance.brokerStamp === null
              ? lastMs !== null && tradingDayText(lastMs)
              : `IBKR’s figures of ${performance.brokerStamp}`,
          explain: () => ({
            title: 'Net asset value',
            value: money.amount(nav),
            definition:
              'What the account was worth at the end of the last day of IBKR’s series; the live figure is in Portfolio. The time beside it is IBKR’s own word, zone not stated.',
            ...common,
          }),
        },
        {
          name: 'Change in value',
          figure: <MoneyChange value={change} />,
          below: 'deposits and withdrawals included',
          explain: () => ({
            title: 'Change in value',
            value: money.signed(change),
            definition:
              'Value at the end less value at the start. Money paid in or out is part of it, so it is not what was earned.',
            formula: 'Net asset value − value at the start',
            inputs: [{ name: 'Value at the start', value: money.amount(period.startNav) }],
            ...common,
          }),
        },
        {
          name: 'Deepest fall',
          figure: <Change value={percent(deepest?.depth ?? null)} suffix="%" />,
          below:
            deepest === null
              ? 'none'
              : `${tradingDayText(deepest.troughMs)}, ${deepest.recoveredMs === null ? 'not made good yet' : `made good ${tradingDayText(deepest.recoveredMs)}`}`,
          explain: () => ({
            title: 'Deepest fall (maximum drawdown)',
            value: percentText(percent(deepest?.depth ?? null)),
            definition:
              'The largest loss from a high point to a later low point, of the time-weighted return.',
            formula: '(1 + return) ÷ (1 + highest return before) − 1, the least of all days',
            inputs: [{ name: 'From', value: deepest?.peakMs == null ? '—' : tradingDayText(deepest.peakMs) }],
            ...common,
          }),
        },
        ...(benchmark === null
          ? []
          : [
              {
                name: benchmark.name,
                figure: <Change value={percent(benchmark.earned)} suffix="%" />,
                below:
                  ahead === null
                    ? 'no prices of these days'
                    : `you ${percentText(percent(ahead))} against it`,
                explain: () => ({
                  title: `${benchmark.name} over the same days`,
                  value: percentText(percent(benchmark.earned)),
                  definition:
                    'Its price at the last day’s close against its close the evening before the period. Dividends are not in it, nor is any exchange rate.',
                  formula: 'Last close ÷ close before the period − 1',
                  source: '/iserver/marketdata/history, daily bars',
                  asOfMs: performance.asOfMs,
                  currency: null,
                }),
              },
            ]),
      ]}
    />
  );
}
