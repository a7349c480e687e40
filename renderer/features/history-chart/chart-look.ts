import {
  type ChartOptions,
  ColorType,
  CrosshairMode,
  type DeepPartial,
  TickMarkType,
} from 'lightweight-charts';

export interface ChartColours {
  readonly up: string;
  readonly down: string;
  readonly text: string;
  readonly line: string;
  readonly strong: string;
  readonly raised: string;
}

/** Canvas knows no custom properties: the tokens are read once for each theme. */
export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    up: token('--up'),
    down: token('--down'),
    text: token('--muted'),
    line: token('--line'),
    strong: token('--line-strong'),
    raised: token('--raised'),
  };
}

/** TradingView is credited in the cheat sheet: the logo would need a style element our CSP forbids. */
export const chartLook = (colours: ChartColours, daily: boolean): DeepPartial<ChartOptions> => ({
  autoSize: true,
  layout: {
    background: { type: ColorType.Solid, color: 'transparent' },
    textColor: colours.text,
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontSize: 11,
    attributionLogo: false,
  },
  grid: { vertLines: { visible: false }, horzLines: { color: `${colours.line}90` } },
  rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.12, bottom: 0.22 } },
  timeScale: {
    borderColor: colours.line,
    timeVisible: !daily,
    secondsVisible: false,
    rightOffset: 3,
    tickMarkFormatter: (time: number, mark: TickMarkType) => tickText(time * 1000, mark, daily),
  },
  localization: { timeFormatter: (time: number) => hoverText(time * 1000, daily) },
  crosshair: {
    mode: CrosshairMode.Normal,
    vertLine: { color: colours.strong, labelBackgroundColor: colours.raised },
    horzLine: { color: colours.strong, labelBackgroundColor: colours.raised },
  },
});

const format = (options: Intl.DateTimeFormatOptions, daily: boolean, timeMs: number): string =>
  new Intl.DateTimeFormat('en-GB', daily ? { ...options, timeZone: 'UTC' } : options).format(timeMs);

function tickText(timeMs: number, mark: TickMarkType, daily: boolean): string {
  if (mark === TickMarkType.Year) return format({ year: 'numeric' }, daily, timeMs);
  if (mark === TickMarkType.Month) return format({ month: 'short' }, daily, timeMs);
  if (mark === TickMarkType.DayOfMonth) return format({ day: 'numeric', month: 'short' }, daily, timeMs);
  return format({ hour: '2-digit', minute: '2-digit' }, daily, timeMs);
}

const hoverText = (timeMs: number, daily: boolean): string =>
  format(
    daily
      ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
      : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    daily,
    timeMs,
  );
