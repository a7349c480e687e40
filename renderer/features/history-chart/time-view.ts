import type { IChartApiBase } from 'lightweight-charts';
import { indexOfTime, type Point } from './chart-points';

// By itself the chart never goes below this: three months of minutes are reached by zooming out.
const narrowestBarPx = 0.6;

interface Deps {
  readonly chart: IChartApiBase;
  readonly host: HTMLElement;
  readonly barMs: number;
  readonly points: () => ReadonlyArray<Point>;
  /** The chosen stretch was shown, beginning with this bar. */
  readonly onFitted: (first: Point | undefined) => void;
}

/** Which bars are on the screen: the chosen stretch, until the hand moves the picture. */
export function createTimeView({ chart, host, barMs, points, onFitted }: Deps) {
  const time = chart.timeScale();
  let wantedFromMs: number | null = null;
  let touched = false;

  const fit = (): void => {
    const bars = points();
    if (wantedFromMs === null || bars.length === 0) return;
    const fewest = time.width() / time.options().maxBarSpacing;
    const most = Math.max(fewest, time.width() / narrowestBarPx);
    const wanted = Math.min(indexOfTime(bars, wantedFromMs, barMs), bars.length - fewest);
    const from = Math.max(0, wanted, bars.length - most);
    time.setVisibleLogicalRange({ from: from - 0.5, to: bars.length + 3 });
    onFitted(bars[Math.round(from)]);
  };
  const fitIfUntouched = (): void => {
    if (!touched) fit();
  };
  const touch = (): void => {
    touched = true;
  };
  const kinds = ['wheel', 'pointerdown'] as const;
  for (const kind of kinds) host.addEventListener(kind, touch, { passive: true });
  time.subscribeSizeChange(fitIfUntouched);

  /** Shows another stretch by hand or key. */
  const move = (next: (range: { from: number; to: number }) => { from: number; to: number }): void => {
    const range = time.getVisibleLogicalRange();
    if (range === null) return;
    touched = true;
    time.setVisibleLogicalRange(next(range));
  };
  return {
    fitIfUntouched,
    forget: (): void => {
      for (const kind of kinds) host.removeEventListener(kind, touch);
    },
    /** A bar by index comes into sight, scrolling as far as needed. */
    reveal(index: number): void {
      const range = time.getVisibleLogicalRange();
      if (range === null) return;
      const outside = index < range.from ? index - range.from : Math.max(0, index - range.to);
      if (outside !== 0) move(({ from, to }) => ({ from: from + outside, to: to + outside }));
    },
    verbs: {
      /** From this instant to now, until the hand moves the picture. */
      showFrom(fromMs: number): void {
        wantedFromMs = fromMs;
        touched = false;
        fit();
      },
      view: () => ({ touched, range: time.getVisibleLogicalRange() }),
      showView(seen: { touched: boolean; range: { from: number; to: number } | null }): void {
        touched = seen.touched;
        if (touched && seen.range !== null) time.setVisibleLogicalRange(seen.range);
      },
      /** By a share of what is visible; positive to the future. */
      pan: (share: number): void =>
        move(({ from, to }) => ({ from: from + (to - from) * share, to: to + (to - from) * share })),
      /** Below 1 comes closer. */
      zoom: (factor: number): void =>
        move(({ from, to }) => ({ from: to - Math.max(10, (to - from) * factor), to })),
    },
  };
}
