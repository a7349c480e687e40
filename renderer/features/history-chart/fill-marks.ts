import type { SeriesMarker, Time } from 'lightweight-charts';
import type { ChartColours } from './chart-look';
import { indexOfTime, type Point } from './chart-points';
import type { FillMark } from './engine-look';

/** Own fills as arrows at the bars they happened in; one outside the bars is not drawn. */
export const toMarkers = (
  fills: ReadonlyArray<FillMark>,
  points: ReadonlyArray<Point>,
  barMs: number,
  colours: ChartColours,
): Array<SeriesMarker<Time>> =>
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
  });
