import { HistogramSeries, type IChartApiBase, PriceScaleMode } from 'lightweight-charts';
import type { ChartColours } from './chart-look';
import type { Point } from './chart-points';

/** Volume below the price in a pane of its own: its axis begins at zero and says how much a bar is. */
export function addVolume(chart: IChartApiBase, colours: ChartColours, pane: number) {
  const series = chart.addSeries(
    HistogramSeries,
    { priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false, base: 0 },
    pane,
  );
  series.priceScale().applyOptions({ mode: PriceScaleMode.Normal, scaleMargins: { top: 0.16, bottom: 0 } });
  // An unknown volume has no bar at all: zero would be a statement.
  const datum = ({ time, open, close, volume }: Point) => ({
    time,
    ...(volume === null ? {} : { value: volume }),
    color: `${close >= open ? colours.up : colours.down}66`,
  });
  return {
    setAll: (points: ReadonlyArray<Point>): void => series.setData(points.map(datum)),
    setLast: (point: Point): void => series.update(datum(point)),
  };
}
