import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { barFacts } from '../../../shared/domain/bar-sizes';
import type { ChartAnchor, ChartLine } from '../../../shared/domain/chart-line';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import { decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import { numberText, priceText } from '../../format/number-text';
import type { Zone } from '../../format/zoned-time';
import type { ChartChoices } from '../../state/chart-choices';
import { askAlert } from '../../state/alert-requests';
import { askTicket } from '../../state/ticket-requests';
import { useShowInstrument } from '../../state/linked-instrument';
import { useLook } from '../../state/preferences';
import { AlertLines } from './alert-lines';
import type { ChartEngine } from './chart-engine';
import { ChartLegend, type LegendEntry, PaneLegend, spokenLegend } from './chart-legend';
import { ChartMenu, type Pressed } from './chart-menu';
import { tradablePrice } from './chart-prices';
import { ComparedSeries } from './compared-series';
import { DrawSurface } from './draw-surface';
import type { Cursor } from './engine-look';
import { useFeedEngine } from './feed-engine';
import { indicatorLabel } from './indicator-series';
import { OrderLines } from './order-lines';
import { useOwnAlerts } from './own-alerts';
import { useOwnMarks } from './own-marks';
import { rangePlans } from './ranges';
import { chartKey } from './use-chart-keys';
import type { useDrawing } from './use-drawing';
import { useEngine } from './use-engine';

interface Props {
  readonly instrument: Instrument | undefined;
  readonly symbol: string;
  readonly series: ChartSeries;
  readonly choices: ChartChoices;
  readonly bars: ReadonlyArray<Bar>;
  readonly live: Bar | null;
  readonly zone: Zone;
  readonly digits: number;
  readonly lines: ReadonlyArray<ChartLine>;
  readonly onRemoveLine: (id: string) => void;
  readonly drawing: ReturnType<typeof useDrawing>;
  readonly onNearStart: () => void;
  readonly onTable: () => void;
  /** Lends the chart to what exports it. */
  readonly engineRef: { current: ChartEngine | null };
}

/** The picture and everything that stands on it: legend, own orders, lines, menu, crosshair. */
export function ChartStage({
  instrument,
  symbol,
  series,
  choices,
  bars,
  live,
  zone,
  digits,
  lines,
  onRemoveLine,
  drawing,
  onNearStart,
  onTable,
  engineRef,
}: Props) {
  const colourLook = useLook();
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [said, setSaid] = useState('');
  const [menu, setMenu] = useState<Pressed | null>(null);
  const { daily, ms: barMs } = barFacts[series.bar];
  const seriesKey = [series.conid, series.bar, series.outsideRth, series.source, choices.range].join('|');
  const { engine, onMoved } = useEngine(
    host,
    seriesKey,
    {
      ...{ kind: choices.kind, digits, daily, barMs, zone },
      ...{ volume: choices.volume, indicators: choices.indicators, compared: choices.compared },
      scale: choices.compared.length > 0 ? 'percent' : choices.log ? 'log' : 'linear',
    },
    colourLook,
    { onCursor: setCursor, onNearStart },
  );
  const own = useOwnMarks(series.conid, choices.own);
  const alerts = useOwnAlerts(series.conid, choices.own);
  const showInstrument = useShowInstrument();

  useEffect(() => {
    engineRef.current = engine;
  }, [engine, engineRef]);
  const lastMs = bars.at(-1)?.timeMs ?? 0;
  const drawn = useMemo(
    () => (drawing.draft === null ? lines : [...lines, drawing.draft]),
    [lines, drawing.draft],
  );
  useFeedEngine(engine, {
    ...{ bars, live, seriesKey, fills: own.fills, levels: own.levels, lines: drawn },
    fromMs: lastMs + barMs - rangePlans[choices.range].ms,
  });

  const barOf = (index: number): Bar | undefined => {
    const bar = bars[index];
    return live !== null && (bar === undefined || bar.timeMs === live.timeMs) ? live : bar;
  };
  const lastIndex = bars.length - 1 + (live !== null && live.timeMs > lastMs ? 1 : 0);
  const shownIndex = Math.min(cursor?.index ?? lastIndex, lastIndex);
  const bar = barOf(shownIndex);
  const entries: ReadonlyArray<LegendEntry> = (engine?.indicators() ?? []).flatMap((one) => {
    const values = one.valuesAt(shownIndex);
    return values.map((value, output) => ({
      name: indicatorLabel(one.choice, output),
      colour: one.colours[output] ?? '',
      pane: one.pane,
      text: value === null ? '—' : numberText(decimal(value.toFixed(8)), Math.max(2, digits)),
    }));
  });
  const legend =
    bar === undefined
      ? null
      : { bar, previousClose: bars[shownIndex - 1]?.close ?? null, zone, daily, digits, entries };

  const anchorAt = (x: number, y: number): ChartAnchor | null => {
    const [timeMs, price] = [engine?.timeAt(x) ?? null, engine?.priceAt(y) ?? null];
    if (timeMs === null || price === null || timeMs < 0) return null;
    return { timeMs: Math.round(timeMs), price: decimal(price.toFixed(Math.min(digits + 1, 10))) };
  };
  const anchorOf = (at: Cursor): ChartAnchor | null => {
    const time = engine?.points()[at.index]?.time;
    return time === undefined
      ? null
      : { timeMs: time * 1000, price: decimal(at.price.toFixed(Math.min(digits + 1, 10))) };
  };
  const moveTo = (next: Cursor | null): void => {
    setCursor(next);
    engine?.point(next);
    const nextBar = next === null ? undefined : barOf(next.index);
    if (next === null || nextBar === undefined) return;
    const anchor = anchorOf(next);
    if (drawing.tool !== null && anchor !== null) drawing.move(anchor);
    const atClose = priceText(nextBar.close, digits);
    const atCursor = numberText(decimal(next.price.toFixed(10)), digits);
    setSaid(
      `${spokenLegend({ bar: nextBar, previousClose: bars[next.index - 1]?.close ?? null, zone, daily, digits, entries: [] })}${
        atCursor === atClose ? '' : `, crosshair at ${atCursor}`
      }`,
    );
  };
  const trade = (side: 'BUY' | 'SELL', at: Cursor | null): void => {
    if (instrument === undefined) return;
    showInstrument(series.conid, symbol);
    const limitPrice = at === null ? {} : { limitPrice: tradablePrice(at.price, instrument.rules) };
    askTicket({ kind: 'new', conid: series.conid, symbol, side, orderType: 'LMT', ...limitPrice });
    setSaid(`The ticket holds a ${side.toLowerCase()} order. Nothing was sent.`);
  };
  const alertAt = (at: Cursor | null): void => {
    if (instrument === undefined) return;
    const price = at === null ? null : tradablePrice(at.price, instrument.rules);
    askAlert({ kind: 'new', conid: series.conid, symbol, price });
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const frame = host.current?.getBoundingClientRect();
    if (engine === null || frame === undefined) return;
    event.preventDefault();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const price = engine.priceAt(y);
    if (price !== null)
      setMenu({
        at: { x: event.clientX, y: event.clientY },
        cursor: { index: cursor?.index ?? lastIndex, price },
        line: engine.lineAt(x, y),
      });
  };
  const name = `${symbol}, ${barFacts[series.bar].words} bars, ${bars.length} of them. Arrows walk the bars, plus and minus zoom, T is the table.`;

  return (
    <div ref={stage} className="chart-stage" onContextMenu={onContextMenu}>
      {legend !== null && <ChartLegend {...legend} />}
      {engine !== null &&
        [...new Set(entries.map(({ pane }) => pane))]
          .filter((pane) => pane > 0)
          .map((pane) => (
            <PaneLegend
              key={pane}
              entries={entries.filter((entry) => entry.pane === pane)}
              topOf={() => engine.paneTops()[pane]}
              onMoved={onMoved}
            />
          ))}
      <div
        ref={host}
        className="chart-host"
        role="application"
        aria-roledescription="price chart"
        aria-label={name}
        tabIndex={0}
        onKeyDown={(event) => {
          if (engine === null) return;
          chartKey(event, engine, {
            cursor,
            moveTo,
            enter: () => {
              const anchor = cursor === null ? null : anchorOf(cursor);
              if (drawing.tool !== null && anchor !== null) drawing.place(anchor);
              else if (legend !== null)
                setSaid(`${symbol}: ${spokenLegend(legend)}. ${gapWords(engine.gaps())}`);
            },
            escape: () => (drawing.tool === null ? moveTo(null) : drawing.take(null)),
            trade: (side) => trade(side, cursor),
            alert: () => alertAt(cursor),
            table: onTable,
            remove: () => {
              const last = lines.at(-1);
              if (last !== undefined) onRemoveLine(last.id);
            },
            menu: () => {
              const frame = host.current?.getBoundingClientRect();
              const at = cursor ?? { index: lastIndex, price: engine.points().at(-1)?.close ?? 0 };
              const y = engine.yOf(at.price) ?? 0;
              if (frame !== undefined)
                setMenu({
                  at: { x: frame.left + frame.width / 2, y: frame.top + y },
                  cursor: at,
                  line: null,
                });
            },
          });
        }}
      />
      {drawing.tool !== null && (
        <DrawSurface tool={drawing.tool} anchorAt={anchorAt} onPlace={drawing.place} onMove={drawing.move} />
      )}
      {engine !== null && instrument !== undefined && (
        <>
          <OrderLines
            orders={own.orders}
            {...{ engine, onMoved, rules: instrument.rules, onSaid: setSaid }}
          />
          <AlertLines alerts={alerts} {...{ engine, onMoved, rules: instrument.rules, onSaid: setSaid }} />
        </>
      )}
      {engine !== null &&
        choices.compared.map(({ conid }) => (
          <ComparedSeries
            key={conid}
            engine={engine}
            series={{ ...series, conid }}
            fromMs={bars[0]?.timeMs ?? 0}
          />
        ))}
      <p className="hidden-text" role="status" aria-label="Chart reading">
        {said}
      </p>
      {menu !== null && instrument !== undefined && (
        <ChartMenu
          pressed={menu}
          rules={instrument.rules}
          onTrade={trade}
          onAlert={alertAt}
          onHorizontal={(at) => {
            const anchor = anchorOf(at);
            if (anchor !== null) drawing.finish('horizontal', anchor);
          }}
          onRemoveLine={onRemoveLine}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

const gapWords = (gaps: number): string =>
  gaps === 0 ? '' : `${gaps} ${gaps === 1 ? 'gap' : 'gaps'} inside trading days are marked.`;
