import {
  createChartEx,
  createSeriesMarkers,
  HistogramSeries,
  type IChartApiBase,
  type IPriceLine,
  type ISeriesApi,
  LineSeries,
  LineStyle,
  type SeriesType,
  type Time,
} from 'lightweight-charts';
import type { Bar } from '../../../shared/domain/bar';
import type { ChartLine } from '../../../shared/domain/chart-line';
import type { Conid } from '../../../shared/domain/ids';
import type { ChartKind, IndicatorChoice } from '../../state/chart-choices';
import { type Zone, zonedDay } from '../../format/zoned-time';
import { type ChartColours, chartLook, type ScaleMode } from './chart-look';
import { indexOfTime, type Point, timeOfIndex, toPoint } from './chart-points';
import { addIndicator, type IndicatorSeries } from './indicator-series';
import { indicatorFacts } from './indicators';
import { addMainSeries } from './main-series';
import { createOverlayLayer } from './overlay-layer';
import { zonedAxis } from './zoned-axis';

/** Everything that makes another chart of the same bars. */
export interface EngineLook {
  readonly kind: ChartKind;
  readonly digits: number;
  readonly daily: boolean;
  readonly barMs: number;
  readonly scale: ScaleMode;
  readonly zone: Zone;
  readonly volume: boolean;
  readonly indicators: ReadonlyArray<IndicatorChoice>;
  readonly compared: ReadonlyArray<{ readonly conid: Conid; readonly symbol: string }>;
  readonly colours: ChartColours;
}

/** A fill on the chart, at the bar it happened in. */
export interface FillMark {
  readonly timeMs: number;
  readonly side: 'buy' | 'sell';
  readonly text: string;
}

/** A price worth a line: average cost, an alert. */
export interface PriceLevel {
  readonly price: number;
  readonly title: string;
  readonly tone: 'cost' | 'alert' | 'buy' | 'sell';
}

/** Where the crosshair stands: a bar by index, and a price in chart numbers. */
export interface Cursor {
  readonly index: number;
  readonly price: number;
}

export interface EngineEvents {
  readonly onCursor: (cursor: Cursor | null) => void;
  /** The left edge is near: older bars are wanted. */
  readonly onNearStart: () => void;
  readonly onMoved: () => void;
}

export type ChartEngine = ReturnType<typeof createEngine>;

// This many bars before the left edge the next page is asked for, so that it is there when the hand arrives.
const nearStartBars = 30;

// By itself the chart never goes below this: three months of minutes are reached by zooming out.
const narrowestBarPx = 0.6;

