import { listingName } from '../broker/order-text';
import { displayDecimals } from './ticks';
import type { Instrument } from './instrument';

/** The contract details that `/trsrv/secdef` and warm position rows share. */
export const secdefFields = (instrument: Instrument) => ({
  incrementRules: instrument.increments,
  displayRule: {
    // Prices in pence are shown a hundred times what the currency says.
    magnification: instrument.magnifier === 100 ? 2 : 0,
    displayRuleStep: [{ decimalDigits: displayDecimals(instrument), lowerEdge: 0, wholeDigits: 4 }],
  },
  chineseName: instrument.name,
  allExchanges: instrument.validExchanges,
  listingExchange: listingName(instrument).replace('.NMS', ''),
  countryCode: instrument.countryCode,
  // IBKR cuts names at 28 characters (QUIRKS §3).
  name: instrument.name.slice(0, 28),
  lastTradingDay: instrument.expiry ?? null,
  group: instrument.category || null,
  sector: instrument.industry || null,
  sectorGroup: instrument.category || null,
  ticker: instrument.symbol,
  type: instrument.type,
  hasOptions: instrument.hasOptions,
  fullName: instrument.localSymbol,
  isUS: instrument.countryCode === 'US',
  isEventContract: false,
});

/** One element of `/trsrv/secdef`. */
export const secdefRow = (instrument: Instrument) => ({
  conid: instrument.conid,
  currency: instrument.currency,
  ...secdefFields(instrument),
  assetClass: instrument.secType,
  expiry: instrument.expiry ?? null,
  putOrCall: instrument.right ?? null,
  strike: String(instrument.strike ?? 0),
  undConid: instrument.underlyingConid ?? 0,
  multiplier: instrument.multiplier === 1 ? 0 : instrument.multiplier,
  time: 23,
});
