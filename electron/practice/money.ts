import Big from 'big.js';

/** Exact decimals for everything that is money or quantity; binary floats only inside the price process. */
export { Big };

export const zero = new Big(0);

export const big = (value: number | string | Big): Big => new Big(value);

export const sum = (values: Iterable<Big>): Big => {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
};

/** Half away from zero, as IBKR's statements round. */
export const round = (value: Big, places: number): Big => value.round(places, Big.roundHalfUp);

/** For JSON numbers on the wire, which IBKR sends as doubles. */
export const toNumber = (value: Big, places = 8): number => Number(round(value, places).toString());

export const largest = (a: Big, b: Big): Big => (a.gte(b) ? a : b);
export const smallest = (a: Big, b: Big): Big => (a.lte(b) ? a : b);

/** `1234567.891` → `1,234,568` (or with decimals), the way IBKR formats amounts inside texts. */
export function withCommas(value: Big | number, places = 0): string {
  const text = round(new Big(value), places).toFixed(places);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
