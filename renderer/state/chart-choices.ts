import { type BarSize, barSizes, type BarSource, barSources } from '../../shared/domain/bar-sizes';
import type { Conid } from '../../shared/domain/ids';

export const chartRanges = ['1H', '1D', '1W', '1M', '3M', '6M', '1Y', '2Y', '3Y', '5Y', '15Y'] as const;
export type ChartRange = (typeof chartRanges)[number];
export const chartKinds = ['candles', 'bars', 'line', 'area', 'baseline'] as const;
export type ChartKind = (typeof chartKinds)[number];
export const indicatorKinds = [
  ...(['sma', 'sma-slow', 'ema', 'vwap', 'bollinger'] as const),
  ...(['rsi', 'macd', 'atr', 'stochastic'] as const),
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** One indicator and its length in bars (unused where a kind has none). */
export interface IndicatorChoice {
  readonly kind: IndicatorKind;
  readonly length: number;
}

/** How one chart panel is set; kept from one start to the next. Never broker truth. */
export interface ChartChoices {
  readonly range: ChartRange;
  readonly bar: BarSize;
  readonly kind: ChartKind;
  readonly source: BarSource;
  readonly outsideRth: boolean;
  readonly log: boolean;
  readonly volume: boolean;
  /** Own orders, fills and average cost. */
  readonly own: boolean;
  readonly zone: 'exchange' | 'local';
  readonly indicators: ReadonlyArray<IndicatorChoice>;
  readonly compared: ReadonlyArray<{ readonly conid: Conid; readonly symbol: string }>;
}

export const defaultChoices: ChartChoices = {
  range: '3M',
  bar: '1d',
  kind: 'candles',
  source: 'trades',
  outsideRth: false,
  log: false,
  volume: true,
  own: true,
  zone: 'exchange',
  indicators: [],
  compared: [],
};

/** As many symbols as can be told apart by colour and label. */
export const maxCompared = 5;
const maxPanels = 24;

/** The choices of all chart panels as an earlier window stored them; what is not understood is left out. */
export function readPanels(stored: unknown): Readonly<Record<string, ChartChoices>> {
  const value = recordOf(stored);
  if (value['version'] !== 1) return {};
  const panels = Object.entries(recordOf(value['panels'])).slice(0, maxPanels);
  return Object.fromEntries(panels.map(([id, choices]) => [id, readChoices(choices)]));
}

/** One panel's choices; anything unexpected falls back field by field. */
export function readChoices(stored: unknown): ChartChoices {
  const value = recordOf(stored);
  const flag = (name: 'outsideRth' | 'log' | 'volume' | 'own'): boolean =>
    typeof value[name] === 'boolean' ? value[name] : defaultChoices[name];
  return {
    range: oneOf(chartRanges, value['range'], defaultChoices.range),
    bar: oneOf(barSizes, value['bar'], defaultChoices.bar),
    kind: oneOf(chartKinds, value['kind'], defaultChoices.kind),
    source: oneOf(barSources, value['source'], defaultChoices.source),
    outsideRth: flag('outsideRth'),
    log: flag('log'),
    volume: flag('volume'),
    own: flag('own'),
    zone: value['zone'] === 'local' ? 'local' : 'exchange',
    indicators: listOf(value['indicators'], indicatorKinds.length).flatMap((one) => {
      const { kind, length } = recordOf(one);
      const known = indicatorKinds.find((candidate) => candidate === kind);
      return known !== undefined &&
        typeof length === 'number' &&
        Number.isInteger(length) &&
        length >= 1 &&
        length <= 500
        ? [{ kind: known, length }]
        : [];
    }),
    compared: listOf(value['compared'], maxCompared).flatMap((one) => {
      const { conid, symbol } = recordOf(one);
      return typeof conid === 'number' &&
        Number.isSafeInteger(conid) &&
        conid > 0 &&
        typeof symbol === 'string'
        ? [{ conid: conid as Conid, symbol: symbol.slice(0, 40) }]
        : [];
    }),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
function listOf(value: unknown, most: number): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
function oneOf<T extends string>(all: ReadonlyArray<T>, value: unknown, otherwise: T): T {
  return all.find((one) => one === value) ?? otherwise;
}
