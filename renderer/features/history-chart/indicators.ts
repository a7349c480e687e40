import { ATR, BollingerBands, EMA, MACD, RSI, SMA, StochasticOscillator, VWAP } from 'trading-signals';
import type { IndicatorChoice, IndicatorKind } from '../../state/chart-choices';

/** A bar as geometry: indicators are analysis drawn beside prices, never money. */
export interface PlainBar {
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** `null` where IBKR gives none. */
  readonly volume: number | null;
  /** The trading day, for what begins anew each day. */
  readonly day: number;
}

interface Output {
  readonly name: string;
  readonly shape: 'line' | 'histogram';
  /** Which of the indicator's colours. */
  readonly colour: 0 | 1 | 2;
}

export interface IndicatorFacts {
  readonly words: string;
  /** In the price pane, or in one of its own. */
  readonly pane: 'price' | 'own';
  /** `null`: it has no length of its own. */
  readonly defaultLength: number | null;
  readonly intradayOnly?: true;
  readonly outputs: ReadonlyArray<Output>;
  /** Horizontal guides in its pane. */
  readonly guides?: ReadonlyArray<number>;
}

const one = (name: string): ReadonlyArray<Output> => [{ name, shape: 'line', colour: 0 }];

export const indicatorFacts: Readonly<Record<IndicatorKind, IndicatorFacts>> = {
  sma: { words: 'Simple average', pane: 'price', defaultLength: 20, outputs: one('SMA') },
  'sma-slow': { words: 'Slow simple average', pane: 'price', defaultLength: 50, outputs: one('SMA') },
  ema: { words: 'Exponential average', pane: 'price', defaultLength: 21, outputs: one('EMA') },
  vwap: {
    words: 'Volume-weighted price of the day',
    pane: 'price',
    defaultLength: null,
    intradayOnly: true,
    outputs: one('VWAP'),
  },
  bollinger: {
    words: 'Bollinger bands, 2 deviations',
    pane: 'price',
    defaultLength: 20,
    outputs: [
      { name: 'BB upper', shape: 'line', colour: 0 },
      { name: 'BB middle', shape: 'line', colour: 1 },
      { name: 'BB lower', shape: 'line', colour: 0 },
    ],
  },
  rsi: { words: 'Relative strength', pane: 'own', defaultLength: 14, outputs: one('RSI'), guides: [30, 70] },
  macd: {
    words: 'MACD 12, 26, 9',
    pane: 'own',
    defaultLength: null,
    outputs: [
      { name: 'MACD histogram', shape: 'histogram', colour: 2 },
      { name: 'MACD', shape: 'line', colour: 0 },
      { name: 'MACD signal', shape: 'line', colour: 1 },
    ],
  },
  atr: { words: 'Average true range', pane: 'own', defaultLength: 14, outputs: one('ATR') },
  stochastic: {
    words: 'Stochastic, slowed by 3',
    pane: 'own',
    defaultLength: 14,
    outputs: [
      { name: '%K', shape: 'line', colour: 0 },
      { name: '%D', shape: 'line', colour: 1 },
    ],
    guides: [20, 80],
  },
};

/** One value per output; `null` while there are too few bars. */
export type IndicatorValues = ReadonlyArray<number | null>;

export interface RunningIndicator {
  /** The next bar, or the last one again with `replace`. */
  readonly push: (bar: PlainBar, replace: boolean) => IndicatorValues;
}

/** An indicator that is fed bar by bar, so that the live bar costs one step and not the whole history. */
export function startIndicator({ kind, length }: IndicatorChoice): RunningIndicator {
  switch (kind) {
    case 'sma':
    case 'sma-slow':
      return ofClose(new SMA(length));
    case 'ema':
      return ofClose(new EMA(length));
    case 'rsi':
      return ofClose(new RSI(length));
    case 'vwap':
      return dailyVwap();
    case 'bollinger': {
      const bands = new BollingerBands(length, 2);
      return {
        push: (bar, replace) => {
          const result = bands.update(bar.close, replace);
          return result === null ? [null, null, null] : [result.upper, result.middle, result.lower];
        },
      };
    }
    case 'macd': {
      const macd = new MACD(new EMA(12), new EMA(26), new EMA(9));
      return {
        push: (bar, replace) => {
          const result = macd.update(bar.close, replace);
          return result === null ? [null, null, null] : [result.histogram, result.macd, result.signal];
        },
      };
    }
    case 'atr': {
      const atr = new ATR(length);
      return { push: (bar, replace) => [atr.update(bar, replace)] };
    }
    case 'stochastic': {
      const stochastic = new StochasticOscillator({ kPeriod: length, kSlowingPeriod: 3, dPeriod: 3 });
      return {
        push: (bar, replace) => {
          const result = stochastic.update(bar, replace);
          return result === null ? [null, null] : [result.stochK, result.stochD];
        },
      };
    }
  }
}

interface OneValue {
  readonly update: (price: number, replace: boolean) => number | null;
  readonly isStable: boolean;
}

// An average of fewer bars than its length is another average: it is drawn from the first complete one on.
const ofClose = (indicator: OneValue): RunningIndicator => ({
  push: (bar, replace) => {
    const value = indicator.update(bar.close, replace);
    return [indicator.isStable ? value : null];
  },
});

/** Begins anew with each trading day; a bar without volume says nothing about it. */
function dailyVwap(): RunningIndicator {
  let vwap = new VWAP();
  let day: number | null = null;
  return {
    push: (bar, replace) => {
      if (bar.day !== day) {
        vwap = new VWAP();
        day = bar.day;
      }
      if (bar.volume === null || bar.volume <= 0) return [null];
      return [vwap.update({ high: bar.high, low: bar.low, close: bar.close, volume: bar.volume }, replace)];
    },
  };
}

/** "SMA 20", "RSI 14", "MACD". */
export const indicatorName = ({ kind, length }: IndicatorChoice): string => {
  const { outputs, defaultLength } = indicatorFacts[kind];
  const first =
    { bollinger: 'BB', macd: 'MACD', stochastic: 'Stoch' }[kind as string] ?? outputs[0]?.name ?? kind;
  return defaultLength === null ? first : `${first} ${length}`;
};
