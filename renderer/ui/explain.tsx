import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { EpochMs } from '../../shared/domain/time';
import { stampText } from '../format/time-text';
import { currentMs } from './clock';
import type { MenuPlace } from './menu';
import './explain.css';

/** Where a figure comes from. Texts are as shown: whoever writes amounts into them asks `useMoney` how. */
export interface Explanation {
  /** What the figure is called on the screen. */
  readonly title: string;
  readonly value: string;
  /** What it means, in a sentence. */
  readonly definition: string;
  /** How it is made of the inputs; absent where IBKR's own figure is shown unchanged. */
  readonly formula?: string;
  readonly inputs?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  /** Endpoint or topic, and the field in it. */
  readonly source: string;
  readonly asOfMs: EpochMs | null;
  readonly currency: string | null;
  /** The exchange rate used and its origin; absent where none was needed. */
  readonly rate?: string;
  /** What speaks against taking it at face value. */
  readonly caution?: string;
}

/** A figure that explains itself when pressed. The explanation is made at the press: never older than the figure. */
export function Explained({
  explain,
  children,
}: {
  readonly explain: () => Explanation;
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState<{ explanation: Explanation; at: MenuPlace } | null>(null);
  return (
    <>
      <button
        type="button"
        className="explained"
        title="Explain this number"
        aria-haspopup="dialog"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setOpened({ explanation: explain(), at: { x: left, y: bottom + 6 } });
        }}
      >
        {children}
      </button>
      {opened !== null && <ExplainPopover {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** The card itself: Escape or a press elsewhere closes it, and the focus goes back. */
export function ExplainPopover({
  explanation,
  at,
  onClose,
}: {
  readonly explanation: Explanation;
  readonly at: MenuPlace;
  readonly onClose: () => void;
}) {
  const card = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const { current } = card;
    if (current === null) return;
    current.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - current.offsetWidth - 12))}px`;
    current.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - current.offsetHeight - 12))}px`;
  }, [at]);
  useEffect(() => {
    const before = document.activeElement;
    card.current?.focus();
    const elsewhere = (event: Event): void => {
      if (!card.current?.contains(event.target as Node)) close.current();
    };
    document.addEventListener('pointerdown', elsewhere, true);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const {
    title,
    value,
    definition,
    formula,
    inputs = [],
    source,
    asOfMs,
    currency,
    rate,
    caution,
  } = explanation;
  const facts: ReadonlyArray<readonly [string, string]> = [
    ...(formula === undefined ? [] : [['Formula', formula] as const]),
    ...inputs.map(({ name, value: input }) => [name, input] as const),
    ['Currency', currency ?? 'none'],
    ...(rate === undefined ? [] : [['Exchange rate', rate] as const]),
    ['Source', source],
    ['As of', asOfMs === null ? 'not read yet' : timeOf(asOfMs)],
  ];
  return createPortal(
    <div
      ref={card}
      role="dialog"
      aria-label={`${title}, explained`}
      tabIndex={-1}
      className="explain selectable"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h3>{title}</h3>
        <strong>{value}</strong>
      </header>
      <p>{definition}</p>
      {caution !== undefined && <p className="explain-caution">{caution}</p>}
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>,
    document.getElementById('floating') ?? document.body,
  );
}

const timeOf = (asOfMs: EpochMs): string => stampText(asOfMs, currentMs());
