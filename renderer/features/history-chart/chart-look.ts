import {
  type ChartOptions,
  ColorType,
  CrosshairMode,
  type DeepPartial,
  PriceScaleMode,
  type TickMarkType,
} from 'lightweight-charts';
import type { Zone } from '../../format/zoned-time';
import { barTimeText, tickText } from './zoned-axis';

export interface ChartColours {
  readonly up: string;
  readonly down: string;
  readonly text: string;
  readonly strongText: string;
  readonly line: string;
  readonly strong: string;
  readonly raised: string;
  readonly panel: string;
  readonly accent: string;
  readonly buy: string;
  readonly sell: string;
  readonly warn: string;
  /** For indicators and compared symbols, told apart by name too. */
  readonly series: ReadonlyArray<string>;
}

/** Canvas knows no custom properties: the tokens are read once for each theme. */
export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    up: token('--up'),
    down: token('--down'),
    text: token('--muted'),
    strongText: token('--text'),
    line: token('--line'),
    strong: token('--line-strong'),
    raised: token('--raised'),
    panel: token('--panel'),
    accent: token('--accent'),
    buy: token('--buy'),
    sell: token('--sell'),
    warn: token('--warn'),
    series: [1, 2, 3, 4, 5, 6].map((number) => token(`--series-${number}`)),
  };
}

export type ScaleMode = 'linear' | 'log' | 'percent';

const scaleModes = {
  linear: PriceScaleMode.Normal,
  log: PriceScaleMode.Logarithmic,
  percent: PriceScaleMode.Percentage,
} as const;

// A bar is never wider: few bars show more of the past instead of a wall of boxes.
const widestBarPx = 12;

/** TradingView is credited in the cheat sheet: the logo would need a style element our CSP forbids. */
export const chartLook = (
  colours: ChartColours,
  { zone, daily, scale }: { readonly zone: Zone; readonly daily: boolean; readonly scale: ScaleMode },
): DeepPartial<ChartOptions> => ({
  autoSize: true,
  layout: {
    background: { type: ColorType.Solid, color: 'transparent' },
    textColor: colours.text,
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontSize: 11,
    attributionLogo: false,
    panes: { separatorColor: colours.line, separatorHoverColor: colours.strong, enableResize: true },
  },
  grid: { vertLines: { visible: false }, horzLines: { color: `${colours.line}90` } },
  rightPriceScale: {
    borderVisible: false,
    scaleMargins: { top: 0.12, bottom: 0.08 },
    mode: scaleModes[scale],
    minimumWidth: 58,
  },
  timeScale: {
    borderColor: colours.line,
    timeVisible: !daily,
    secondsVisible: false,
    rightOffset: 4,
    minBarSpacing: 0.005,
    maxBarSpacing: widestBarPx,
    enableConflation: true,
    tickMarkFormatter: (time: number, mark: TickMarkType) => tickText(zone, time * 1000, mark),
  },
  localization: {
    dateFormat: "dd MMM 'yy",
    timeFormatter: (time: number) => barTimeText(zone, time * 1000, daily),
  },
  crosshair: {
    mode: CrosshairMode.Normal,
    vertLine: { color: colours.strong, labelBackgroundColor: colours.strong },
    horzLine: { color: colours.strong, labelBackgroundColor: colours.strong },
  },
});
