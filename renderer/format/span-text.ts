import { soundZone } from './zoned-time';

/** "09:30–16:00" in a zone; the day is named where the span ends on another one. */
export function spanText(
  { openMs, closeMs }: { readonly openMs: number; readonly closeMs: number },
  timeZone: string,
): string {
  const zone = soundZone(timeZone);
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: zone });
  const [from, to] = [day.format(openMs), day.format(closeMs)];
  const ends = clock.format(closeMs);
  return from === to || ends === '00:00'
    ? `${clock.format(openMs)}–${ends === '00:00' ? '24:00' : ends}`
    : `${from} ${clock.format(openMs)}–${to} ${ends}`;
}
