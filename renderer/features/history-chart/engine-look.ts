import type { Conid } from '../../../shared/domain/ids';
import type { Zone } from '../../format/zoned-time';
import type { ChartKind, IndicatorChoice } from '../../state/chart-choices';
import type { ChartColours, ScaleMode } from './chart-look';

/** Everything that makes another chart of the same bars. */
export interface EngineLook {
  readonly kind: ChartKind;
  readonly digits: number;
  readonly daily: boolean;
  readonly barMs: number;
  readonly scale: ScaleMode;
  readonly zone: Zone;
  readonly volume: boolean;
  readonly indicators: ReadonlyArray<IndicatorChoice>;
  readonly compared: ReadonlyArray<{ readonly conid: Conid; readonly symbol: string }>;
  readonly colours: ChartColours;
}

/** A fill on the chart, at the bar it happened in. */
export interface FillMark {
  readonly timeMs: number;
  readonly side: 'buy' | 'sell';
  readonly text: string;
}

/** A price worth a line that nobody moves: the average cost. */
export interface PriceLevel {
  readonly price: number;
  readonly title: string;
}

/** Where the crosshair stands: a bar by index, and a price in chart numbers. */
export interface Cursor {
  readonly index: number;
  readonly price: number;
}

export interface EngineEvents {
  readonly onCursor: (cursor: Cursor | null) => void;
  /** The left edge is near: older bars are wanted. */
  readonly onNearStart: () => void;
  readonly onMoved: () => void;
  /** All bars were drawn anew: what is read from them outside the picture is old. */
  readonly onDrawn: () => void;
}
