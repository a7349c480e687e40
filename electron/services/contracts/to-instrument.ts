import { contractName } from '../../../shared/domain/contract-name';
import { decimal, sign, toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument, OrderRules, TickRule } from '../../../shared/domain/instrument';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/** Contract details plus the rules of one side. Source: /iserver/contract/{conid}/info-and-rules and /contract/rules. */
export function toInstrument(conid: Conid, info: WireRecord, rules: WireRecord): Instrument {
  return {
    conid,
    symbol: symbolOf(info) ?? `conid ${conid}`,
    name: textOf(info['company_name']) ?? '',
    exchange: textOf(info['exchange']),
    currency: textOf(info['currency']),
    assetClass: textOf(info['instrument_type']) ?? '',
    multiplier: toDecimal(info['multiplier']),
    strike: strikeOf(info),
    priceMagnifier: toDecimal(rules['priceMagnifier']) ?? decimal('1'),
    routes: routesOf(info),
    rules: toRules(rules),
  };
}

const dated: ReadonlySet<string> = new Set(['OPT', 'FOP', 'WAR', 'FUT']);

/** An option or a future is named whole: "Buy 1 AAPL" must never mean an option on it. */
function symbolOf(info: WireRecord): string | null {
  const symbol = textOf(info['symbol']) ?? textOf(info['local_symbol']);
  if (symbol === null || !dated.has(textOf(info['instrument_type']) ?? '')) return symbol;
  return contractName({
    symbol,
    expiry: textOf(info['maturity_date']) ?? textOf(info['expiry_full']),
    strike: strikeOf(info),
    right: /^[CP]/.exec(textOf(info['right']) ?? '')?.[0] ?? null,
  });
}

/** IBKR writes 0 where there is none. */
function strikeOf(info: WireRecord): Decimal | null {
  const strike = toDecimal(info['strike']);
  return strike === null || sign(strike) === 0 ? null : strike;
}

/** What may be sent, of one side or of both. */
export function toRules(rules: WireRecord): OrderRules {
  return {
    orderTypes: strings(rules['orderTypes']),
    orderTypesOutside: strings(rules['orderTypesOutside']),
    // "IOC/MARKET,LIMIT,a": what follows the slash narrows the order types or carries flags.
    tifs: strings(rules['tifTypes']).map((entry) => entry.split('/')[0] ?? entry),
    tickRules: tickRules(rules),
    priceDigits: smallWhole(Number(rules['incrementDigits'] ?? Number.NaN), 2),
    sizeIncrement: toDecimal(rules['sizeIncrement']) ?? decimal('1'),
    defaultSize: toDecimal(rules['defaultSize']),
    fractionTypes: strings(rules['fraqTypes']),
    fractionDigits: smallWhole(rules['fraqInt'], 0),
    algoTypes: rules['algoEligible'] === true ? strings(rules['ibAlgoTypes']) : [],
    previewForced: rules['forceOrderPreview'] === true,
  };
}

/** `valid_exchanges` is "SMART,AMEX,NYSE"; where there is no SMART, the contract's own exchange is the default. */
function routesOf(info: WireRecord): string[] {
  const valid = (textOf(info['valid_exchanges']) ?? '').split(/[,;]/).map((name) => name.trim());
  const own = info['smart_available'] === false ? null : valid.includes('SMART') ? 'SMART' : null;
  const home = own ?? textOf(info['exchange']);
  return [...new Set([home ?? '', ...valid])].filter((name) => /^[A-Z0-9.]{1,20}$/.test(name));
}

const smallWhole = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : otherwise;

function tickRules(rules: WireRecord): TickRule[] {
  const listed = recordsOf(rules['incrementRules']).flatMap((rule) => {
    const [lowerEdge, increment] = [toDecimal(rule['lowerEdge']), toDecimal(rule['increment'])];
    return lowerEdge === null || increment === null ? [] : [{ lowerEdge, increment }];
  });
  const single = toDecimal(rules['increment']);
  if (listed.length > 0) return listed;
  return single === null ? [] : [{ lowerEdge: decimal('0'), increment: single }];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? (value as unknown[]).filter((entry): entry is string => typeof entry === 'string')
    : [];
