import { type RefObject, useEffect, useRef } from 'react';
import type { OrderId } from '../../../shared/domain/ids';

/** The row another panel pointed at takes the focus once it is drawn: the keyboard goes on from there. */
export function useShownRow(shownId: OrderId | null): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shownId === null) return;
    // After the panel itself, which takes the focus when it is shown.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('tr[aria-selected="true"] [data-cell]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [shownId]);
  return list;
}
