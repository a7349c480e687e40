import { abs, add, compare, type Decimal, sign, sum } from '../../../shared/domain/decimal';
import type { Allocation, AllocationSlice, PositionList } from '../../../shared/domain/portfolio';
import { percentOf } from '../../format/percent-of';
import type { PositionFilter } from '../../state/positions-view';
import { ownEntry } from '../../../shared/own-entry';

export interface Share {
  readonly name: string;
  /** IBKR's own word, by which the positions are found again. */
  readonly code: string;
  readonly side: 'long' | 'short';
  readonly value: Decimal;
  /** Of everything held, long and short taken as sizes; `null` where that is nothing. */
  readonly percent: Decimal | null;
}

export interface ShareGroup {
  readonly kind: PositionFilter['field'];
  readonly name: string;
  readonly shares: ReadonlyArray<Share>;
  /** Where the figures are from. */
  readonly source: string;
  /** Why there is nothing, where something was to be expected. */
  readonly unknown: string | null;
}

const topCount = 12;
const endpoint = 'IBKR /portfolio/{account}/allocation';
const fromPositions = 'sum over the positions, at IBKR’s exchange rates';

/** Five ways to cut the account; long and short never netted. Positions tell what IBKR's allocation does not. */
export function shareGroups(
  allocation: Allocation,
  list: PositionList | undefined,
): ReadonlyArray<ShareGroup> {
  const own = (
    kind: PositionFilter['field'],
    name: string,
    slices: ReadonlyArray<AllocationSlice>,
  ): ShareGroup => ({
    ...{ kind, name, source: endpoint, unknown: null },
    shares: sortedShares(slices),
  });
  const counted = (kind: 'currency' | 'symbol', name: string, count: number): ShareGroup => {
    const slices = list === undefined || !list.complete ? null : slicesOf(list, kind);
    return {
      ...{ kind, name, source: fromPositions },
      shares: slices === null ? [] : sortedShares(slices).slice(0, count),
      unknown:
        slices !== null
          ? null
          : list?.complete === true
            ? 'An exchange rate is missing: the shares are not known.'
            : 'Not every position is read yet.',
    };
  };
  return [
    own('assetClass', 'Asset class', allocation.byAssetClass),
    own('sector', 'Sector', allocation.bySector),
    own('industryGroup', 'Industry', allocation.byGroup),
    counted('currency', 'Currency of positions', 40),
    counted('symbol', 'Top holdings', topCount),
  ];
}

/** Base values by currency or symbol, futures left out: their value is no equity. `null` where one is unknown. */
function slicesOf(list: PositionList, kind: 'currency' | 'symbol'): ReadonlyArray<AllocationSlice> | null {
  const slices = new Map<string, { long: Decimal | null; short: Decimal | null }>();
  for (const position of list.positions) {
    const { marketValueBase, assetClass } = position;
    if (assetClass === 'FUT' || sign(position.quantity) === 0) continue;
    if (marketValueBase === null) return null;
    const name = position[kind] ?? 'Others';
    const slice = slices.get(name) ?? { long: null, short: null };
    const side = sign(marketValueBase) < 0 ? 'short' : 'long';
    slice[side] = slice[side] === null ? marketValueBase : add(slice[side], marketValueBase);
    slices.set(name, slice);
  }
  return [...slices].map(([name, slice]) => ({ name, ...slice }));
}

/** Long and short apart, the greatest first. Unknown parts are left out, never counted as zero. */
export function sortedShares(slices: ReadonlyArray<AllocationSlice>): ReadonlyArray<Share> {
  const parts = slices.flatMap(({ name: code, long, short }) => {
    const name = ownEntry(className, code) ?? code;
    return [
      ...(long === null || Number(long) === 0 ? [] : [{ name, code, side: 'long' as const, value: long }]),
      ...(short === null || Number(short) === 0
        ? []
        : [{ name, code, side: 'short' as const, value: short }]),
    ];
  });
  const whole = sum(parts.map(({ value }) => abs(value)));
  return parts
    .map((part) => ({ ...part, percent: percentOf(abs(part.value), whole) }))
    .sort((a, b) => compare(abs(b.value), abs(a.value)));
}

/** What a press on a share restricts the positions to; cash has none. */
export const filterOf = (kind: PositionFilter['field'], share: Share): PositionFilter | null =>
  kind === 'assetClass' && share.code === 'CASH'
    ? null
    : {
        ...{ field: kind, value: share.code, side: share.side },
        name: `${share.name}${share.side === 'short' ? ', short' : ', long'}`,
      };

// The gateway writes asset classes as codes, sectors and industries in words. CASH is money here, not forex.
const className: Readonly<Record<string, string>> = {
  CASH: 'Cash',
  STK: 'Stocks',
  OPT: 'Options',
  FUT: 'Futures',
  FOP: 'Future options',
  BOND: 'Bonds',
  FUND: 'Funds',
  CRYPTO: 'Crypto',
  CFD: 'CFDs',
  WAR: 'Warrants',
};
