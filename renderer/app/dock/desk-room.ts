import type { DeskSize } from './layout-presets';

/** The room panels have in this window now. */
export function roomNow(): DeskSize {
  const room = document.querySelector('.desk-room');
  return { width: room?.clientWidth ?? 1424, height: room?.clientHeight ?? 845 };
}
