import { priceText, quantityText } from '../../format/number-text';
import { clockText } from '../../format/time-text';
import type { MoneyText } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import type { PositionRow } from './position-row';

export interface ExplainContext {
  readonly money: MoneyText;
  readonly base: string | null;
  readonly ratesAsOfMs: number | null;
}

export type Explain = (row: PositionRow, context: ExplainContext) => Explanation;
type Input = NonNullable<Explanation['inputs']>[number];

/** Which of IBKR's lists a row is of. */
export const listOf = ({ origin }: PositionRow): string =>
  origin === 'near-real-time'
    ? 'IBKR /portfolio2/{account}/positions'
    : 'IBKR /portfolio/{account}/positions/{page}';

const cautionOf = (row: PositionRow, { money }: ExplainContext): Pick<Explanation, 'caution'> =>
  row.otherQuantity !== null
    ? {
        caution: `IBKR contradicts itself: its other list says ${money.quantity(row.otherQuantity)} instead of ${money.quantity(row.quantity)}.`,
      }
    : row.origin === 'cached'
      ? {
          caution:
            'From IBKR’s cached list, which may lag by minutes: the near-real-time one did not answer.',
        }
      : {};

/** The exchange rate behind a base amount; nothing where none was needed. */
export const rateOf = (row: PositionRow, { base, ratesAsOfMs }: ExplainContext): Pick<Explanation, 'rate'> =>
  row.currency === null || row.currency === base
    ? {}
    : {
        rate:
          row.rate === null
            ? `IBKR’s ledger names none for ${row.currency}`
            : `1 ${row.currency} = ${priceText(row.rate, null)} ${base ?? ''}, IBKR’s ledger${ratesAsOfMs === null ? '' : ` ${clockText(ratesAsOfMs)}`}`,
      };

/** Age, currency and doubts that every figure of a row shares. */
export const common = (
  row: PositionRow,
  context: ExplainContext,
): Pick<Explanation, 'asOfMs' | 'currency' | 'caution'> => ({
  asOfMs: row.liveMs ?? row.listMs,
  currency: row.currency,
  ...cautionOf(row, context),
});

export const markInput = (row: PositionRow): Input => ({
  name: row.liveMs === null ? 'IBKR’s mark' : 'Live price',
  value: `${priceText(row.marketPrice, null)} ${row.currency ?? ''}`,
});
export const quantityInput = (row: PositionRow, { money }: ExplainContext): Input => ({
  name: 'Quantity',
  value: money.quantity(row.quantity),
});
export const multiplierInput = (row: PositionRow): ReadonlyArray<Input> =>
  row.multiplier === null ? [] : [{ name: 'Multiplier', value: quantityText(row.multiplier) }];
