import { useLayoutEffect, useRef, useState } from 'react';
import { useDeskArrangement } from '../../state/desk-layout-store';
import { DeskDock } from './desk-dock';
import type { DeskSize } from './layout-presets';
import { useStoredDesk } from './stored-desk';

/** The room for panels, measured before any is drawn: a preset is fitted to it. */
export function DeskArea() {
  const area = useRef<HTMLDivElement>(null);
  const own = useDeskArrangement((desk) => desk.layout !== null);
  const restored = useStoredDesk();
  const [size, setSize] = useState<DeskSize | null>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((last) => (last?.width === width && last.height === height ? last : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <main className="desk">
      <div className="desk-scroll">
        <div ref={area} className="desk-room" data-own={own ? '' : undefined}>
          {restored && size !== null && <DeskDock size={size} />}
        </div>
      </div>
      {/* Beside what scrolls: the list under the header's search reaches over a banner. */}
      <div id="floating" />
    </main>
  );
}
