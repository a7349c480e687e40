import type { Algo, AlgoChoice, AlgoParameter } from './algo';
import { compare, toDecimal } from './decimal';
import type { OrderType } from './order-draft';

/** What is wrong with one value of an algorithm. */
export interface AlgoProblem {
  readonly parameter: string;
  readonly message: string;
}

/** What IBKR fixes for this order type; such a parameter is neither asked for nor sent. */
export const isFixed = (parameter: AlgoParameter, orderType: OrderType): boolean =>
  Object.hasOwn(parameter.fixedFor, orderType);

/** Checks the chosen values against what IBKR says of the algorithm; `null` for the algorithm: it is not offered. */
export function algoProblems(
  choice: AlgoChoice,
  algo: Algo | null,
  orderType: OrderType,
): ReadonlyArray<AlgoProblem> {
  if (algo === null)
    return [{ parameter: '', message: `IBKR does not offer ${choice.name} for this contract.` }];
  const values = new Map(choice.parameters.map(({ id, value }) => [id, value]));
  const strange = choice.parameters.find(({ id }) => !algo.parameters.some((known) => known.id === id));
  if (strange !== undefined)
    return [{ parameter: strange.id, message: `${algo.name} has no “${strange.name}”.` }];
  return algo.parameters.flatMap((parameter) => {
    if (isFixed(parameter, orderType)) return [];
    const message = problemOf(parameter, values.get(parameter.id));
    return message === null ? [] : [{ parameter: parameter.id, message }];
  });
}

const clockWithZone = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d [A-Z][A-Za-z]{1,4}(\/[A-Za-z_]{2,20})?$/;

function problemOf(parameter: AlgoParameter, value: string | boolean | undefined): string | null {
  const { name, kind, required, choices, min, max } = parameter;
  if (value === undefined || value === '') return required ? `${name} is needed.` : null;
  if (kind === 'yes-no') return typeof value === 'boolean' ? null : `${name} is yes or no.`;
  if (typeof value === 'boolean') return `${name} takes a value.`;
  switch (kind) {
    case 'choice':
      return choices.includes(value) ? null : `${name} is one of ${choices.join(', ')}.`;
    case 'time':
      return clockWithZone.test(value)
        ? null
        : `${name}: a time with its zone, such as 14:00:00 EST. A time without a zone would be guessed.`;
    case 'number':
    case 'whole': {
      const number = toDecimal(value);
      if (number === null) return `${name} is a number.`;
      if (kind === 'whole' && number.includes('.')) return `${name} is a whole number.`;
      const [low, high] = [toDecimal(min), toDecimal(max)];
      const outside =
        (low !== null && compare(number, low) < 0) || (high !== null && compare(number, high) > 0);
      return outside ? `${name} lies between ${low ?? '…'} and ${high ?? '…'}.` : null;
    }
    case 'text':
      return null;
  }
}

/** "by VWAP (max percentage 10, start time 14:00:00 EST)": as it stands in the order's sentence. */
export function algoWords({ name, parameters }: AlgoChoice): string {
  // What is not wanted is sent as such, and needs no words.
  const said = parameters
    .filter(({ value }) => value !== false)
    .map(({ name: what, value }) => (value === true ? what : `${what} ${value}`).toLowerCase());
  return said.length === 0 ? `by IBKR’s ${name}` : `by IBKR’s ${name} (${said.join(', ')})`;
}
