import type { Bar } from '../../../shared/domain/bar';
import { barFacts } from '../../../shared/domain/bar-sizes';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import { type Zone, zonedDay } from '../../format/zoned-time';

const dayMs = 86_400_000;

/** Bars for a spreadsheet: exact figures with a point, ISO times in UTC, trading days as dates of the exchange. */
export function barsCsv(
  symbol: string,
  series: ChartSeries,
  bars: ReadonlyArray<Bar>,
  zone: Zone,
  nowMs: number,
): string {
  const { daily } = barFacts[series.bar];
  const rows = bars.map(({ timeMs, open, high, low, close, volume }) =>
    [
      daily
        ? new Date(zonedDay(zone, timeMs) * dayMs).toISOString().slice(0, 10)
        : new Date(timeMs).toISOString(),
      ...[open, high, low, close, volume ?? ''],
    ].join(','),
  );
  const about = `# ${symbol} conid ${series.conid}, ${series.bar} bars of ${series.source}, ${
    series.outsideRth ? 'all hours' : 'regular hours'
  }, exchange zone ${zone.id}, written ${new Date(nowMs).toISOString()}`;
  return [about, `${daily ? 'date' : 'time_utc'},open,high,low,close,volume`, ...rows, ''].join('\r\n');
}

const headPx = 26;

/** The chart as a picture with what it shows written over it; base64 of a PNG. */
export function chartPng(picture: HTMLCanvasElement, title: string): string {
  const scale = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height + headPx * scale;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  const style = getComputedStyle(document.documentElement);
  context.fillStyle = style.getPropertyValue('--panel').trim();
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = style.getPropertyValue('--text').trim();
  context.font = `500 ${12 * scale}px 'Inter Variable', system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.fillText(title, 10 * scale, (headPx / 2) * scale);
  context.drawImage(picture, 0, headPx * scale);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
