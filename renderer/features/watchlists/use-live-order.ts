import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

const resortMs = 2_000;

/**
 * A list sorted by what moves is put in order anew every two seconds, and never while the pointer or a menu is on
 * it: nothing jumps away under a hand. Returns the rows as a new list whenever they should be sorted again.
 */
export function useLiveOrder<Row>(
  rows: ReadonlyArray<Row>,
  sorted: boolean,
): {
  readonly rows: ReadonlyArray<Row>;
  readonly held: boolean;
  readonly area: RefObject<HTMLDivElement | null>;
} {
  const area = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!sorted) return undefined;
    const timer = setInterval(() => {
      const holds =
        area.current?.matches(':hover, :has(tbody :focus)') === true ||
        document.querySelector('[role=menu]') !== null;
      setHeld(holds);
      if (!holds) setRound((before) => before + 1);
    }, resortMs);
    return () => clearInterval(timer);
  }, [sorted]);
  // The round is the reason for a new list: the grid sorts when it is given one.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as said
  const fresh = useMemo(() => [...rows], [rows, round]);
  return { rows: fresh, held: sorted && held, area };
}
