import { toDecimal } from '../../../shared/domain/decimal';
import type { PerformancePeriod, PerformancePoint } from '../../../shared/domain/performance';
import { dayOf } from '../wire-day';
import { isRecord, recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/** One account's part of an answer, before accounts are added up. */
export interface AccountPerformance {
  readonly currency: string | null;
  readonly periods: ReadonlyArray<PerformancePeriod>;
  readonly brokerStamp: string | null;
  readonly remarks: ReadonlyArray<string>;
}

/**
 * POST /pa/allperiods: account ids are keys beside words about the answer, periods are keys beside words about the
 * account. Whatever looks like a series of days is a period. Source: recorded `pa/allperiods-full`, read 2026-11.
 */
export const toAllPeriods = (wire: WireRecord): ReadonlyMap<string, AccountPerformance> =>
  new Map(
    Object.entries(wire).flatMap(([id, entry]): Array<readonly [string, AccountPerformance]> => {
      const account = recordOf(entry);
      const named = list(account['periods']).flatMap((name) => textOf(name) ?? []);
      const found = Object.keys(account).filter((name) => isSeries(account[name]));
      if (found.length === 0) return [];
      const remarks: string[] = [];
      const ids = [
        ...named.filter((name) => found.includes(name)),
        ...found.filter((name) => !named.includes(name)),
      ];
      const periods = ids.map((name) => {
        const series = recordOf(account[name]);
        const { points, remark } = pointsOf(
          name,
          series['dates'],
          series['nav'] ?? series['navs'],
          series['cps'] ?? series['returns'],
        );
        if (remark !== null) remarks.push(remark);
        return { id: name, ...startOf(series['startNAV']), points };
      });
      return [
        [
          id,
          {
            currency: textOf(account['baseCurrency']),
            periods,
            brokerStamp: textOf(account['lastSuccessfulUpdate']),
            remarks,
          },
        ],
      ];
    }),
  );

/** POST /pa/performance of one period: values and returns are lists by account over shared days. */
export function toOnePeriod(period: string, wire: WireRecord): ReadonlyMap<string, AccountPerformance> {
  const nav = recordOf(wire['nav']);
  const returns = recordOf(wire['cps']);
  const navs = recordsOf(nav['data']);
  const returnsOf = recordsOf(returns['data']);
  return new Map(
    navs.flatMap((entry): Array<readonly [string, AccountPerformance]> => {
      const id = textOf(entry['id']);
      if (id === null) return [];
      // A list without an id is this account's only where it is the only one.
      const own =
        returnsOf.find((row) => textOf(row['id']) === id) ??
        returnsOf.find((row) => textOf(row['id']) === null && returnsOf.length === 1 && navs.length === 1);
      const byDay = new Map(zip(returns['dates'] ?? nav['dates'], own?.['returns']));
      const values = new Map(zip(nav['dates'], entry['navs']));
      const days = [...new Set([...values.keys(), ...byDay.keys()])];
      const { points, remark } = pointsOf(
        period,
        days,
        days.map((day) => values.get(day)),
        days.map((day) => byDay.get(day)),
      );
      return [
        [
          id,
          {
            currency: textOf(entry['baseCurrency']),
            periods: [{ id: period, ...startOf(entry['startNAV']), points }],
            brokerStamp: null,
            remarks: remark === null ? [] : [remark],
          },
        ],
      ];
    }),
  );
}

/** Lists of one length belong together day by day; where IBKR sends another number of figures than days, none is guessed. */
function pointsOf(
  period: string,
  dates: unknown,
  navs: unknown,
  returns: unknown,
): { readonly points: PerformancePoint[]; readonly remark: string | null } {
  const days = list(dates);
  const fitting = (figures: unknown): ReadonlyArray<unknown> =>
    list(figures).length === days.length ? list(figures) : [];
  const [values, fractions] = [fitting(navs), fitting(returns)];
  const byDay = new Map<number, PerformancePoint>();
  for (const [index, day] of days.entries()) {
    const timeMs = dayOf(day);
    if (timeMs === null) continue;
    byDay.set(timeMs, {
      timeMs,
      nav: toDecimal(values[index]),
      cumulativeReturn: toDecimal(fractions[index]),
    });
  }
  const lacking = [
    ...(values.length === days.length ? [] : [`${list(navs).length} values`]),
    ...(fractions.length === days.length ? [] : [`${list(returns).length} returns`]),
  ];
  return {
    points: [...byDay.values()].sort((a, b) => a.timeMs - b.timeMs),
    remark:
      lacking.length === 0
        ? null
        : `IBKR’s ${period} lists ${lacking.join(' and ')} for ${days.length} days: which belongs to which is not known, so they are not shown.`,
  };
}

function startOf(wire: unknown): Pick<PerformancePeriod, 'startMs' | 'startNav'> {
  const start = recordOf(wire);
  return { startMs: dayOf(start['date']), startNav: toDecimal(start['val']) };
}

function zip(days: unknown, figures: unknown): Array<readonly [unknown, unknown]> {
  const given = list(figures);
  const all = list(days);
  return given.length === all.length ? all.map((day, index) => [String(day), given[index]] as const) : [];
}

const isSeries = (value: unknown): boolean => isRecord(value) && Array.isArray(value['dates']);
const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? (value as unknown[]) : []);
