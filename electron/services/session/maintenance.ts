import type { EpochMs } from '../../../shared/domain/time';

/** Where logins live; the gateway does not tell which. Source: GATEWAY_FACTS §2.2 (read 2026-11). */
const regions = ['America/New_York', 'Europe/Zurich', 'Asia/Hong_Kong'] as const;
const lastsMinutes = 30;

/**
 * Whether a link lost at this moment went with IBKR's daily maintenance, which begins at 01:00 of a region. Only the
 * clock says so: to a person it is "probably". That it lasts half an hour at most is our assumption.
 */
export const inMaintenanceHours = (lostMs: EpochMs): boolean =>
  regions.some((timeZone) => {
    const [hour, minute] = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
      .format(lostMs)
      .split(':')
      .map(Number);
    return hour === 1 && (minute ?? 60) < lastsMinutes;
  });
