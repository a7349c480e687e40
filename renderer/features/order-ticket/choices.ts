import type { OrderRules } from '../../../shared/domain/instrument';
import type { OrderType, Tif } from '../../../shared/domain/order-draft';
import { orderTypes, takesType } from '../../../shared/domain/order-types';

interface Choice<Value> {
  readonly value: Value;
  readonly text: string;
}

const typeChoices = [
  { value: 'LMT', text: 'Limit' },
  { value: 'MKT', text: 'Market' },
  { value: 'STP', text: 'Stop' },
  { value: 'STOP_LIMIT', text: 'Stop limit' },
  { value: 'TRAIL', text: 'Trailing stop' },
  { value: 'TRAILLMT', text: 'Trailing stop limit' },
  { value: 'MIT', text: 'Market if touched' },
  { value: 'LIT', text: 'Limit if touched' },
  { value: 'MIDPRICE', text: 'Midprice' },
  { value: 'REL', text: 'Relative' },
  { value: 'MOC', text: 'Market on close' },
  { value: 'LOC', text: 'Limit on close' },
] as const satisfies ReadonlyArray<Choice<OrderType>>;

const tifChoices = [
  { value: 'DAY', text: 'Day' },
  { value: 'GTC', text: 'Good till cancelled' },
  { value: 'IOC', text: 'Immediate or cancel' },
  { value: 'OPG', text: 'At the open' },
  { value: 'OVT', text: 'Overnight' },
  { value: 'OND', text: 'Overnight and day' },
  { value: 'PAX', text: 'Paxos' },
] as const satisfies ReadonlyArray<Choice<Tif>>;

export const knownTifs = tifChoices.map(({ value }) => value);

/** The types this contract takes, and the chosen one even where it does not: its problem is then said beside it. */
export const typesFor = (
  rules: OrderRules | undefined,
  chosen: OrderType,
): ReadonlyArray<Choice<OrderType>> =>
  typeChoices.filter(
    ({ value }) => value === chosen || rules === undefined || takesType(rules.orderTypes, value),
  );

/** Lives that fit the contract and the type. Rules say "GTC/o,a": what follows the slash are flags. */
export function tifsFor(
  rules: OrderRules | undefined,
  type: OrderType,
  chosen: Tif,
): ReadonlyArray<Choice<Tif>> {
  const named = rules?.tifs.map((entry) => entry.split('/')[0]?.toUpperCase()) ?? [];
  return tifChoices.filter(({ value }) => {
    if (value === chosen) return true;
    if (orderTypes[type].dayOnly) return value === 'DAY';
    return named.length === 0 || named.includes(value);
  });
}

/** Whether the type may run outside regular hours here. */
export const mayRunOutside = (rules: OrderRules | undefined, type: OrderType): boolean =>
  rules === undefined || takesType(rules.orderTypesOutside, type);
