/** What a preset shows. */
export const columnPresets: ReadonlyArray<{
  readonly name: string;
  readonly columns: ReadonlyArray<string> | null;
}> = [
  { name: 'As wide as the panel', columns: null },
  { name: 'Basic', columns: ['symbol', 'quantity', 'last', 'value-base', 'gain', 'gain-percent', 'weight'] },
  {
    name: 'Day trade',
    columns: [
      'symbol',
      'quantity',
      'last',
      'change',
      'change-percent',
      'average',
      'day',
      'day-percent',
      'gain',
      'realized',
    ],
  },
  {
    name: 'Long term',
    columns: [
      'symbol',
      'name',
      'sector',
      'group',
      'quantity',
      'cost',
      'last',
      'value',
      'value-base',
      'gain',
      'gain-percent',
      'weight',
      'currency',
    ],
  },
  {
    name: 'Options',
    columns: [
      'symbol',
      'expiry',
      'strike',
      'right',
      'multiplier',
      'quantity',
      'average',
      'cost',
      'last',
      'value',
      'day',
      'gain',
      'weight',
    ],
  },
];
