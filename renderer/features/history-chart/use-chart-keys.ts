import type { KeyboardEvent } from 'react';
import type { ChartEngine } from './chart-engine';
import type { Cursor } from './engine-look';

interface Acts {
  readonly cursor: Cursor | null;
  readonly moveTo: (cursor: Cursor | null) => void;
  /** Enter: places a point of the tool in hand, or says the bar. */
  readonly enter: () => void;
  readonly escape: () => void;
  readonly trade: (side: 'BUY' | 'SELL') => void;
  readonly alert: () => void;
  readonly table: () => void;
  readonly menu: () => void;
  readonly remove: () => void;
}

/**
 * The chart by keyboard: arrows walk the bars and the price, Shift pans, + and − zoom, Home and End go to the ends.
 * Nothing here sends anything: B and S fill the ticket, A opens an alert to be set.
 */
export function chartKey(event: KeyboardEvent, engine: ChartEngine, acts: Acts): void {
  // Alt keys belong to the desk.
  if (event.altKey || event.metaKey) return;
  const done = act(event, engine, acts);
  if (done) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function act(event: KeyboardEvent, engine: ChartEngine, acts: Acts): boolean {
  const last = engine.points().length - 1;
  const here = acts.cursor;
  const bar = (index: number): void => {
    const at = Math.min(last, Math.max(0, index));
    const point = engine.points()[at];
    if (point !== undefined) acts.moveTo({ index: at, price: point.close });
  };
  const price = (steps: number): void => {
    const { height } = engine.frame();
    const [top, bottom] = [engine.priceAt(0), engine.priceAt(height)];
    const start = here ?? { index: last, price: engine.points()[last]?.close ?? 0 };
    if (top !== null && bottom !== null)
      acts.moveTo({ ...start, price: start.price + ((top - bottom) / priceSteps) * steps });
  };
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = event.key === 'ArrowLeft' ? -1 : 1;
      if (event.shiftKey) engine.pan(direction * panShare);
      else bar(here === null ? last : here.index + direction * (event.ctrlKey ? 10 : 1));
      return true;
    }
    case 'ArrowUp':
    case 'ArrowDown':
      price((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
      return true;
    case 'Home':
      bar(0);
      return true;
    case 'End':
      bar(last);
      return true;
    case '+':
    case '=':
      engine.zoom(zoomFactor);
      return true;
    case '-':
      engine.zoom(1 / zoomFactor);
      return true;
    case 'Enter':
      acts.enter();
      return true;
    case 'Escape':
      acts.escape();
      return true;
    case 'Delete':
      acts.remove();
      return true;
    case 'ContextMenu':
      acts.menu();
      return true;
    case 'F10':
      if (!event.shiftKey) return false;
      acts.menu();
      return true;
    default:
      return letter(event, acts);
  }
}

function letter(event: KeyboardEvent, acts: Acts): boolean {
  if (event.ctrlKey) return false;
  if (event.key === 'b') acts.trade('BUY');
  else if (event.key === 's') acts.trade('SELL');
  else if (event.key === 'a') acts.alert();
  else if (event.key === 't') acts.table();
  else return false;
  return true;
}

const panShare = 0.1;
const zoomFactor = 0.8;
// One press moves the price by a two-hundredth of what is visible.
const priceSteps = 200;
