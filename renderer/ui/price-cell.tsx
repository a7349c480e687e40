import { useEffect, useRef } from 'react';
import { compare, type Decimal } from '../../shared/domain/decimal';
import { priceText } from '../format/number-text';

const flashMs = 350;
const quietMs = 500;
// When everything moves at once a pulse says nothing and costs a frame.
const mostPerFrame = 30;

/** A live price. Its background pulses once in the direction it moved; the text keeps its colour. */
export function PriceCell({
  value,
  digits,
}: {
  readonly value: Decimal | null;
  readonly digits: number | null;
}) {
  const cell = useRef<HTMLSpanElement>(null);
  const shown = useRef({ value, flashedMs: 0 });
  useEffect(() => {
    const { value: before, flashedMs } = shown.current;
    shown.current.value = value;
    if (before === null || value === null || cell.current === null) return;
    const direction = compare(value, before);
    const nowMs = performance.now();
    if (direction === 0 || nowMs - flashedMs < quietMs) return;
    if (wantsStillness() || !mayFlash()) return;
    shown.current.flashedMs = nowMs;
    flash(cell.current, direction > 0 ? '--up' : '--down');
  }, [value]);
  return (
    <span ref={cell} className="price">
      {priceText(value, digits)}
    </span>
  );
}

/** As the computer and the user wish (`app/use-window-look` says the latter). */
let stillness: MediaQueryList | null = null;
function wantsStillness(): boolean {
  const { flashes, motion } = document.documentElement.dataset;
  stillness ??= matchMedia('(prefers-reduced-motion: reduce)');
  return flashes === 'off' || motion === 'reduced' || stillness.matches;
}
let flashedThisFrame = 0;

function mayFlash(): boolean {
  if (flashedThisFrame === 0) requestAnimationFrame(() => (flashedThisFrame = 0));
  flashedThisFrame += 1;
  return flashedThisFrame <= mostPerFrame;
}

function flash(cell: HTMLElement, token: string): void {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
  cell.animate([{ backgroundColor: `${colour}40` }, { backgroundColor: `${colour}00` }], {
    duration: flashMs,
    easing: 'ease-out',
  });
}
