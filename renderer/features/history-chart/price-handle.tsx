import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Decimal, toChartNumber } from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import { percentText, priceText } from '../../format/number-text';
import type { ChartEngine } from './chart-engine';
import { percentBetween, tickStep, tradablePrice } from './chart-prices';

export interface OnChart {
  readonly engine: ChartEngine;
  readonly rules: OrderRules;
  /** Registers what must stand again when the picture moved; returns how to forget it. */
  readonly onMoved: (place: () => void) => () => void;
  readonly onSaid: (text: string) => void;
}

/**
 * A price as a line with a chip that can be dragged, or moved with the arrow keys. Letting go, or Enter, proposes the
 * new price; what comes of it is somebody else's dialog.
 */
export function PriceHandle({
  name,
  tone,
  title,
  price,
  onPropose,
  onDelete,
  children,
  ...chart
}: OnChart & {
  readonly name: string;
  readonly tone: 'buy' | 'sell' | 'alert';
  readonly title: string;
  readonly price: Decimal;
  readonly onPropose: (price: Decimal) => void;
  readonly onDelete?: () => void;
  readonly children: ReactNode;
}) {
  const { engine, rules, onMoved } = chart;
  const [moved, setMoved] = useState<Decimal | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const shown = moved ?? price;
  useEffect(() => {
    const place = (): void => {
      const y = engine.yOf(toChartNumber(shown));
      const { axis, height } = engine.frame();
      if (line.current === null) return;
      line.current.hidden = y === null || y < 0 || y > height;
      line.current.style.top = `${y ?? 0}px`;
      line.current.style.right = `${axis}px`;
    };
    place();
    return onMoved(place);
  }, [engine, shown, onMoved]);

  const propose = (next: Decimal): void => {
    setMoved(null);
    onPropose(next);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const frame = line.current?.parentElement?.getBoundingClientRect();
    const at = frame === undefined ? null : engine.priceAt(event.clientY - frame.top);
    if (at !== null && event.currentTarget.hasPointerCapture(event.pointerId))
      setMoved(tradablePrice(at, rules));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (steps !== undefined) setMoved(tickStep(shown, steps * (event.shiftKey ? 10 : 1), rules));
    else if (event.key === 'Escape') setMoved(null);
    else if (event.key === 'Enter' || event.key === ' ') propose(shown);
    else if (event.key === 'Delete' && onDelete !== undefined) onDelete();
    else return;
    event.preventDefault();
  };
  const text = priceText(shown, rules.priceDigits);
  return (
    <div ref={line} className={`price-handle price-handle-${tone}`}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-orientation="vertical"
        aria-valuenow={toChartNumber(shown)}
        aria-valuetext={`${text}${moved === null ? '' : `, moved from ${priceText(price, rules.priceDigits)}`}`}
        title={title}
        className="price-chip"
        onKeyDown={onKeyDown}
        onBlur={() => setMoved(null)}
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          engine.hold(true);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          engine.hold(false);
          event.currentTarget.releasePointerCapture(event.pointerId);
          if (moved !== null) propose(moved);
        }}
        onPointerCancel={() => {
          engine.hold(false);
          setMoved(null);
        }}
      >
        {children} {priceText(price, rules.priceDigits)}
        {moved !== null && ` → ${text}, ${percentText(percentBetween(price, moved))}`}
      </div>
    </div>
  );
}
