/**
 * IBKR's words that settle an order for certain. Anything not listed proves nothing.
 * Sources: OpenAPI 2.28 examples, recordings of 2023–2026, GATEWAY_FACTS §6; read 2026-11.
 */
const definitiveRejects: ReadonlyArray<RegExp> = [
  /we cannot accept an order at the limit price you selected/i,
  /order is already expired/i,
  /no sec ?defs? returned/i,
  /can not contain field/i,
  /insufficient (funds|equity|margin|buying power|cash|settled cash)/i,
  /available converted to base: .*cash needed/i,
  /(equity with loan value|available funds|buying power|cash balance).{0,120}(insufficient|not sufficient|in(-| )?adequate)/i,
  /(no|lack|not have|without|missing) (the )?(required )?trading permissions?/i,
  /not (allowed|permitted|authori[sz]ed|eligible) to trade/i,
  /(order|trade) (was |is |has been )?(rejected|not accepted)/i,
  /your order (is|was|has been) not accepted/i,
  /invalid order (price|price fields|type|quantity|size|side|tif)/i,
  /price does not conform to the minimum price variation/i,
  /missing order parameters/i,
  /accountid is not valid/i,
  /(order type|tif|time in force|algo(rithm)?) .{0,60}(is )?not (supported|valid|allowed)/i,
  /minimum (order )?(size|quantity|value)/i,
];

export const isDefinitiveReject = (words: string): boolean =>
  !/reply id not found|timed? ?out|unknown|unavailable/i.test(words) &&
  definitiveRejects.some((pattern) => pattern.test(words));

/** Its arrival proves that an earlier order with this client order id was registered — GATEWAY_FACTS §6.4. */
export const isDuplicate = (words: string): boolean =>
  /local order id\s*=.*already registered/i.test(words) ||
  /couldn't be submitted:\s*local order id/i.test(words);

/** The order named by a cancel or a modification is not there to be changed. */
export const isNothingToChange = (words: string): boolean =>
  /order ?id \S+ (doesn't|does not) exist/i.test(words) ||
  /order is (inactive|not (active|found))/i.test(words);

/** The reference's names of questions, the text it looks for, and the message id — BEHAVIOUR §11. */
export const questionTypes: Readonly<Record<string, { readonly text: string; readonly id: string | null }>> =
  {
    PRICE_PERCENTAGE_CONSTRAINT: { id: 'o163', text: 'price exceeds the Percentage constraint of 3%' },
    MISSING_MARKET_DATA: {
      id: 'o354',
      text: 'You are submitting an order without market data. We strongly recommend against this as it may result in erroneous and unexpected trades.',
    },
    TICK_SIZE_LIMIT: { id: 'o382', text: 'exceeds the Tick Size Limit of' },
    ORDER_SIZE_LIMIT: { id: 'o383', text: 'size exceeds the Size Limit of' },
    TRIGGER_AND_FILL: { id: 'o403', text: 'This order will most likely trigger and fill immediately.' },
    ORDER_VALUE_LIMIT: { id: 'o451', text: 'exceeds the Total Value Limit of' },
    SIZE_MODIFICATION_LIMIT: { id: 'o10138', text: 'size modification exceeds the size modification limit' },
    MANDATORY_CAP_PRICE: {
      id: 'o10153',
      text: 'To avoid trading at a price that is not consistent with a fair and orderly market',
    },
    CASH_QUANTITY: {
      id: 'o10164',
      text: 'Traders are responsible for understanding cash quantity details, which are provided on a best efforts basis only.',
    },
    CASH_QUANTITY_ORDER: {
      id: 'o10223',
      text: 'Orders that express size using a monetary value (cash quantity) are provided on a non-guaranteed basis.',
    },
    STOP_ORDER_RISKS: {
      id: 'o10331',
      text: 'You are about to submit a stop order. Please be aware of the various stop order types available and the risks associated with each one.',
    },
    MULTIPLE_ACCOUNTS: {
      id: 'p6',
      text: 'This order will be distributed over multiple accounts. We strongly suggest you familiarize yourself with our allocation facilities before submitting orders.',
    },
    DISRUPTIVE_ORDERS: {
      id: 'p12',
      text: 'If your order is not immediately executable, our systems may, depending on market conditions, reject your order',
    },
    CLOSE_POSITION: {
      id: null,
      text: 'Would you like to cancel all open orders and then place new closing order?',
    },
  };
