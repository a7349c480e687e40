import type { BarSource } from '../../../shared/domain/bar-sizes';
import type { ChartLineKind } from '../../../shared/domain/chart-line';
import type { ChartKind } from '../../state/chart-choices';

export const kindWords: Readonly<Record<ChartKind, string>> = {
  candles: 'Candles',
  bars: 'Bars',
  line: 'Line',
  area: 'Area',
  baseline: 'Baseline',
};

export const sourceWords: Readonly<Record<BarSource, string>> = {
  trades: 'Trades',
  midpoint: 'Midpoint',
  'bid-ask': 'Bid and ask',
  'hmds-last': 'Trades, older service',
  'hmds-bid': 'Bid, older service',
  'hmds-ask': 'Ask, older service',
  'hmds-midpoint': 'Midpoint, older service',
  'hmds-fee-rate': 'Borrow fee rate, older service',
  'hmds-inventory': 'Shares to borrow, older service',
};

export const lineWords: Readonly<Record<ChartLineKind, string>> = {
  trend: 'Trend line',
  ray: 'Ray',
  horizontal: 'Horizontal line',
  vertical: 'Vertical line',
};

// In the order of the menu.
export const lineKinds = [
  'trend',
  'ray',
  'horizontal',
  'vertical',
] as const satisfies ReadonlyArray<ChartLineKind>;
