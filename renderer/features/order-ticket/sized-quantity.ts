import {
  abs,
  type Decimal,
  divide,
  multiply,
  sign,
  subtract,
  toMultiple,
} from '../../../shared/domain/decimal';
import { typedDecimal } from '../../format/typed-decimal';
import { numberText, quantityText } from '../../format/number-text';

export type QuantityMode = 'units' | 'cash' | 'percent' | 'risk';

export interface SizeFacts {
  /** What one unit is reckoned at; `null` where nothing is known. */
  readonly price: Decimal | null;
  /** Where the loss is cut, for the risk mode. */
  readonly stop: Decimal | null;
  readonly held: Decimal | null;
  /** Price × this = money for one unit: multiplier ÷ magnifier. */
  readonly unitValue: Decimal;
  readonly step: Decimal;
  readonly currency: string | null;
  /** "shares", "contracts". */
  readonly unit: string;
}

export interface Sized {
  /** As the ticket would have it typed; empty where nothing follows yet. */
  readonly quantity: string;
  /** The conversion in words; empty for plain units. */
  readonly words: string;
}

const one = '1' as Decimal;
const hundred = '100' as Decimal;

/** Turns an amount into whole units, rounded down, and says so. Units themselves pass as typed. */
export function sizedQuantity(mode: QuantityMode, typed: string, facts: SizeFacts): Sized {
  if (mode === 'units') return { quantity: typed, words: '' };
  const read = typedDecimal(typed);
  if (read.kind !== 'value' || sign(read.value) <= 0) return { quantity: '', words: hintOf(mode, facts) };
  const raw = rawUnits(mode, read.value, facts);
  if (raw.units === null) return { quantity: '', words: raw.why };
  const units = toMultiple(raw.units, sign(facts.step) > 0 ? facts.step : one, 'down');
  const money = (value: Decimal | null): string => `${numberText(value, 2)} ${facts.currency ?? ''}`.trim();
  if (sign(units) <= 0) {
    return {
      quantity: '',
      words: `Less than one step of ${quantityText(facts.step)} ${facts.unit}: nothing to order.`,
    };
  }
  const cost = facts.price === null ? null : multiply(multiply(units, abs(facts.price)), facts.unitValue);
  const what = `${quantityText(units)} ${facts.unit}`;
  if (mode === 'percent') {
    return {
      quantity: units,
      words: `${quantityText(read.value)} % of ${quantityText(facts.held)} held → ${what}, rounded down.`,
    };
  }
  if (mode === 'risk')
    return {
      quantity: units,
      words: `${money(read.value)} at risk down to the stop → ${what} (${money(cost)}).`,
    };
  const left = cost === null ? null : subtract(read.value, cost);
  return { quantity: units, words: `${money(read.value)} → ${what} (${money(cost)}), ${money(left)} left.` };
}

type Raw = { readonly units: Decimal } | { readonly units: null; readonly why: string };

function rawUnits(mode: 'cash' | 'percent' | 'risk', amount: Decimal, facts: SizeFacts): Raw {
  const no = (why: string): Raw => ({ units: null, why });
  const share = (a: Decimal, b: Decimal, why: string): Raw => {
    const units = divide(a, b);
    return units === null ? no(why) : { units };
  };
  if (mode === 'percent') {
    if (facts.held === null) return no('How much is held is not known yet.');
    if (sign(facts.held) === 0) return no('Nothing is held of this.');
    return share(multiply(abs(facts.held), amount), hundred, '');
  }
  if (facts.price === null) return no('Needs a price, or a quote to reckon with.');
  if (mode === 'cash')
    return share(amount, multiply(abs(facts.price), facts.unitValue), 'Needs a price above zero.');
  if (facts.stop === null) return no('Needs a stop loss: the risk lies between entry and stop.');
  const distance = multiply(abs(subtract(facts.price, facts.stop)), facts.unitValue);
  return share(amount, distance, 'Entry and stop are the same price.');
}

const hintOf = (mode: 'cash' | 'percent' | 'risk', { currency, unit }: SizeFacts): string =>
  ({
    cash: `An amount in ${currency ?? 'money'}; Portico orders whole ${unit}, rounded down.`,
    percent: `A share of the position in percent; whole ${unit}, rounded down.`,
    risk: `What may be lost in ${currency ?? 'money'} between entry and stop.`,
  })[mode];
