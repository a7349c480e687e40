import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';

export interface GridPicks {
  readonly picked: ReadonlySet<string>;
  /** True when the press picked rows and shall open none. */
  readonly onPress: (index: number, event: MouseEvent) => boolean;
  /** True when the key was one of picking. */
  readonly onKey: (index: number, event: KeyboardEvent) => boolean;
}

/** Several rows picked: Ctrl or Shift with a press, Space, Ctrl+A; Escape forgets them. `ids` are the rows in order, groups empty. */
export function useGridPicks(ids: ReadonlyArray<string | null>): GridPicks {
  const [picked, setPicked] = useState<ReadonlySet<string>>(none);
  const from = useRef(0);
  const toggle = (index: number): void => {
    const id = ids[index];
    if (id == null) return;
    from.current = index;
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const range = (index: number): void => {
    const [low, high] = [Math.min(from.current, index), Math.max(from.current, index)];
    setPicked(new Set(ids.slice(low, high + 1).filter((id) => id !== null)));
  };
  return {
    picked,
    onPress: (index, event) => {
      if (event.shiftKey) range(index);
      else if (event.ctrlKey || event.metaKey) toggle(index);
      else {
        from.current = index;
        if (picked.size > 0) setPicked(none);
        return false;
      }
      return true;
    },
    onKey: (index, event) => {
      const control = event.ctrlKey || event.metaKey;
      if (event.key === ' ' && !control && !(event.target instanceof HTMLButtonElement)) toggle(index);
      else if (control && event.key === 'a') setPicked(new Set(ids.filter((id) => id !== null)));
      else if (event.key === 'Escape' && picked.size > 0) setPicked(none);
      else return false;
      return true;
    },
  };
}

const none: ReadonlySet<string> = new Set();
