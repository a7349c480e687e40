import { abs, compare, type Decimal, sum } from '../../../shared/domain/decimal';
import type { AllocationSlice } from '../../../shared/domain/portfolio';
import { percentOf } from '../../format/percent-of';

export const allocationKinds = [
  { kind: 'byAssetClass', name: 'Asset class' },
  { kind: 'bySector', name: 'Sector' },
  { kind: 'byGroup', name: 'Industry' },
] as const;

export interface Share {
  readonly name: string;
  readonly side: 'long' | 'short';
  readonly value: Decimal;
  /** Of everything held, long and short taken as sizes; `null` where that is nothing. */
  readonly percent: Decimal | null;
}

/** Long and short apart, the greatest first. Unknown parts are left out, never counted as zero. */
export function sortedShares(slices: ReadonlyArray<AllocationSlice>): ReadonlyArray<Share> {
  const parts = slices.flatMap(({ name: code, long, short }) => {
    const name = className[code] ?? code;
    return [
      ...(long === null || Number(long) === 0 ? [] : [{ name, side: 'long' as const, value: long }]),
      ...(short === null || Number(short) === 0 ? [] : [{ name, side: 'short' as const, value: short }]),
    ];
  });
  const whole = sum(parts.map(({ value }) => abs(value)));
  return parts
    .map((part) => ({ ...part, percent: percentOf(abs(part.value), whole) }))
    .sort((a, b) => compare(abs(b.value), abs(a.value)));
}

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
