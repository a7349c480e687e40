export const marginKeys = [
  'equitywithloanvalue',
  'initmarginreq',
  'maintmarginreq',
  'availablefunds',
  'excessliquidity',
] as const;
export type MarginKey = (typeof marginKeys)[number];

/** IBKR's margin keys in words. */
export const marginTexts: Readonly<
  Record<MarginKey, { readonly name: string; readonly definition: string }>
> = {
  equitywithloanvalue: {
    name: 'Equity with loan',
    definition: 'What counts as equity for margin: cash and what can be lent against.',
  },
  initmarginreq: {
    name: 'Initial margin',
    definition: 'What IBKR requires to open the positions held; a new order needs its own on top.',
  },
  maintmarginreq: {
    name: 'Maintenance margin',
    definition: 'What IBKR requires to keep the positions. Below it, IBKR closes positions without asking.',
  },
  availablefunds: {
    name: 'Available funds',
    definition: 'Equity with loan less initial margin: what new positions may require.',
  },
  excessliquidity: {
    name: 'Excess liquidity',
    definition: 'Equity with loan less maintenance margin: how far the account is from a liquidation.',
  },
};
