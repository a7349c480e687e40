/** How a figure is written, read and compared. `magnitude` may come as "1.2M"; `text` is shown as it comes. */
export type FieldKind =
  | 'price'
  | 'change'
  | 'size'
  | 'magnitude'
  | 'percent'
  | 'percentChange'
  | 'number'
  | 'money'
  | 'text'
  | 'date';

export interface MarketField {
  readonly id: string;
  /** IBKR's code. Source: api/snapshot_fields.json, OpenAPI 2.28, read 2026-11. */
  readonly code: string;
  /** In words, for the column list. */
  readonly name: string;
  /** For the column's head. */
  readonly short: string;
  readonly group: FieldGroup;
  readonly kind: FieldKind;
}

export const fieldGroups = [
  'Price',
  'Volume',
  'Ranges and averages',
  'Volatility',
  'Options and futures',
  'Bonds',
  'Fundamentals',
  'Short selling',
  'Position',
  'Events',
  'Contract',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

type Line = readonly [id: string, code: string, name: string, short: string, kind: FieldKind];

const groups: Readonly<Record<FieldGroup, ReadonlyArray<Line>>> = {
  Price: [
    ['last', '31', 'Last price', 'Last', 'price'],
    ['change', '82', 'Change since the close', 'Change', 'change'],
    ['changePercent', '83', 'Change since the close, percent', 'Chg %', 'percentChange'],
    ['bid', '84', 'Bid', 'Bid', 'price'],
    ['bidSize', '88', 'Bid size', 'Bid size', 'size'],
    ['ask', '86', 'Ask', 'Ask', 'price'],
    ['askSize', '85', 'Ask size', 'Ask size', 'size'],
    ['lastSize', '7059', 'Last size', 'Last size', 'size'],
    ['open', '7295', 'Open', 'Open', 'price'],
    ['high', '70', 'High of the day', 'High', 'price'],
    ['low', '71', 'Low of the day', 'Low', 'price'],
    ['previousClose', '7741', 'Previous close', 'Prev close', 'price'],
    ['mark', '7635', 'Mark price', 'Mark', 'price'],
    ['changeSinceOpen', '7682', 'Change since the open', 'Since open', 'change'],
    ['bidExchanges', '7068', 'Exchanges at the bid', 'Bid exch', 'text'],
    ['askExchanges', '7057', 'Exchanges at the ask', 'Ask exch', 'text'],
    ['lastExchange', '7058', 'Exchange of the last trade', 'Last exch', 'text'],
  ],
  Volume: [
    ['volume', '7762', 'Volume of the day', 'Volume', 'size'],
    ['averageVolume', '7282', 'Average volume, 90 days', 'Avg vol', 'magnitude'],
    ['optionVolume', '7089', 'Option volume', 'Opt vol', 'magnitude'],
    ['optionVolumeChange', '7607', 'Option volume against its average', 'Opt vol %', 'percent'],
  ],
  'Ranges and averages': [
    ['yearHigh', '7293', 'High of 52 weeks', '52w high', 'price'],
    ['yearLow', '7294', 'Low of 52 weeks', '52w low', 'price'],
    ['ema20', '7677', 'Moving average, 20 days', 'EMA 20', 'price'],
    ['ema50', '7676', 'Moving average, 50 days', 'EMA 50', 'price'],
    ['ema100', '7675', 'Moving average, 100 days', 'EMA 100', 'price'],
    ['ema200', '7674', 'Moving average, 200 days', 'EMA 200', 'price'],
    ['toEma20', '7681', 'Price against the 20-day average', 'vs EMA 20', 'percentChange'],
    ['toEma50', '7724', 'Price against the 50-day average', 'vs EMA 50', 'percentChange'],
    ['toEma100', '7679', 'Price against the 100-day average', 'vs EMA 100', 'percentChange'],
    ['toEma200', '7678', 'Price against the 200-day average', 'vs EMA 200', 'percentChange'],
  ],
  Volatility: [
    ['optionImpliedVolatility', '7283', 'Implied volatility of its options', 'Opt IV', 'percent'],
    ['historicVolatility', '7087', 'Historic volatility, 30 days', 'Hist vol', 'percent'],
    ['closeVolatility', '7088', 'Historic volatility at the close', 'Close vol', 'percent'],
    ['impliedToHistoric', '7084', 'Implied against historic volatility', 'IV / HV', 'percent'],
    ['beta', '7718', 'Beta', 'Beta', 'number'],
    ['indexDelta', '7696', 'Delta in SPX terms', 'SPX delta', 'number'],
  ],
  'Options and futures': [
    ['impliedVolatility', '7633', 'Implied volatility', 'IV', 'percent'],
    ['delta', '7308', 'Delta', 'Delta', 'number'],
    ['gamma', '7309', 'Gamma', 'Gamma', 'number'],
    ['theta', '7310', 'Theta', 'Theta', 'number'],
    ['vega', '7311', 'Vega', 'Vega', 'number'],
    ['optionOpenInterest', '7638', 'Open interest of the option', 'Open int', 'magnitude'],
    ['futuresOpenInterest', '7697', 'Open interest of the future', 'Fut open int', 'magnitude'],
    ['putCallInterest', '7085', 'Put/call open interest', 'P/C int', 'number'],
    ['putCallVolume', '7086', 'Put/call volume', 'P/C vol', 'number'],
    ['putCallRatio', '7285', 'Put/call ratio', 'P/C', 'number'],
    ['breakEven', '7695', 'Break-even', 'Break-even', 'price'],
    ['profitProbability', '7703', 'Probability of profit', 'P(profit)', 'percent'],
    ['maxReturnProbability', '7694', 'Probability of the maximum return', 'P(max gain)', 'percent'],
    ['maxLossProbability', '7702', 'Probability of the maximum loss', 'P(max loss)', 'percent'],
    ['lastTradingDate', '7714', 'Last trading day', 'Last day', 'date'],
    ['regularExpiry', '6073', 'Regular expiry', 'Expiry', 'text'],
  ],
  Bonds: [
    ['lastYield', '7698', 'Yield at the last price', 'Last yield', 'percent'],
    ['bidYield', '7699', 'Yield at the bid', 'Bid yield', 'percent'],
    ['askYield', '7720', 'Yield at the ask', 'Ask yield', 'percent'],
    ['ratings', '7706', 'Ratings', 'Ratings', 'text'],
    ['debtClass', '7705', 'Debt class', 'Debt class', 'text'],
    ['bondType', '7708', 'Bond type', 'Bond type', 'text'],
    ['bondState', '7707', 'State of the issuer', 'State', 'text'],
    ['issueDate', '7715', 'Issue date', 'Issued', 'date'],
    ['organizationType', '7704', 'Kind of organisation', 'Organisation', 'text'],
  ],
  Fundamentals: [
    ['marketCap', '7289', 'Market capitalisation', 'Mkt cap', 'magnitude'],
    ['priceToEarnings', '7290', 'Price to earnings', 'P/E', 'number'],
    ['earningsPerShare', '7291', 'Earnings per share', 'EPS', 'number'],
    ['dividendAmount', '7286', 'Dividend', 'Div', 'money'],
    ['dividendYield', '7287', 'Dividend yield', 'Div yield', 'percent'],
    ['exDividendDate', '7288', 'Ex-dividend date', 'Ex date', 'date'],
    ['dividends', '7671', 'Dividends expected, 12 months', 'Div fwd', 'money'],
    ['dividendsPaid', '7672', 'Dividends paid, 12 months', 'Div ttm', 'money'],
    ['morningstar', '7655', 'Morningstar rating', 'M*', 'text'],
    ['industry', '7280', 'Industry', 'Industry', 'text'],
    ['category', '7281', 'Category', 'Category', 'text'],
  ],
  'Short selling': [
    ['shortableShares', '7636', 'Shares that can be borrowed', 'Shortable', 'magnitude'],
    ['shortFee', '7637', 'Fee for borrowing, percent a year', 'Short fee', 'percent'],
    ['shortability', '7644', 'How easily it is borrowed', 'Borrow', 'text'],
  ],
  Position: [
    ['position', '76', 'Position', 'Position', 'size'],
    ['marketValue', '73', 'Market value', 'Value', 'money'],
    ['averagePrice', '74', 'Average price', 'Avg price', 'price'],
    ['unrealized', '75', 'Unrealised profit', 'Unrealised', 'money'],
    ['unrealizedPercent', '80', 'Unrealised profit, percent', 'Unreal %', 'percentChange'],
    ['daily', '78', 'Profit of the day', 'Day', 'money'],
    ['realized', '79', 'Realised profit', 'Realised', 'money'],
    ['costBasis', '7292', 'Cost', 'Cost', 'money'],
    ['shareOfMark', '7639', 'Share of the account', 'Weight', 'percent'],
  ],
  Events: [
    ['upcomingEvent', '7683', 'Next event', 'Next event', 'text'],
    ['upcomingEventDate', '7684', 'Date of the next event', 'Event date', 'date'],
    ['upcomingEarnings', '7686', 'Next earnings', 'Earnings', 'text'],
    ['upcomingMeeting', '7685', 'Next analyst meeting', 'Meeting', 'text'],
    ['upcomingOther', '7687', 'Next other event', 'Other event', 'text'],
    ['recentEarnings', '7689', 'Last earnings', 'Last earn', 'text'],
    ['recentMeeting', '7688', 'Last analyst meeting', 'Last meeting', 'text'],
    ['recentOther', '7690', 'Last other event', 'Last other', 'text'],
  ],
  Contract: [
    ['company', '7051', 'Name', 'Name', 'text'],
    ['description', '7219', 'Contract', 'Contract', 'text'],
    ['descriptionLong', '7220', 'Contract in full', 'In full', 'text'],
    ['listing', '7221', 'Listing exchange', 'Listed', 'text'],
    ['exchange', '6004', 'Exchange of the data', 'Exchange', 'text'],
    ['securityType', '6070', 'Kind', 'Kind', 'text'],
    ['right', '201', 'Put or call', 'P/C', 'text'],
    ['months', '6072', 'Months', 'Months', 'text'],
  ],
};

export type MarketFieldId = string;

/** Every figure of a quote that says something to a person. */
export const marketFields: ReadonlyArray<MarketField> = fieldGroups.flatMap((group) =>
  groups[group].map(([id, code, name, short, kind]) => ({ id, code, name, short, kind, group })),
);

const byId = new Map(marketFields.map((field) => [field.id, field]));
export const marketFieldOf = (id: MarketFieldId): MarketField | undefined => byId.get(id);