/** The chart library behind a few verbs. Effects hand it bars; the numbers live with the caller. */
export function createEngine(host: HTMLElement, look: EngineLook, events: EngineEvents) {
  const { colours, zone, daily, barMs, digits } = look;
  const chart: IChartApiBase = createChartEx<Time, ReturnType<typeof zonedAxis>>(
    host,
    zonedAxis(zone),
    chartLook(colours, look),
  );
  const main: ISeriesApi<SeriesType> = addMainSeries(chart, look.kind, digits, colours);
  const volume = look.volume
    ? chart.addSeries(HistogramSeries, {
        priceScaleId: 'volume',
        priceFormat: { type: 'volume' },
        lastValueVisible: false,
        priceLineVisible: false,
      })
    : null;
  if (volume !== null)
    chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.87, bottom: 0 }, visible: false });
  const overlay = createOverlayLayer({
    chart: () => chart,
    series: () => main,
    ...{ colours, zone, daily, barMs, onMoved: events.onMoved },
  });
  main.attachPrimitive(overlay.primitive);
  const marks = createSeriesMarkers(main, []);
  const indicators = addIndicators(chart, look);
  const compared = new Map(
    look.compared.map(({ conid, symbol }, index) => [
      conid,
      chart.addSeries(LineSeries, {
        color: colours.series[(look.indicators.length + 1 + index) % colours.series.length] ?? colours.text,
        lineWidth: 2,
        priceLineVisible: false,
        title: symbol,
      }),
    ]),
  );

  let points: Point[] = [];
  let base: ReadonlyArray<Bar> = [];
  let levels: IPriceLine[] = [];
  let wantedFromMs: number | null = null;
  let touched = false;
  let removed = false;
  const dayOf = (point: Point): number => zonedDay(zone, point.time * 1000);
  const volumeDatum = ({ time, open, close, volume: shares }: Point) => ({
    time,
    ...(shares === null ? {} : { value: shares }),
    color: `${close >= open ? colours.up : colours.down}3a`,
  });

  const fit = (): void => {
    if (wantedFromMs === null || points.length === 0) return;
    const time = chart.timeScale();
    const { maxBarSpacing } = time.options();
    const fewest = time.width() / maxBarSpacing;
    const most = Math.max(fewest, time.width() / narrowestBarPx);
    const wanted = Math.min(indexOfTime(points, wantedFromMs, barMs), points.length - fewest);
    const from = Math.max(0, wanted, points.length - most);
    time.setVisibleLogicalRange({ from: from - 0.5, to: points.length + 3 });
    if (look.kind === 'baseline')
      main.applyOptions({ baseValue: { type: 'price', price: points[Math.round(from)]?.close ?? 0 } });
  };
  const touch = (): void => {
    touched = true;
  };
  for (const kind of ['wheel', 'pointerdown'] as const) host.addEventListener(kind, touch, { passive: true });
  chart.timeScale().subscribeSizeChange(() => {
    if (!touched) fit();
  });
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null && range.from < nearStartBars && points.length > 0) events.onNearStart();
    if (resting !== null) sayCursor();
  });
  // The library says nothing when the bars move under a pointer that rests, so its place is remembered.
  let resting: { readonly x: number; readonly y: number } | null = null;
  let placing = false;
  const sayCursor = (): void => {
    const logical = resting === null ? null : chart.timeScale().coordinateToLogical(resting.x);
    const price = resting === null ? null : main.coordinateToPrice(resting.y);
    const index = logical === null ? -1 : Math.round(logical);
    events.onCursor(index < 0 || index >= points.length || price === null ? null : { index, price });
  };
  chart.subscribeCrosshairMove(({ point }) => {
    if (placing) return;
    resting = point ?? null;
    sayCursor();
  });

  const drawAll = (): void => {
    main.setData(points);
    volume?.setData(points.map(volumeDatum));
    for (const one of indicators) one.setAll(points, dayOf);
    overlay.setPoints(points);
    if (!touched) fit();
  };

  return {
    /** All bars, oldest first. Where only the end differs from before, only the end is drawn. */
    setBars(bars: ReadonlyArray<Bar>): void {
      const same = bars.length >= base.length && base.length > 0 && bars[0] === base[0];
      let first = same ? base.length - 1 : 0;
      while (same && first > 0 && base[first - 1] !== bars[first - 1]) first -= 1;
      const tailOnly = same && first >= base.length - 1 && points.length === base.length;
      base = bars;
      if (!tailOnly) {
        points = bars.map(toPoint);
        drawAll();
        return;
      }
      for (let index = first; index < bars.length; index += 1) {
        const bar = bars[index];
        if (bar !== undefined) this.setLast(bar);
      }
    },
    /** The running bar again, or the next one. */
    setLast(bar: Bar): void {
      const point = toPoint(bar);
      const last = points.at(-1);
      if (last !== undefined && point.time < last.time) return;
      const isNew = last?.time !== point.time;
      if (!isNew) points.pop();
      points.push(point);
      main.update(point);
      volume?.update(volumeDatum(point));
      for (const one of indicators) one.setLast(point, dayOf(point));
      if (isNew) overlay.setPoints(points);
    },
    setCompared(conid: Conid, bars: ReadonlyArray<Bar>): void {
      compared.get(conid)?.setData(bars.map(toPoint).map(({ time, value }) => ({ time, value })));
    },
    setFills(fills: ReadonlyArray<FillMark>): void {
      marks.setMarkers(
        fills.flatMap(({ timeMs, side, text }) => {
          const point = points[Math.floor(indexOfTime(points, timeMs, barMs))];
          if (point === undefined) return [];
          return [
            {
              time: point.time,
              position: side === 'buy' ? ('belowBar' as const) : ('aboveBar' as const),
              shape: side === 'buy' ? ('arrowUp' as const) : ('arrowDown' as const),
              color: side === 'buy' ? colours.buy : colours.sell,
              text,
            },
          ];
        }),
      );
    },
    setLevels(wanted: ReadonlyArray<PriceLevel>): void {
      for (const level of levels) main.removePriceLine(level);
      levels = wanted.map(({ price, title, tone }) =>
        main.createPriceLine({
          price,
          title,
          color: { cost: colours.text, alert: colours.warn, buy: colours.buy, sell: colours.sell }[tone],
          lineWidth: 1,
          lineStyle: tone === 'cost' ? LineStyle.Dotted : LineStyle.Dashed,
          axisLabelVisible: true,
          axisLabelColor: tone === 'cost' ? colours.strong : '',
          axisLabelTextColor: tone === 'cost' ? colours.strongText : '',
        }),
      );
    },
    setLines: (lines: ReadonlyArray<ChartLine>): void => overlay.setLines(lines),
    lineAt: overlay.lineAt,
    gaps: overlay.gaps,
    /** From this instant to now, until the hand moves the picture. */
    showFrom(fromMs: number): void {
      wantedFromMs = fromMs;
      touched = false;
      fit();
    },
    view: () => ({ touched, range: chart.timeScale().getVisibleLogicalRange() }),
    showView({
      touched: moved,
      range,
    }: {
      touched: boolean;
      range: { from: number; to: number } | null;
    }): void {
      touched = moved;
      if (moved && range !== null) chart.timeScale().setVisibleLogicalRange(range);
    },
    /** By a share of what is visible; positive to the future. */
    pan(share: number): void {
      const time = chart.timeScale();
      const range = time.getVisibleLogicalRange();
      if (range === null) return;
      touched = true;
      const step = (range.to - range.from) * share;
      time.setVisibleLogicalRange({ from: range.from + step, to: range.to + step });
    },
    /** Below 1 comes closer. */
    zoom(factor: number): void {
      const time = chart.timeScale();
      const range = time.getVisibleLogicalRange();
      if (range === null) return;
      touched = true;
      const width = Math.max(10, (range.to - range.from) * factor);
      time.setVisibleLogicalRange({ from: range.to - width, to: range.to });
    },
    /** Puts the crosshair on a bar, scrolling as far as needed; `null` takes it away. */
    point(cursor: Cursor | null): void {
      const point = cursor === null ? undefined : points[cursor.index];
      if (cursor === null || point === undefined) {
        placing = true;
        chart.clearCrosshairPosition();
        placing = false;
        return;
      }
      const time = chart.timeScale();
      const range = time.getVisibleLogicalRange();
      const outside =
        range === null
          ? 0
          : cursor.index < range.from
            ? cursor.index - range.from
            : Math.max(0, cursor.index - range.to);
      if (range !== null && outside !== 0) {
        touched = true;
        time.setVisibleLogicalRange({ from: range.from + outside, to: range.to + outside });
      }
      resting = null;
      placing = true;
      chart.setCrosshairPosition(cursor.price, point.time, main);
      placing = false;
    },
    points: (): ReadonlyArray<Point> => points,
    indicators: (): ReadonlyArray<IndicatorSeries> => indicators,
    // A frame asked for before the chart was made anew may still come.
    yOf: (price: number): number | null => (removed ? null : main.priceToCoordinate(price)),
    priceAt: (y: number): number | null => main.coordinateToPrice(y),
    timeAt: (x: number): number | null => {
      const logical = chart.timeScale().coordinateToLogical(x);
      return logical === null ? null : timeOfIndex(points, logical, barMs);
    },
    /** Width of the price axis, height of the price pane: where elements over the chart may stand. */
    frame: () =>
      removed
        ? { axis: 0, height: 0 }
        : { axis: chart.priceScale('right').width(), height: chart.paneSize(0).height },
    /** Where each pane begins, from the top. */
    paneTops: (): ReadonlyArray<number> => {
      if (removed) return [];
      let top = 0;
      return chart.panes().map((pane) => {
        const here = top;
        top += pane.getHeight() + 1;
        return here;
      });
    },
    /** While a line is dragged the picture stands still. */
    hold: (held: boolean): void => chart.applyOptions({ handleScroll: !held, handleScale: !held }),
    picture: (): HTMLCanvasElement => chart.takeScreenshot(true, false),
    remove(): void {
      removed = true;
      for (const kind of ['wheel', 'pointerdown'] as const) host.removeEventListener(kind, touch);
      chart.remove();
    },
  };
}

function addIndicators(
  chart: IChartApiBase,
  { indicators, digits, daily, colours }: EngineLook,
): IndicatorSeries[] {
  let pane = 0;
  let order = 0;
  const added = indicators
    .filter(({ kind }) => !(daily && indicatorFacts[kind].intradayOnly === true))
    .map((choice) => {
      const facts = indicatorFacts[choice.kind];
      if (facts.pane === 'own') pane += 1;
      const one = addIndicator(
        chart,
        choice,
        { pane: facts.pane === 'own' ? pane : 0, order, digits },
        colours,
      );
      order += facts.outputs.some(({ colour }) => colour === 1) ? 2 : 1;
      return one;
    });
  for (const [index, one] of chart.panes().entries()) one.setStretchFactor(index === 0 ? 3 : 1);
  return added;
}
