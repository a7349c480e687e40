import { type Decimal, toFixed } from '../../../shared/domain/decimal';
import type { Position } from '../../../shared/domain/position';
import { assetClassWord } from '../../format/asset-class';
import { numberText, priceText, unknownText } from '../../format/number-text';
import type { Grouping, PositionFilter } from '../../state/positions-view';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "15 Jan 27" of YYYYMMDD. */
export const expiryText = (expiry: string | null): string =>
  expiry === null
    ? unknownText
    : `${Number(expiry.slice(6))} ${months[Number(expiry.slice(4, 6)) - 1] ?? '?'} ${expiry.slice(2, 4)}`;

/** What tells contracts of one ticker apart: "15 Jan 27 250 C"; empty for what has neither expiry nor strike. */
export function contractText({ expiry, strike, right }: Position): string {
  if (expiry === null) return '';
  return [
    expiryText(expiry),
    strike === null ? null : numberText(strike, strike.includes('.') ? 2 : 0),
    right,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** The unit in which a price is quoted: GBX for London's pence. */
export const quoteUnit = ({ currency, priceMagnification }: Position): string | null =>
  currency === 'GBP' && priceMagnification === '100' ? 'GBX' : currency;

export const classText = ({ assetClass }: Position): string => {
  const word = assetClassWord(assetClass);
  return word === '' ? unknownText : word.charAt(0).toUpperCase() + word.slice(1);
};

/** IBKR averages carry up to eight digits of noise; two suffice above one unit, four below. */
export const averageText = (average: Position['averagePrice']): string =>
  priceText(average, average !== null && Math.abs(Number(average)) < 5 ? 4 : 2);

/** IBKR's marks are single floats ("710.64001465"): four decimals are real, six below twenty, where currencies live. */
export function markWithoutNoise(mark: Decimal): Decimal {
  const rounded = toFixed(mark, Math.abs(Number(mark)) < 20 ? 6 : 4);
  return rounded.replace(/(\.\d\d\d*?)0+$/, '$1') as Decimal;
}

/** In which group a row stands. */
export const groupNameOf: Readonly<
  Record<Exclude<Grouping, 'none' | 'combo'>, (row: Position, accountName: (id: string) => string) => string>
> = {
  assetClass: classText,
  sector: ({ sector }) => sector ?? 'Sector not known',
  industryGroup: ({ industryGroup }) => industryGroup ?? 'Industry not known',
  currency: ({ currency }) => currency ?? 'Currency not known',
  underlying: ({ symbol }) => symbol,
  account: ({ accountId }, accountName) => accountName(accountId),
};

export const groupingNames: Readonly<Record<Grouping, string>> = {
  none: 'No groups',
  assetClass: 'By class',
  sector: 'By sector',
  industryGroup: 'By industry',
  currency: 'By currency',
  underlying: 'By underlying',
  combo: 'By combination',
  account: 'By account',
};

/** Whether a row passes the words typed and the part of the allocation chosen. Words are all to be found. */
export function passes(row: Position, words: string, filter: PositionFilter | null): boolean {
  if (filter !== null) {
    const own = filter.field === 'symbol' ? row.symbol : row[filter.field];
    if ((own ?? 'Others') !== filter.value) return false;
    if (filter.side === 'long' && row.quantity.startsWith('-')) return false;
    if (filter.side === 'short' && !row.quantity.startsWith('-')) return false;
  }
  if (words === '') return true;
  const text = [
    row.symbol,
    row.name,
    row.sector,
    row.currency,
    classText(row),
    contractText(row),
    row.exchange,
  ]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
