import {
  AreaSeries,
  BarSeries,
  BaselineSeries,
  CandlestickSeries,
  type IChartApiBase,
  type ISeriesApi,
  LineSeries,
  type SeriesType,
} from 'lightweight-charts';
import type { ChartKind } from '../../state/chart-choices';
import type { ChartColours } from './chart-look';

/** The price itself, in the shape the user chose. */
export function addMainSeries(
  chart: IChartApiBase,
  kind: ChartKind,
  digits: number,
  colours: ChartColours,
): ISeriesApi<SeriesType> {
  const { up, down, accent } = colours;
  // The last price wears the direction of its bar.
  const shared = {
    priceFormat: { type: 'price' as const, precision: digits, minMove: 10 ** -digits },
  };
  switch (kind) {
    case 'candles':
      return chart.addSeries(CandlestickSeries, {
        ...shared,
        ...{ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down, borderVisible: false },
      });
    case 'bars':
      return chart.addSeries(BarSeries, { ...shared, upColor: up, downColor: down, thinBars: true });
    case 'line':
      return chart.addSeries(LineSeries, { ...shared, color: accent, lineWidth: 2 });
    case 'area':
      // LOOK: no fill above 12 %.
      return chart.addSeries(AreaSeries, {
        ...shared,
        ...{ lineColor: accent, lineWidth: 2, topColor: `${accent}1f`, bottomColor: `${accent}08` },
      });
    case 'baseline':
      return chart.addSeries(BaselineSeries, {
        ...shared,
        ...{ topLineColor: up, topFillColor1: `${up}1f`, topFillColor2: `${up}08` },
        ...{ bottomLineColor: down, bottomFillColor1: `${down}08`, bottomFillColor2: `${down}1f` },
      });
  }
}
