import type { World } from '../world';
import type { Instrument } from './instrument';
import { decimalsOf, incrementAt } from './ticks';

/** `/iserver/contract/{conid}/info`: snake case, `con_id` (QUIRKS §4). */
export const contractInfo = (instrument: Instrument) => ({
  cfi_code: '',
  symbol: instrument.symbol,
  cusip: null,
  expiry_full: instrument.expiry ?? null,
  con_id: instrument.conid,
  maturity_date: instrument.expiry ?? null,
  industry: instrument.industry,
  instrument_type: instrument.secType,
  has_related_contracts: instrument.hasOptions,
  trading_class: instrument.tradingClass,
  valid_exchanges: instrument.validExchanges,
  allow_sell_long: false,
  is_zero_commission_security: false,
  local_symbol: instrument.localSymbol,
  contract_clarification_type: null,
  classifier: null,
  currency: instrument.currency,
  text: instrument.right === undefined ? null : instrument.localSymbol,
  underlying_con_id: instrument.underlyingConid ?? 0,
  r_t_h: true,
  multiplier: instrument.multiplier === 1 ? null : String(instrument.multiplier),
  ...(instrument.strike === undefined
    ? {}
    : { strike: String(instrument.strike), right: instrument.right === 'C' ? 'CALL' : 'PUT' }),
  underlying_issuer: instrument.issuer ?? null,
  contract_month: instrument.expiry?.slice(0, 6) ?? null,
  company_name: instrument.name,
  smart_available: instrument.validExchanges.includes('SMART'),
  exchange: instrument.validExchanges.includes('SMART') ? 'SMART' : instrument.exchange,
  category: instrument.category,
});

const orderTypeWords = [
  'limit',
  'midprice',
  'market',
  'stop',
  'stop_limit',
  'mit',
  'lit',
  'trailing_stop',
  'trailing_stop_limit',
  'relative',
  'marketonclose',
  'limitonclose',
];
const tifWords = [
  'IOC/MARKET,LIMIT,RELATIVE,MARKET_IF_TOUCHED,LIMIT_IF_TOUCHED,MIDPRICE,REVERSE_MIDPRICE,TRAILING_STOP/o,a',
  'GTC/o,a',
  'OPG/LIMIT,MARKET/a',
  'DAY/o,a',
];

/** `/iserver/contract/rules` and the `rules` of info-and-rules; `error` non-null is a soft failure. */
export function contractRules(world: World, instrument: Instrument) {
  const { last } = world.market.quote(instrument);
  const increment = incrementAt(instrument.increments, last);
  const isStock = instrument.secType === 'STK';
  const tradable = instrument.tradable && !world.market.isExpired(instrument);
  const types = isStock
    ? orderTypeWords
    : orderTypeWords.filter((word) => word !== 'midprice' && !word.endsWith('onclose'));
  const fractions =
    isStock && instrument.countryCode === 'US' ? ['limit', 'market', 'stop', 'stop_limit'] : [];
  return {
    algoEligible: isStock,
    overnightEligible: isStock && instrument.countryCode === 'US',
    allOrNoneEligible: isStock,
    costReport: false,
    canTradeAcctIds: world.accounts.map((account) => account.id),
    error: tradable ? null : 'This contract is not available for trading.',
    orderTypes: tradable ? types : [],
    ibAlgoTypes: isStock
      ? ['limit', 'stop_limit', 'lit', 'trailing_stop_limit', 'relative', 'marketonclose', 'limitonclose']
      : [],
    fraqTypes: fractions,
    forceOrderPreview: false,
    cqtTypes: fractions,
    orderDefaults: { LMT: { LP: String(last) } },
    orderTypesOutside: ['limit', 'stop_limit', 'lit', 'trailing_stop_limit', 'relative'],
    defaultSize: isStock ? Math.max(100, instrument.sizeIncrement) : 1,
    cashSize: 0,
    sizeIncrement: instrument.sizeIncrement,
    tifTypes: tifWords,
    tifDefaults: { TIF: 'DAY', SIZE: '100.00' },
    limitPrice: last,
    stopprice: last,
    orderOrigin: null,
    preview: true,
    displaySize: null,
    fraqInt: fractions.length > 0 ? 4 : 0,
    cashCcy: instrument.currency,
    cashQtyIncr: 500,
    priceMagnifier: instrument.magnifier === 1 ? null : instrument.magnifier,
    negativeCapable: false,
    incrementType: 1,
    incrementRules: instrument.increments,
    hasSecondary: true,
    modTypes: null,
    increment,
    incrementDigits: decimalsOf(increment),
  };
}
