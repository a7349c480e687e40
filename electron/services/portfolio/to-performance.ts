import { toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Performance } from '../../../shared/domain/portfolio';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/** Daily net asset value and cumulative time-weighted return (a fraction). Source: recorded `pa/performance`. */
export function toPerformance(accountId: AccountId, wire: WireRecord, asOfMs: number): Performance {
  const nav = recordOf(wire['nav']);
  const cumulative = recordOf(wire['cps']);
  const navOf =
    recordsOf(nav['data']).find((entry) => entry['id'] === accountId) ?? recordsOf(nav['data'])[0];
  const returnsOf =
    recordsOf(cumulative['data']).find((entry) => entry['id'] === accountId) ??
    recordsOf(cumulative['data'])[0];
  const navs = list(navOf?.['navs']);
  const returns = list(returnsOf?.['returns']);
  return {
    accountId,
    currency: textOf(navOf?.['baseCurrency']),
    points: list(nav['dates']).flatMap((date, index) => {
      const timeMs = dayMs(date);
      return timeMs === null
        ? []
        : [{ timeMs, nav: toDecimal(navs[index]), cumulativeReturn: toDecimal(returns[index]) }];
    }),
    asOfMs,
  };
}

const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? (value as unknown[]) : []);

/** "20260302" is a day, drawn at its UTC midnight. */
function dayMs(date: unknown): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(String(date));
  return match === null ? null : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}
