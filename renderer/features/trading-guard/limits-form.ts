import type { Decimal } from '../../../shared/domain/decimal';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import { typedDecimal } from '../../format/typed-decimal';

interface Cell {
  readonly name: keyof TradingLimits;
  readonly unit: string;
  readonly whole?: true;
  /** May be left empty: no such limit. */
  readonly optional?: true;
}

/** One line of the dialog: what is measured, from where it is asked about, from where nothing goes out. */
export interface LimitRow {
  readonly label: string;
  readonly warn: Cell | null;
  readonly block: Cell | null;
}

export const limitGroups: ReadonlyArray<{ readonly title: string; readonly rows: ReadonlyArray<LimitRow> }> =
  [
    {
      title: 'Price and value',
      rows: [
        {
          label: 'Price off the market',
          warn: { name: 'priceSoftPercent', unit: '%' },
          block: { name: 'priceHardPercent', unit: '%' },
        },
        {
          label: 'Value of one order',
          warn: { name: 'valueSoft', unit: 'base' },
          block: { name: 'valueHard', unit: 'base', optional: true },
        },
        {
          label: 'Share of net liquidation',
          warn: { name: 'valueSoftPercentOfWorth', unit: '%' },
          block: { name: 'valueHardPercentOfWorth', unit: '%' },
        },
        {
          label: 'Options at strike, of net liquidation',
          warn: { name: 'exposureSoftPercentOfWorth', unit: '%' },
          block: { name: 'exposureHardPercentOfWorth', unit: '%' },
        },
      ],
    },
    {
      title: 'Size',
      rows: [
        {
          label: 'Shares or contracts in one order',
          warn: null,
          block: { name: 'quantityHard', unit: 'units', optional: true },
        },
        {
          label: 'Against your usual order in it',
          warn: { name: 'sizeSoftTimesMedian', unit: '×' },
          block: { name: 'sizeHardTimesMedian', unit: '×' },
        },
        {
          label: 'Of an average day’s volume',
          warn: { name: 'sizeSoftPercentOfVolume', unit: '%' },
          block: { name: 'sizeHardPercentOfVolume', unit: '%' },
        },
      ],
    },
    {
      title: 'Pace and day',
      rows: [
        {
          label: 'Same contract and side again within',
          warn: { name: 'duplicateSeconds', unit: 's', whole: true },
          block: null,
        },
        {
          label: 'Orders in a minute: stops all trading',
          warn: null,
          block: { name: 'ordersPerMinute', unit: 'orders', whole: true },
        },
        {
          label: 'Orders in a day',
          warn: null,
          block: { name: 'ordersPerDay', unit: 'orders', whole: true },
        },
        {
          label: 'Loss of an account in a day',
          warn: null,
          block: { name: 'dailyLoss', unit: 'base', optional: true },
        },
      ],
    },
  ];

const cells = limitGroups.flatMap(({ rows }) =>
  rows.flatMap(({ label, warn, block }) =>
    [warn, block].filter((cell) => cell !== null).map((cell) => ({ label, ...cell })),
  ),
);

export type LimitsForm = Readonly<Record<keyof TradingLimits, string>>;

export const limitsForm = (limits: TradingLimits): LimitsForm =>
  // Every limit has its cell; Object.fromEntries forgets the names.
  Object.fromEntries(cells.map(({ name }) => [name, String(limits[name] ?? '')])) as unknown as LimitsForm;

/** The limits the form says; the first field that cannot be read, in words. Main has the last word on their order. */
export function limitsOf(form: LimitsForm): TradingLimits | string {
  const values = new Map<keyof TradingLimits, Decimal>();
  for (const { name, label, whole, optional } of cells) {
    if (optional === true && form[name].trim() === '') continue;
    const read = typedDecimal(form[name]);
    if (read.kind !== 'value' || !/[1-9]/.test(read.value) || read.value.startsWith('-'))
      return `“${label}” needs a number above zero.`;
    if (whole === true && read.value.includes('.')) return `“${label}” needs a whole number.`;
    values.set(name, read.value);
  }
  // Percentages and counts, no money: binary numbers carry them exactly enough.
  const number = (name: keyof TradingLimits): number => Number(values.get(name));
  const money = (name: keyof TradingLimits): Decimal | null => values.get(name) ?? null;
  const limits: TradingLimits = {
    priceSoftPercent: number('priceSoftPercent'),
    priceHardPercent: number('priceHardPercent'),
    valueSoft: money('valueSoft') ?? ('0' as Decimal),
    valueHard: money('valueHard'),
    valueSoftPercentOfWorth: number('valueSoftPercentOfWorth'),
    valueHardPercentOfWorth: number('valueHardPercentOfWorth'),
    exposureSoftPercentOfWorth: number('exposureSoftPercentOfWorth'),
    exposureHardPercentOfWorth: number('exposureHardPercentOfWorth'),
    quantityHard: money('quantityHard'),
    sizeSoftTimesMedian: number('sizeSoftTimesMedian'),
    sizeHardTimesMedian: number('sizeHardTimesMedian'),
    sizeSoftPercentOfVolume: number('sizeSoftPercentOfVolume'),
    sizeHardPercentOfVolume: number('sizeHardPercentOfVolume'),
    duplicateSeconds: number('duplicateSeconds'),
    ordersPerMinute: number('ordersPerMinute'),
    ordersPerDay: number('ordersPerDay'),
    dailyLoss: money('dailyLoss'),
  };
  const lateWarning = limitGroups
    .flatMap(({ rows }) => rows)
    .find(({ warn, block }) => warn !== null && block !== null && exceeds(values, warn.name, block.name));
  return lateWarning === undefined
    ? limits
    : `“${lateWarning.label}”: the warning must come before the block.`;
}

/** Only for comparing two fields of the form with each other. */
function exceeds(
  values: ReadonlyMap<keyof TradingLimits, Decimal>,
  warn: keyof TradingLimits,
  block: keyof TradingLimits,
): boolean {
  const [low, high] = [values.get(warn), values.get(block)];
  return low !== undefined && high !== undefined && Number(low) > Number(high);
}
