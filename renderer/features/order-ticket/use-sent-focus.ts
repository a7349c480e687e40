import { type RefObject, useEffect } from 'react';
import type { IntentId } from '../../../shared/domain/ids';

/**
 * The review is gone and the button it was opened from is disabled: without this the keyboard would start again at the
 * top of the window. It goes on from what was sent, unless something else — a question — has it already.
 */
export function useSentFocus(ticket: RefObject<HTMLDivElement | null>, sentId: IntentId | null): void {
  useEffect(() => {
    if (sentId === null) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      ticket.current?.querySelector<HTMLElement>('.order-status')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [ticket, sentId]);
}
