/** What the quote panel shows of a symbol, by purpose: ids of `market-field.ts`. */
export const figureGroups: ReadonlyArray<{ readonly name: string; readonly ids: ReadonlyArray<string> }> = [
  {
    name: 'Day',
    ids: ['open', 'previousClose', 'volume', 'averageVolume', 'lastSize', 'mark', 'changeSinceOpen'],
  },
  {
    name: 'Company',
    ids: ['marketCap', 'priceToEarnings', 'earningsPerShare', 'beta', 'industry', 'category'],
  },
  {
    name: 'Dividend',
    ids: ['dividendAmount', 'dividendYield', 'exDividendDate', 'dividends', 'dividendsPaid'],
  },
  {
    name: 'Volatility and options',
    ids: [
      ...[
        'optionImpliedVolatility',
        'historicVolatility',
        'impliedToHistoric',
        'optionVolume',
        'putCallRatio',
      ],
      ...[
        'impliedVolatility',
        'delta',
        'gamma',
        'theta',
        'vega',
        'optionOpenInterest',
        'futuresOpenInterest',
      ],
      'lastTradingDate',
    ],
  },
  { name: 'Short selling', ids: ['shortability', 'shortableShares', 'shortFee'] },
  { name: 'Bond', ids: ['lastYield', 'bidYield', 'askYield', 'ratings', 'issueDate'] },
  { name: 'Events', ids: ['upcomingEvent', 'upcomingEventDate', 'upcomingEarnings', 'recentEarnings'] },
];

export const figureFields: ReadonlyArray<string> = [
  ...new Set([...figureGroups.flatMap(({ ids }) => ids), 'yearHigh', 'yearLow']),
];

/** Groups that every instrument has; the others appear when IBKR sends one of their figures. */
export const alwaysShown: ReadonlySet<string> = new Set(['Day']);
