import { useState } from 'react';
import type { ChartAnchor, ChartLine, ChartLineKind } from '../../../shared/domain/chart-line';

/** The drawing tool in hand and the line it is making. */
export function useDrawing(onDrawn: (line: ChartLine) => void): {
  readonly tool: ChartLineKind | null;
  readonly take: (tool: ChartLineKind | null) => void;
  /** The unfinished line, drawn along. */
  readonly draft: ChartLine | null;
  readonly place: (anchor: ChartAnchor) => void;
  readonly move: (anchor: ChartAnchor) => void;
  /** A line of one point at once, without taking its tool. */
  readonly finish: (kind: 'horizontal' | 'vertical', anchor: ChartAnchor) => void;
} {
  const [tool, setTool] = useState<ChartLineKind | null>(null);
  const [from, setFrom] = useState<ChartAnchor | null>(null);
  const [to, setTo] = useState<ChartAnchor | null>(null);
  const take = (next: ChartLineKind | null): void => {
    setTool(next);
    setFrom(null);
    setTo(null);
  };
  const onePoint = tool === 'horizontal' || tool === 'vertical';
  const first = onePoint ? to : from;
  return {
    tool,
    take,
    draft: tool === null || first === null ? null : { id: 'draft', kind: tool, from: first, to: to ?? first },
    move: setTo,
    finish: (kind, anchor) => onDrawn({ id: crypto.randomUUID(), kind, from: anchor, to: anchor }),
    place: (anchor) => {
      if (tool === null) return;
      if (!onePoint && from === null) {
        setFrom(anchor);
        setTo(anchor);
        return;
      }
      onDrawn({
        id: crypto.randomUUID(),
        kind: tool,
        from: onePoint ? anchor : (from ?? anchor),
        to: anchor,
      });
      take(null);
    },
  };
}
