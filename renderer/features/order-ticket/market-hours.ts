import type { TradingSchedule } from '../../../shared/domain/contract-page';
import type { EpochMs } from '../../../shared/domain/time';
import {
  readingZone,
  soundZone,
  zonedClock,
  zonedDate,
  zoneAbbreviation,
  zoneOf,
} from '../../format/zoned-time';

/** Where an order with these hours would stand if it were sent now. `unknown` where IBKR lists no hours at all. */
export type MarketHours =
  | { readonly state: 'open' | 'unknown' }
  | {
      readonly state: 'closed';
      /** It trades at this moment, but only outside regular hours. */
      readonly outsideNow: boolean;
      /** `null` where IBKR lists no later opening. */
      readonly opensMs: EpochMs | null;
    };

export function marketHours(schedule: TradingSchedule, outsideRth: boolean, nowMs: EpochMs): MarketHours {
  const regular = schedule.days.flatMap((day) => day.regular);
  const every = [...regular, ...schedule.days.flatMap((day) => day.extended)];
  if (every.length === 0) return { state: 'unknown' };
  const wanted = outsideRth ? every : regular;
  const isOpen = (spans: typeof every) =>
    spans.some(({ openMs, closeMs }) => openMs <= nowMs && nowMs < closeMs);
  if (isOpen(wanted)) return { state: 'open' };
  const later = wanted.map(({ openMs }) => openMs).filter((openMs) => openMs > nowMs);
  return {
    state: 'closed',
    outsideNow: !outsideRth && isOpen(every),
    opensMs: later.length === 0 ? null : Math.min(...later),
  };
}

/** What a closed market means for the order, with its next opening in the exchange's time and one's own. */
export function closedWords(
  { outsideNow, opensMs }: Extract<MarketHours, { state: 'closed' }>,
  timeZone: string,
  mayRunOutside: boolean,
): string {
  const head = outsideNow ? 'Regular hours are over.' : 'The market is closed.';
  const tick = outsideNow && mayRunOutside ? ' Tick “Outside regular hours” to trade now.' : '';
  if (opensMs === null) return `${head} IBKR does not list when it opens again.${tick}`;
  const [zone, own] = [zoneOf(soundZone(timeZone)), readingZone(timeZone)];
  const at = (where: typeof zone) =>
    `${zonedDate(where, opensMs).replace(/ \d{4}$/, '')} ${zonedClock(where, opensMs)}`;
  const yours = at(own) === at(zone) ? '' : ` (${at(own)} for you)`;
  return `${head} IBKR holds the order until ${at(zone)} ${zoneAbbreviation(zone, opensMs)}${yours}.${tick}`;
}
