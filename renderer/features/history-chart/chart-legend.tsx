import { useEffect, useRef } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { type Decimal, divide, multiply, subtract } from '../../../shared/domain/decimal';
import { compactText, percentText, priceText } from '../../format/number-text';
import { toneOf } from '../../format/tone';
import type { Zone } from '../../format/zoned-time';
import { barTimeText } from './zoned-axis';

/** A line beside the price: an indicator's value, a compared symbol. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly text: string;
  /** 0 is the price pane. */
  readonly pane: number;
}

interface Props {
  readonly bar: Bar;
  /** The close before it, for its change; `null` for the first. */
  readonly previousClose: Decimal | null;
  readonly zone: Zone;
  readonly daily: boolean;
  readonly digits: number;
  readonly entries: ReadonlyArray<LegendEntry>;
}

const figures = [
  ['O', 'open'],
  ['H', 'high'],
  ['L', 'low'],
  ['C', 'close'],
] as const;

/** The bar under the crosshair, or the last one. */
export function ChartLegend({ bar, previousClose, zone, daily, digits, entries }: Props) {
  const change = previousClose === null ? null : subtract(bar.close, previousClose);
  return (
    <div className="chart-legend">
      <p>
        <span className="muted">{barTimeText(zone, bar.timeMs, daily)}</span>
        {figures.map(([letter, name]) => (
          <span key={letter}>
            <span className="muted">{letter}</span> {priceText(bar[name], digits)}
          </span>
        ))}
        <span className={`tone-${toneOf(change)}`}>{percentText(changePercent(bar, previousClose))}</span>
        {bar.volume !== null && (
          <span>
            <span className="muted">Vol</span> {compactText(bar.volume)}
          </span>
        )}
      </p>
      <Entries entries={entries.filter(({ pane }) => pane === 0)} />
    </div>
  );
}

const Entries = ({ entries }: { readonly entries: ReadonlyArray<LegendEntry> }) =>
  entries.length === 0 ? null : (
    <p>
      {entries.map(({ name, colour, text }) => (
        <span key={name}>
          <Swatch colour={colour} />
          <span className="muted">{name}</span> {text}
        </span>
      ))}
    </p>
  );

/** The values of one pane below the price, at its top. */
export function PaneLegend({
  entries,
  topOf,
  onMoved,
}: {
  readonly entries: ReadonlyArray<LegendEntry>;
  readonly topOf: () => number | undefined;
  readonly onMoved: (place: () => void) => () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const top = useRef(topOf);
  useEffect(() => {
    top.current = topOf;
  });
  useEffect(() => {
    const place = (): void => {
      if (element.current !== null) element.current.style.top = `${(top.current() ?? 0) + 3}px`;
    };
    place();
    return onMoved(place);
  }, [onMoved]);
  return (
    <div ref={element} className="chart-legend">
      <Entries entries={entries} />
    </div>
  );
}

/** Canvas colours are read from tokens at run time, so the swatch takes them the same way. */
const Swatch = ({ colour }: { readonly colour: string }) => (
  <i
    className="legend-swatch"
    ref={(element) => {
      if (element !== null) element.style.background = colour;
    }}
  />
);

const changePercent = (bar: Bar, before: Decimal | null): Decimal | null =>
  before === null ? null : divide(multiply(subtract(bar.close, before), '100' as Decimal), before, 2);

/** The legend as a sentence, for who cannot see it. */
export function spokenLegend({ bar, previousClose, zone, daily, digits, entries }: Props): string {
  const change = changePercent(bar, previousClose);
  return [
    barTimeText(zone, bar.timeMs, daily),
    ...figures.map(([, name]) => `${name} ${priceText(bar[name], digits)}`),
    ...(change === null ? [] : [`change ${percentText(change)}`]),
    ...(bar.volume === null ? [] : [`volume ${compactText(bar.volume)}`]),
    ...entries.map(({ name, text }) => `${name} ${text}`),
  ].join(', ');
}
