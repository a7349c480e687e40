import type { IChartApiBase, ISeriesApi, ISeriesPrimitive, Logical, SeriesType } from 'lightweight-charts';
import type { ChartAnchor, ChartLine } from '../../../shared/domain/chart-line';
import { toChartNumber } from '../../../shared/domain/decimal';
import { type Zone, zonedDay } from '../../format/zoned-time';
import type { ChartColours } from './chart-look';
import { indexOfTime, type Point } from './chart-points';

/** What is drawn over the bars: session breaks, gaps, the user's lines. */
export interface OverlayLayer {
  readonly primitive: ISeriesPrimitive;
  readonly setPoints: (points: ReadonlyArray<Point>) => void;
  readonly setLines: (lines: ReadonlyArray<ChartLine>) => void;
  /** The line within a few pixels of a place, the latest drawn first. */
  readonly lineAt: (x: number, y: number) => ChartLine | null;
  readonly gaps: () => number;
}

interface Deps {
  readonly chart: () => IChartApiBase;
  readonly series: () => ISeriesApi<SeriesType>;
  readonly colours: ChartColours;
  readonly zone: Zone;
  readonly daily: boolean;
  readonly barMs: number;
  /** The picture moved: what stands on it as elements must follow. */
  readonly onMoved: () => void;
}

// Breaks closer than this would be a hatching.
const closestBreaksPx = 48;
const reachPx = 6;

export function createOverlayLayer({
  chart,
  series,
  colours,
  zone,
  daily,
  barMs,
  onMoved,
}: Deps): OverlayLayer {
  let points: ReadonlyArray<Point> = [];
  let lines: ReadonlyArray<ChartLine> = [];
  let breaks: number[] = [];
  let gaps: number[] = [];
  let redraw = (): void => undefined;

  const x = (index: number): number | null => {
    const at = Math.floor(index);
    const time = chart().timeScale();
    // Between two bars and beyond the ends the scale goes on evenly.
    const left = time.logicalToCoordinate(at as Logical);
    const right = time.logicalToCoordinate((at + 1) as Logical);
    return left === null || right === null ? null : left + (right - left) * (index - at);
  };
  const placeOf = ({ timeMs, price }: ChartAnchor): { x: number; y: number } | null => {
    const [left, top] = [
      x(indexOfTime(points, timeMs, barMs)),
      series().priceToCoordinate(toChartNumber(price)),
    ];
    return left === null || top === null ? null : { x: left, y: top };
  };
  /** End points in pixels, long enough for the line's kind. */
  const stretch = (
    line: ChartLine,
    width: number,
    height: number,
  ): [number, number, number, number] | null => {
    const [from, to] = [placeOf(line.from), placeOf(line.to)];
    if (line.kind === 'horizontal') return from === null ? null : [0, from.y, width, from.y];
    if (line.kind === 'vertical') return from === null ? null : [from.x, 0, from.x, height];
    if (from === null || to === null) return null;
    if (line.kind === 'trend' || to.x === from.x) return [from.x, from.y, to.x, to.y];
    const [near, far] = from.x < to.x ? [from, to] : [to, from];
    const endX = Math.max(width, far.x);
    return [near.x, near.y, endX, near.y + ((far.y - near.y) * (endX - near.x)) / (far.x - near.x)];
  };

  const paint = (context: CanvasRenderingContext2D, width: number, height: number): void => {
    context.save();
    context.lineWidth = 1;
    const range = chart().timeScale().getVisibleLogicalRange();
    if (range !== null && !daily) {
      const pxPerBar = width / (range.to - range.from);
      const perBreak = points.length / Math.max(1, breaks.length);
      if (perBreak * pxPerBar >= closestBreaksPx) {
        context.strokeStyle = colours.line;
        verticals(context, breaks, range, height, []);
        context.strokeStyle = colours.warn;
        verticals(context, gaps, range, height, [2, 4]);
      }
    }
    context.strokeStyle = colours.accent;
    context.fillStyle = colours.accent;
    context.lineWidth = 1.5;
    for (const line of lines) {
      const ends = stretch(line, width, height);
      if (ends === null) continue;
      context.setLineDash(line.kind === 'vertical' ? [4, 4] : []);
      context.beginPath();
      context.moveTo(ends[0], ends[1]);
      context.lineTo(ends[2], ends[3]);
      context.stroke();
      if (line.kind !== 'trend' && line.kind !== 'ray') continue;
      for (const anchor of [placeOf(line.from), placeOf(line.to)]) {
        if (anchor === null) continue;
        context.beginPath();
        context.arc(anchor.x, anchor.y, 2.5, 0, 2 * Math.PI);
        context.fill();
      }
    }
    context.restore();
  };
  const verticals = (
    context: CanvasRenderingContext2D,
    indexes: ReadonlyArray<number>,
    range: { readonly from: number; readonly to: number },
    height: number,
    dash: number[],
  ): void => {
    context.setLineDash(dash);
    context.beginPath();
    for (const index of indexes) {
      if (index < range.from || index > range.to) continue;
      const at = x(index - 0.5);
      if (at === null) continue;
      context.moveTo(Math.round(at) + 0.5, 0);
      context.lineTo(Math.round(at) + 0.5, height);
    }
    context.stroke();
  };

  const views = [
    {
      renderer: () => ({
        draw: (target: Parameters<NonNullable<ReturnType<NonNullable<PaneViewOf>>>['draw']>[0]) =>
          target.useMediaCoordinateSpace(({ context, mediaSize }) =>
            paint(context, mediaSize.width, mediaSize.height),
          ),
      }),
    },
  ];
  return {
    primitive: {
      attached: ({ requestUpdate }) => {
        redraw = requestUpdate;
      },
      updateAllViews: onMoved,
      paneViews: () => views,
    },
    setPoints: (next) => {
      points = next;
      [breaks, gaps] = daily ? [[], []] : breaksOf(next, zone, barMs);
      redraw();
    },
    setLines: (next) => {
      lines = next;
      redraw();
    },
    lineAt: (left, top) => {
      const width = chart().timeScale().width();
      const { height } = chart().paneSize(0);
      return (
        [...lines].reverse().find((line) => {
          const ends = stretch(line, width, height);
          return ends !== null && distance(left, top, ends) <= reachPx;
        }) ?? null
      );
    },
    gaps: () => gaps.length,
  };
}

type PaneViewOf = ReturnType<NonNullable<ISeriesPrimitive['paneViews']>>[number]['renderer'];

/** Indexes where a trading day begins, and where bars are missing within one. */
export function breaksOf(
  points: ReadonlyArray<Pick<Point, 'time'>>,
  zone: Zone,
  barMs: number,
): [breaks: number[], gaps: number[]] {
  const breaks: number[] = [];
  const gaps: number[] = [];
  let day: number | null = null;
  for (const [index, { time }] of points.entries()) {
    const here = zonedDay(zone, time * 1000);
    const before = points[index - 1];
    if (day !== null && here !== day) breaks.push(index);
    else if (before !== undefined && (time - before.time) * 1000 > barMs * 1.5) gaps.push(index);
    day = here;
  }
  return [breaks, gaps];
}

function distance(x: number, y: number, [ax, ay, bx, by]: readonly [number, number, number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
