import {
  createChartEx,
  createSeriesMarkers,
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
import { zonedDay } from '../../format/zoned-time';
import { chartLook } from './chart-look';
import { type Point, timeOfIndex, toPoint } from './chart-points';
import type { Cursor, EngineEvents, EngineLook, FillMark, PriceLevel } from './engine-look';
import { toMarkers } from './fill-marks';
import { addIndicators, type IndicatorSeries } from './indicator-series';
import { addMainSeries } from './main-series';
import { createOverlayLayer } from './overlay-layer';
import { createPointing } from './pointing';
import { createTimeView } from './time-view';
import { addVolume } from './volume-series';
import { zonedAxis } from './zoned-axis';

export type ChartEngine = ReturnType<typeof createEngine>;

// This many bars before the left edge the next page is asked for, so that it is there when the hand arrives.
const nearStartBars = 30;

/** The chart library behind a few verbs. Effects hand it bars; the numbers live with the caller. */
export function createEngine(host: HTMLElement, look: EngineLook, events: EngineEvents) {
  const { colours, zone, daily, barMs, digits } = look;
  const chart: IChartApiBase = createChartEx<Time, ReturnType<typeof zonedAxis>>(
    host,
    zonedAxis(zone),
    chartLook(colours, look),
  );
  const main: ISeriesApi<SeriesType> = addMainSeries(chart, look.kind, digits, colours);
  const volume = look.volume ? addVolume(chart, colours, 1) : null;
  const overlay = createOverlayLayer({
    chart: () => chart,
    series: () => main,
    ...{ colours, zone, daily, barMs, onMoved: events.onMoved },
  });
  main.attachPrimitive(overlay.primitive);
  const marks = createSeriesMarkers(main, []);
  const indicators = addIndicators(chart, look, volume === null ? 1 : 2);
  for (const [pane, one] of chart.panes().entries())
    one.setStretchFactor(pane === 0 ? 6 : pane === 1 && volume !== null ? 1 : 2);
  const compared = addCompared(chart, look);

  let points: Point[] = [];
  let base: ReadonlyArray<Bar> = [];
  let levels: IPriceLine[] = [];
  let removed = false;
  const dayOf = (point: Point): number => zonedDay(zone, point.time * 1000);
  const time = createTimeView({
    ...{ chart, host, barMs, points: () => points },
    onFitted: (first) => {
      if (look.kind === 'baseline')
        main.applyOptions({ baseValue: { type: 'price', price: first?.close ?? 0 } });
    },
  });
  const pointing = createPointing({ chart, main, points: () => points, onCursor: events.onCursor });
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null && range.from < nearStartBars && points.length > 0) events.onNearStart();
    pointing.followRest();
  });

  const drawAll = (): void => {
    main.setData(points);
    volume?.setAll(points);
    for (const one of indicators) one.setAll(points, dayOf);
    overlay.setPoints(points);
    time.fitIfUntouched();
    events.onDrawn();
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
      volume?.setLast(point);
      for (const one of indicators) one.setLast(point, dayOf(point));
      if (isNew) overlay.setPoints(points);
    },
    setCompared(conid: Conid, bars: ReadonlyArray<Bar>): void {
      compared.get(conid)?.setData(bars.map(toPoint).map(({ time: at, value }) => ({ time: at, value })));
    },
    setFills: (fills: ReadonlyArray<FillMark>): void =>
      marks.setMarkers(toMarkers(fills, points, barMs, colours)),
    setLevels(wanted: ReadonlyArray<PriceLevel>): void {
      for (const level of levels) main.removePriceLine(level);
      levels = wanted.map(({ price, title }) =>
        main.createPriceLine({
          ...{ price, title, color: colours.text, lineWidth: 1, lineStyle: LineStyle.Dotted },
          ...{ axisLabelVisible: true, axisLabelColor: colours.strong },
          axisLabelTextColor: colours.strongText,
        }),
      );
    },
    setLines: (lines: ReadonlyArray<ChartLine>): void => overlay.setLines(lines),
    lineAt: overlay.lineAt,
    gaps: overlay.gaps,
    ...time.verbs,
    /** Puts the crosshair on a bar, scrolling as far as needed; `null` takes it away. */
    point(cursor: Cursor | null): void {
      if (cursor !== null) time.reveal(cursor.index);
      pointing.place(cursor);
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
      time.forget();
      chart.remove();
    },
  };
}

const addCompared = (chart: IChartApiBase, { compared, indicators, colours }: EngineLook) =>
  new Map(
    compared.map(({ conid, symbol }, index) => [
      conid,
      chart.addSeries(LineSeries, {
        color: colours.series[(indicators.length + 1 + index) % colours.series.length] ?? colours.text,
        ...{ lineWidth: 2, priceLineVisible: false, title: symbol },
      }),
    ]),
  );
