import { type PointerEvent, useRef } from 'react';
import type { ChartAnchor, ChartLineKind } from '../../../shared/domain/chart-line';

/** Over the chart while a drawing tool is in hand: takes the pointer, so that the picture stands still. */
export function DrawSurface({
  tool,
  anchorAt,
  onPlace,
  onMove,
}: {
  readonly tool: ChartLineKind;
  /** Time and price under a point of this surface; `null` beside the bars. */
  readonly anchorAt: (x: number, y: number) => ChartAnchor | null;
  readonly onPlace: (anchor: ChartAnchor) => void;
  readonly onMove: (anchor: ChartAnchor) => void;
}) {
  const pressed = useRef<{ readonly x: number; readonly y: number }>(null);
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const at = (event: PointerEvent, act: (anchor: ChartAnchor) => void): void => {
    const { x, y } = placeOf(event);
    const anchor = anchorAt(x, y);
    if (anchor !== null) act(anchor);
  };
  return (
    <div
      className="draw-surface"
      aria-hidden="true"
      data-tool={tool}
      onPointerDown={(event) => {
        pressed.current = placeOf(event);
        at(event, onPlace);
      }}
      onPointerMove={(event) => at(event, onMove)}
      onPointerUp={(event) => {
        const { x, y } = placeOf(event);
        const start = pressed.current;
        pressed.current = null;
        // Press, drag and let go draws as well as two clicks do.
        if (start !== null && Math.hypot(x - start.x, y - start.y) > 8) at(event, onPlace);
      }}
    />
  );
}
