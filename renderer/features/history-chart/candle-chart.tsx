import {
  CandlestickSeries,
  createChart,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { type ChartColours, chartColours, chartLook } from './chart-look';
import { toCandle, toVolume } from './chart-points';

interface Drawn {
  readonly chart: IChartApi;
  readonly candles: ISeriesApi<'Candlestick'>;
  readonly volume: ISeriesApi<'Histogram'>;
  readonly colours: ChartColours;
}

/** Candles and volume on a canvas. Effects only hand bars to the chart; the numbers live with the caller. */
export function CandleChart({
  bars,
  last,
  daily,
  digits,
  look,
  label,
  onHover,
}: {
  readonly bars: ReadonlyArray<Bar>;
  /** The live last bar, moving faster than `bars`. */
  readonly last: Bar | null;
  readonly daily: boolean;
  readonly digits: number;
  /** Colours are read anew when it changes. */
  readonly look: string;
  readonly label: string;
  readonly onHover: (timeMs: number | null) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const hover = useRef(onHover);
  useEffect(() => {
    hover.current = onHover;
  });

  useEffect(() => {
    if (host.current === null) return undefined;
    const made = draw(host.current, daily, digits);
    made.chart.subscribeCrosshairMove(({ time }) =>
      hover.current(time === undefined ? null : (time as UTCTimestamp) * 1000),
    );
    // Until the hand has moved it, the chart shows all its bars whatever its size becomes.
    const touch = new AbortController();
    const { signal } = touch;
    for (const kind of ['wheel', 'pointerdown'] as const)
      host.current.addEventListener(kind, () => touch.abort(), { signal, passive: true });
    made.chart.timeScale().subscribeSizeChange(() => {
      if (!signal.aborted) made.chart.timeScale().fitContent();
    });
    drawn.current = made;
    return () => {
      touch.abort();
      made.chart.remove();
      drawn.current = null;
    };
  }, [daily, digits, look]);

  useEffect(() => {
    if (drawn.current === null) return;
    const { candles, volume, chart, colours } = drawn.current;
    candles.setData(bars.map(toCandle));
    volume.setData(bars.map((bar) => toVolume(bar, faded(colours))));
    chart.timeScale().fitContent();
  }, [bars, daily, digits, look]);

  useEffect(() => {
    if (last !== null) drawn.current?.candles.update(toCandle(last));
  }, [last, bars, daily, digits, look]);

  return <div ref={host} className="candle-chart" role="img" aria-label={label} />;
}

function draw(host: HTMLElement, daily: boolean, digits: number): Drawn {
  const colours = chartColours();
  const chart = createChart(host, chartLook(colours, daily));
  const candles = chart.addSeries(CandlestickSeries, {
    upColor: colours.up,
    downColor: colours.down,
    borderVisible: false,
    wickUpColor: colours.up,
    wickDownColor: colours.down,
    priceLineColor: colours.text,
    priceFormat: { type: 'price', precision: digits, minMove: 10 ** -digits },
  });
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
    lastValueVisible: false,
    priceLineVisible: false,
  });
  chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
  return { chart, candles, volume, colours };
}

const faded = ({ up, down }: ChartColours) => ({ up: `${up}55`, down: `${down}55` });
