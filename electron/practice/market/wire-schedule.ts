import type { World } from '../world';
import { dateText, type Session } from './calendar';
import type { Instrument } from './instrument';

const dayMs = 86_400_000;

/**
 * `/trsrv/secdef/schedule`. IBKR uses 20000101 (any Saturday) to 20000107 (any Friday) for ordinary weeks
 * and real dates for exceptions; the practice gateway gives the real dates of the coming week.
 */
export function scheduleOf(world: World, symbol: string, exchange: string | null) {
  const listings = world.market.catalogue
    .bySymbol(symbol)
    .filter((i) => exchange === null || exchange === '' || i.exchange === exchange);
  return listings.slice(0, 4).map((instrument) => {
    const calendar = world.market.calendarOf(instrument);
    const now = world.clock.now();
    const time = (ms: number) => localTime(ms, calendar.timezone);
    return {
      id: `p${100_000 + (instrument.conid % 10_000)}`,
      tradeVenueId: `v${10_000 + (instrument.conid % 1000)}`,
      exchange: instrument.exchange,
      description: `${instrument.exchange} (simulated)`,
      timezone: calendar.timezone,
      schedules: upcoming(world, instrument, now)
        .flatMap(daysOf)
        .map((session) => ({
          clearingCycleEndTime: '2000',
          tradingScheduleDate: session.date,
          sessions: [
            {
              openingTime: time(session.openMs),
              closingTime: time(session.closeMs - 60_000),
              prop: 'LIQUID',
            },
          ],
          tradingtimes: [
            {
              openingTime: time(session.preOpenMs),
              closingTime: time(session.afterCloseMs - 60_000),
              cancelDayOrders: 'Y',
            },
          ],
        })),
    };
  });
}

/** `/contract/trading-schedule`: epoch seconds per date. */
export function tradingSchedule(world: World, instrument: Instrument) {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return {
    exchange_time_zone: world.market.calendarOf(instrument).timezone,
    schedules: Object.fromEntries(
      upcoming(world, instrument, world.clock.now()).map((s) => [
        s.date,
        {
          extended_hours: [
            { cancel_daily_orders: true, closing: seconds(s.afterCloseMs), opening: seconds(s.preOpenMs) },
          ],
          liquid_hours: [{ closing: seconds(s.closeMs), opening: seconds(s.openMs) }],
        },
      ]),
    ),
  };
}

const upcoming = (world: World, instrument: Instrument, now: number): Session[] =>
  world.market.calendarOf(instrument).sessions(now, now + 6 * dayMs);

/** A session that lasts over a weekend has a row for each of its days: times of day are all this answer knows. */
function daysOf(session: Session): Session[] {
  if (session.closeMs - session.openMs <= dayMs) return [session];
  return Array.from({ length: Math.round((session.closeMs - session.openMs) / dayMs) }, (_, i) => {
    const openMs = session.openMs + i * dayMs;
    const closeMs = openMs + dayMs;
    return { date: dateText(openMs), openMs, closeMs, preOpenMs: openMs, afterCloseMs: closeMs };
  });
}

function localTime(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(ms)
    .replace(':', '');
}
