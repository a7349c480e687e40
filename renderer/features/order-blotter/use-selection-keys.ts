import { type KeyboardEvent, useCallback } from 'react';
import type { OrderId } from '../../../shared/domain/ids';

/**
 * Choosing several orders without a pointer: Space ticks the order the keyboard stands on, Ctrl+A all that can be
 * cancelled, Escape none, Delete opens the dialog that asks. No key cancels anything.
 */
export function useSelectionKeys(
  current: OrderId | null,
  selectable: ReadonlyArray<OrderId>,
  ticks: {
    readonly ids: ReadonlySet<OrderId>;
    readonly onTick: (id: OrderId, on: boolean) => void;
    readonly tickAll: (ids: ReadonlyArray<OrderId>) => void;
  },
  onCancel: () => void,
) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>): void => {
      const inGrid = event.target instanceof HTMLElement && event.target.closest('[role="grid"]') !== null;
      // A button's own Space stays its own.
      if (!inGrid || event.altKey || event.repeat || event.target instanceof HTMLButtonElement) return;
      const handled = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (event.key === ' ' && !(event.target instanceof HTMLInputElement) && current !== null) {
        handled();
        if (selectable.includes(current)) ticks.onTick(current, !ticks.ids.has(current));
      } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
        handled();
        ticks.tickAll(selectable);
      } else if (event.key === 'Escape' && ticks.ids.size > 0) {
        handled();
        ticks.tickAll([]);
      } else if (event.key === 'Delete') {
        handled();
        onCancel();
      }
    },
    [current, selectable, ticks, onCancel],
  );
}
