import type { Instrument } from '../market/instrument';
import type { Big } from '../money';
import { big, largest, round, smallest, zero } from '../money';

interface Schedule {
  /** Per share or contract, in the trade currency. */
  readonly perUnit?: string;
  /** Share of the traded value. */
  readonly ofValue?: string;
  readonly minimum: string;
  /** Upper bound as a share of the traded value. */
  readonly cap?: string;
}

/** IBKR Pro, fixed pricing (https://www.interactivebrokers.com/en/pricing/commissions-stocks.php, read 2026-11), rounded. */
const stocks: Record<string, Schedule> = {
  USD: { perUnit: '0.005', minimum: '1', cap: '0.01' },
  CAD: { perUnit: '0.01', minimum: '1', cap: '0.005' },
  EUR: { ofValue: '0.0005', minimum: '3' },
  GBP: { ofValue: '0.0005', minimum: '3' },
  CHF: { ofValue: '0.0005', minimum: '5' },
  JPY: { ofValue: '0.0008', minimum: '80' },
  HKD: { ofValue: '0.0008', minimum: '18' },
};
const others: Partial<Record<Instrument['secType'], Schedule>> = {
  OPT: { perUnit: '0.65', minimum: '1' },
  FOP: { perUnit: '2.02', minimum: '2.02' },
  FUT: { perUnit: '2.25', minimum: '2.25' },
  CASH: { ofValue: '0.00002', minimum: '2' },
  BOND: { ofValue: '0.001', minimum: '1' },
  CRYPTO: { ofValue: '0.0018', minimum: '1.75', cap: '0.01' },
  FUND: { minimum: '14.95' },
  WAR: { ofValue: '0.001', minimum: '4' },
  CFD: { perUnit: '0.005', minimum: '1' },
};
const fallback: Schedule = { ofValue: '0.001', minimum: '5' };

/**
 * Commission of a whole order that has traded `quantity` worth `value` (trade currency). Fills are charged
 * the difference to what the order has paid so far, so that the minimum is charged once.
 */
export function commissionOf(instrument: Instrument, quantity: Big, value: Big): Big {
  if (quantity.eq(0)) return zero;
  const schedule =
    instrument.secType === 'STK'
      ? (stocks[instrument.currency] ?? fallback)
      : (others[instrument.secType] ?? fallback);
  const rate =
    schedule.perUnit !== undefined
      ? quantity.times(schedule.perUnit)
      : value.abs().times(schedule.ofValue ?? '0');
  const charged = largest(rate, big(schedule.minimum));
  const capped = schedule.cap === undefined ? charged : smallest(charged, value.abs().times(schedule.cap));
  return round(capped, instrument.currency === 'JPY' ? 0 : 4);
}
