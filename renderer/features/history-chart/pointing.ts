import type { IChartApiBase, ISeriesApi, SeriesType } from 'lightweight-charts';
import type { Point } from './chart-points';
import type { Cursor } from './engine-look';

interface Deps {
  readonly chart: IChartApiBase;
  readonly main: ISeriesApi<SeriesType>;
  readonly points: () => ReadonlyArray<Point>;
  readonly onCursor: (cursor: Cursor | null) => void;
}

/** Which bar and price are pointed at, by pointer or by key. */
export function createPointing({ chart, main, points, onCursor }: Deps) {
  // The library says nothing when the bars move under a pointer that rests, so its place is remembered.
  let resting: { readonly x: number; readonly y: number } | null = null;
  let placing = false;
  const say = (): void => {
    const logical = resting === null ? null : chart.timeScale().coordinateToLogical(resting.x);
    const price = resting === null ? null : main.coordinateToPrice(resting.y);
    const index = logical === null ? -1 : Math.round(logical);
    onCursor(index < 0 || index >= points().length || price === null ? null : { index, price });
  };
  chart.subscribeCrosshairMove(({ point }) => {
    if (placing) return;
    resting = point ?? null;
    say();
  });
  return {
    /** The bars moved: another one may be under the pointer. */
    followRest: (): void => {
      if (resting !== null) say();
    },
    place(cursor: Cursor | null): void {
      const point = cursor === null ? undefined : points()[cursor.index];
      placing = true;
      if (cursor === null || point === undefined) chart.clearCrosshairPosition();
      else {
        resting = null;
        chart.setCrosshairPosition(cursor.price, point.time, main);
      }
      placing = false;
    },
  };
}
