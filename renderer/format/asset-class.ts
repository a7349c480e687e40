import { ownEntry } from '../../shared/own-entry';

const words: Readonly<Record<string, string>> = {
  STK: 'stock',
  OPT: 'option',
  FUT: 'future',
  FOP: 'future option',
  CASH: 'forex',
  IND: 'index',
  BOND: 'bond',
  FUND: 'fund',
  CRYPTO: 'crypto',
  CFD: 'CFD',
  WAR: 'warrant',
};

/** IBKR's code in a word; an unknown code stays as it is. */
export const assetClassWord = (code: string | null): string =>
  code === null ? '' : (ownEntry(words, code) ?? code);
