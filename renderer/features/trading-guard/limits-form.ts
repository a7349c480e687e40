import type { Decimal } from '../../../shared/domain/decimal';
import type { TradingLimits } from '../../../shared/domain/trading';
import { typedDecimal } from '../../format/typed-decimal';

export const limitFields = [
  { name: 'priceSoftPercent', label: 'Warn when a price is off the market by', unit: '%', whole: false },
  { name: 'priceHardPercent', label: 'Block when a price is off the market by', unit: '%', whole: false },
  { name: 'valueSoft', label: 'Warn when an order is worth more than', unit: 'base', whole: false },
  {
    name: 'valueSoftPercentOfWorth',
    label: 'Warn above this share of net liquidation',
    unit: '%',
    whole: false,
  },
  {
    name: 'valueHardPercentOfWorth',
    label: 'Block above this share of net liquidation',
    unit: '%',
    whole: false,
  },
  { name: 'ordersPerMinute', label: 'Orders in a minute', unit: 'orders', whole: true },
  { name: 'ordersPerDay', label: 'Orders in a day', unit: 'orders', whole: true },
] as const satisfies ReadonlyArray<{
  readonly name: keyof TradingLimits;
  readonly label: string;
  readonly unit: string;
  readonly whole: boolean;
}>;

export type LimitsForm = Readonly<Record<keyof TradingLimits, string>>;

export const limitsForm = (limits: TradingLimits): LimitsForm => ({
  priceSoftPercent: String(limits.priceSoftPercent),
  priceHardPercent: String(limits.priceHardPercent),
  valueSoft: limits.valueSoft,
  valueSoftPercentOfWorth: String(limits.valueSoftPercentOfWorth),
  valueHardPercentOfWorth: String(limits.valueHardPercentOfWorth),
  ordersPerMinute: String(limits.ordersPerMinute),
  ordersPerDay: String(limits.ordersPerDay),
});

/** The limits the form says; the first field that cannot be read, in words. Main has the last word on their order. */
export function limitsOf(form: LimitsForm): TradingLimits | string {
  const values = new Map<keyof TradingLimits, Decimal>();
  for (const { name, label, whole } of limitFields) {
    const read = typedDecimal(form[name]);
    if (read.kind !== 'value' || !/[1-9]/.test(read.value) || read.value.startsWith('-'))
      return `“${label}” needs a number above zero.`;
    if (whole && read.value.includes('.')) return `“${label}” needs a whole number.`;
    values.set(name, read.value);
  }
  // Percentages and counts, no money: binary numbers carry them exactly enough.
  const number = (name: keyof TradingLimits): number => Number(values.get(name));
  const limits: TradingLimits = {
    priceSoftPercent: number('priceSoftPercent'),
    priceHardPercent: number('priceHardPercent'),
    valueSoft: values.get('valueSoft') ?? ('0' as Decimal),
    valueSoftPercentOfWorth: number('valueSoftPercentOfWorth'),
    valueHardPercentOfWorth: number('valueHardPercentOfWorth'),
    ordersPerMinute: number('ordersPerMinute'),
    ordersPerDay: number('ordersPerDay'),
  };
  return limits.priceSoftPercent > limits.priceHardPercent ||
    limits.valueSoftPercentOfWorth > limits.valueHardPercentOfWorth
    ? 'The warning must come before the block.'
    : limits;
}
