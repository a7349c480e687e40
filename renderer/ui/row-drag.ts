import { type DragEvent, useState } from 'react';

/** Rows that are moved by hand. A line shows where the row would land. Keys do the same: see the grid's owner. */
export function useRowDrag(onMove: ((from: number, to: number) => void) | null) {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setFrom(null);
    setOver(null);
  };
  return (index: number) =>
    onMove === null
      ? {}
      : {
          draggable: true,
          'data-drop':
            from !== null && over === index && over !== from ? (over > from ? 'after' : 'before') : undefined,
          onDragStart: (event: DragEvent) => {
            event.dataTransfer.effectAllowed = 'move';
            // Chromium begins no drag without data.
            event.dataTransfer.setData('text/plain', String(index));
            setFrom(index);
          },
          onDragOver: (event: DragEvent) => {
            if (from === null) return;
            event.preventDefault();
            setOver(index);
          },
          onDrop: (event: DragEvent) => {
            event.preventDefault();
            if (from !== null && from !== index) onMove(from, index);
            end();
          },
          onDragEnd: end,
        };
}
