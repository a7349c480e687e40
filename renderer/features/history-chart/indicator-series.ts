import {
  HistogramSeries,
  type IChartApiBase,
  type ISeriesApi,
  LineSeries,
  LineStyle,
  PriceScaleMode,
} from 'lightweight-charts';
import type { IndicatorChoice } from '../../state/chart-choices';
import type { ChartColours } from './chart-look';
import type { EngineLook } from './engine-look';
import type { Point } from './chart-points';
import {
  indicatorFacts,
  indicatorName,
  type IndicatorValues,
  type PlainBar,
  type RunningIndicator,
  startIndicator,
} from './indicators';

/** One indicator on the chart: its series, fed with all bars or with the live one. */
export interface IndicatorSeries {
  readonly choice: IndicatorChoice;
  /** 0 is the price pane. */
  readonly pane: number;
  readonly setAll: (points: ReadonlyArray<Point>, dayOf: (point: Point) => number) => void;
  readonly setLast: (point: Point, day: number) => void;
  /** Values by bar, for the legend and the export. */
  readonly valuesAt: (index: number) => IndicatorValues;
  readonly colours: ReadonlyArray<string>;
}

/** The chosen indicators, each with a scale of its own in a pane of its own, from `firstPane` on. */
export function addIndicators(
  chart: IChartApiBase,
  { indicators, digits, daily, colours }: EngineLook,
  firstPane: number,
): IndicatorSeries[] {
  let pane = firstPane;
  let order = 0;
  return indicators
    .filter(({ kind }) => !(daily && indicatorFacts[kind].intradayOnly === true))
    .map((choice) => {
      const facts = indicatorFacts[choice.kind];
      const own = facts.pane === 'own';
      const one = addIndicator(chart, choice, { pane: own ? pane : 0, order, digits }, colours);
      if (own) pane += 1;
      order += facts.outputs.some(({ colour }) => colour === 1) ? 2 : 1;
      return one;
    });
}

/** Adds the series of one indicator. */
function addIndicator(
  chart: IChartApiBase,
  choice: IndicatorChoice,
  place: { readonly pane: number; readonly order: number; readonly digits: number },
  look: ChartColours,
): IndicatorSeries {
  const { outputs, guides = [] } = indicatorFacts[choice.kind];
  const palette = look.series;
  const colourOf = (index: number): string => palette[(place.order + index) % palette.length] ?? look.text;
  const series = outputs.map(({ shape, colour }) =>
    shape === 'histogram'
      ? chart.addSeries(
          HistogramSeries,
          { ...quiet, base: 0, priceFormat: priceFormat(place.digits) },
          place.pane,
        )
      : chart.addSeries(
          LineSeries,
          {
            ...quiet,
            color: colourOf(colour),
            lineWidth: 1,
            crosshairMarkerVisible: false,
            priceFormat: priceFormat(place.digits),
          },
          place.pane,
        ),
  );
  // A scale of its own is never logarithmic or in percent: those are for prices.
  if (place.pane > 0) series[0]?.priceScale().applyOptions({ mode: PriceScaleMode.Normal });
  for (const price of guides)
    series[0]?.createPriceLine({
      price,
      color: look.strong,
      lineWidth: 1,
      lineStyle: LineStyle.Dashed,
      axisLabelVisible: false,
      title: '',
    });

  let running: RunningIndicator = startIndicator(choice);
  let values: IndicatorValues[] = [];
  let lastTime = 0;
  const datum = (output: number, time: Point['time'], value: number | null) => {
    if (value === null) return { time };
    return outputs[output]?.shape === 'histogram'
      ? { time, value, color: `${value >= 0 ? look.up : look.down}90` }
      : { time, value };
  };
  return {
    choice,
    pane: place.pane,
    colours: outputs.map(({ shape, colour }) => (shape === 'histogram' ? look.text : colourOf(colour))),
    setAll: (points, dayOf) => {
      running = startIndicator(choice);
      values = points.map((point) => running.push(plain(point, dayOf(point)), false));
      lastTime = points.at(-1)?.time ?? 0;
      for (const [output, one] of series.entries())
        (one as ISeriesApi<'Line'>).setData(
          points.map((point, index) => datum(output, point.time, values[index]?.[output] ?? null)),
        );
    },
    setLast: (point, day) => {
      if (point.time < lastTime) return;
      const replace = point.time === lastTime;
      const result = running.push(plain(point, day), replace);
      if (replace) values.pop();
      values.push(result);
      lastTime = point.time;
      for (const [output, one] of series.entries())
        (one as ISeriesApi<'Line'>).update(datum(output, point.time, result[output] ?? null));
    },
    valuesAt: (index) => values[index] ?? [],
  };
}

export const indicatorLabel = (choice: IndicatorChoice, output: number): string => {
  const { outputs } = indicatorFacts[choice.kind];
  return outputs.length === 1 ? indicatorName(choice) : (outputs[output]?.name ?? indicatorName(choice));
};

const quiet = { lastValueVisible: false, priceLineVisible: false } as const;

const priceFormat = (digits: number) => ({
  type: 'price' as const,
  precision: Math.max(digits, 2),
  minMove: 10 ** -Math.max(digits, 2),
});

const plain = (point: Point, day: number): PlainBar => ({
  high: point.high,
  low: point.low,
  close: point.close,
  volume: point.volume,
  day,
});
