import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Decimal, toChartNumber } from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import type { Order } from '../../../shared/domain/order';
import { percentText, priceText, quantityText } from '../../format/number-text';
import { askTicket } from '../../state/ticket-requests';
import type { ChartEngine } from './chart-engine';
import { percentBetween, tickStep, tradablePrice } from './chart-prices';

interface Props {
  readonly engine: ChartEngine;
  readonly rules: OrderRules;
  /** Registers what must stand again when the picture moved; returns how to forget it. */
  readonly onMoved: (place: () => void) => () => void;
  readonly onSaid: (text: string) => void;
}

/** Working orders as lines over the bars. Dragging one fills the ticket with the change; nothing is sent here. */
export function OrderLines({ orders, ...props }: Props & { readonly orders: ReadonlyArray<Order> }) {
  return orders.flatMap((order) =>
    (['limitPrice', 'stopPrice'] as const).flatMap((field) => {
      const price = order[field];
      return price === null
        ? []
        : [<OrderLine key={`${order.orderId}-${field}`} {...{ order, field, price }} {...props} />];
    }),
  );
}

function OrderLine({
  order,
  field,
  price,
  engine,
  rules,
  onMoved,
  onSaid,
}: Props & { readonly order: Order; readonly field: 'limitPrice' | 'stopPrice'; readonly price: Decimal }) {
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
    if (next === price) return;
    askTicket({ kind: 'modify', order, [field]: next });
    onSaid(`The ticket holds the change to ${priceText(next, rules.priceDigits)}. Nothing was sent.`);
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
    else return;
    event.preventDefault();
  };
  const name = `${field === 'limitPrice' ? 'Limit' : 'Stop'} of ${order.side} ${quantityText(order.remaining ?? order.quantity)} ${order.symbol}`;
  const change =
    moved === null
      ? ''
      : ` → ${priceText(moved, rules.priceDigits)}, ${percentText(percentBetween(price, moved))}`;
  const tone = order.side === 'BUY' ? 'buy' : 'sell';
  return (
    <div ref={line} className={`order-line order-line-${tone}`}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-orientation="vertical"
        aria-valuenow={toChartNumber(shown)}
        aria-valuetext={`${priceText(shown, rules.priceDigits)}${change === '' ? '' : `, moved from ${priceText(price, rules.priceDigits)}`}`}
        title="Drag, or move with the arrow keys and press Enter: the ticket is filled with the change, nothing is sent."
        className="order-chip"
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
        <span className={`side-${tone}`}>{order.side}</span> {quantityText(order.remaining ?? order.quantity)}{' '}
        <span className="muted">{field === 'limitPrice' ? 'LMT' : 'STP'}</span>{' '}
        {priceText(price, rules.priceDigits)}
        {change}
      </div>
    </div>
  );
}
