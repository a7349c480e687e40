import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type ChartEngine, createEngine } from './chart-engine';
import { chartColours } from './chart-look';
import type { Cursor, EngineLook } from './engine-look';

/**
 * The chart in an element: made anew for another look, keeping the place the user scrolled to as long as the
 * series is the same.
 */
export function useEngine(
  host: RefObject<HTMLDivElement | null>,
  seriesKey: string,
  look: Omit<EngineLook, 'colours'>,
  /** Colours are read anew when it changes. */
  colourLook: string,
  events: { readonly onCursor: (cursor: Cursor | null) => void; readonly onNearStart: () => void },
): {
  readonly engine: ChartEngine | null;
  /** Calls back, once a frame at most, whenever the picture moved; returns how to stop. */
  readonly onMoved: (place: () => void) => () => void;
} {
  const [engine, setEngine] = useState<ChartEngine | null>(null);
  const [, setDrawn] = useState(0);
  const placers = useRef(new Set<() => void>());
  const view = useRef<{ readonly key: string; readonly view: ReturnType<ChartEngine['view']> }>(null);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const wanted = useRef(look);
  useEffect(() => {
    wanted.current = look;
  });
  const { zone, ...plain } = look;
  const lookKey = JSON.stringify([plain, zone.id, colourLook, seriesKey]);

  useEffect(() => {
    if (host.current === null) return undefined;
    let frame = 0;
    const made = createEngine(
      host.current,
      { ...wanted.current, colours: chartColours() },
      {
        onCursor: (cursor) => latest.current.onCursor(cursor),
        onNearStart: () => latest.current.onNearStart(),
        // The legend reads the engine's values: it is rendered again when they are there.
        onDrawn: () => setDrawn((times) => times + 1),
        onMoved: () => {
          if (frame !== 0 || placers.current.size === 0) return;
          frame = requestAnimationFrame(() => {
            frame = 0;
            for (const place of placers.current) place();
          });
        },
      },
    );
    if (view.current?.key === seriesKey) made.showView(view.current.view);
    setEngine(made);
    return () => {
      cancelAnimationFrame(frame);
      view.current = { key: seriesKey, view: made.view() };
      made.remove();
      setEngine(null);
    };
    // The look is said by its key, colours included.
  }, [host, lookKey, seriesKey]);

  const onMoved = useCallback((place: () => void) => {
    placers.current.add(place);
    return () => void placers.current.delete(place);
  }, []);
  return { engine, onMoved };
}
