import { z } from 'zod';
import {
  anyNumberOf,
  conidText,
  idText,
  inBody,
  inPath,
  inQuery,
  integer,
  keptHere,
  oneOrMany,
  text,
  zeroOne,
} from '../arguments';
import { endpoint } from '../endpoint';
import { derivativesAfterStrikes, derivativesWire, secdefInfo } from '../derivatives';
import { securityDefinitions } from '../security-definitions';
import { strikesAfterSearch } from '../strikes';
import { findConids, findStocks, stockQuery, stocksBySymbol } from '../stock-query';
import { figure, identity, keyed, label, labels, list, row } from '../wire';

const queries = inQuery(
  oneOrMany(stockQuery),
  'A symbol, or `{symbol, nameMatch?, instrumentConditions?, contractConditions?}`, or a list of them.',
  { wireName: 'symbols' },
);
const defaultFiltering = keptHere(
  z.boolean().default(true),
  'True keeps only US listings where a query has no contract conditions of its own.',
);
const conidInPath = inPath(conidText, 'Contract id.');
const conidInQuery = inQuery(conidText, 'Contract id of the underlying.');
const secTypeInQuery = inQuery(text, '`OPT`, `FOP`, `WAR`, `FUT`, …', { wireName: 'sectype' });
const monthInQuery = inQuery(text.optional(), 'Month such as `AUG23`.');
const exchangeInQuery = inQuery(
  text.optional(),
  'Exchange; the server’s default is SMART. Mandatory for futures options.',
);

const rules = row({
  orderTypes: labels,
  tifTypes: labels,
  increment: figure,
  incrementDigits: figure,
  limitPrice: figure,
  sizeIncrement: figure,
  defaultSize: figure,
  canTradeAcctIds: labels,
  error: label,
});
const contractInfo = row({
  con_id: identity,
  symbol: label,
  instrument_type: label,
  currency: label,
  exchange: label,
  company_name: label,
  valid_exchanges: label,
});

export const contractEndpoints = {
  securityDefinitionByConid: endpoint({ ...securityDefinitions }),
  allConidsByExchange: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/trsrv/all-conids',
    parameters: { exchange: inQuery(text, 'Exchange such as `AMEX`.') },
    wire: z.array(row({ conid: identity, ticker: label, exchange: label })),
    timeoutMs: 60_000,
    docs: {
      purpose: 'All stocks listed on an exchange.',
      returns: 'Rows `{ticker, conid, exchange}`; tens of thousands. `exchange` is the listing segment.',
      source: 'OpenAPI 2.28',
      example: { exchange: 'AMEX' },
    },
  }),
  contractInformationByConid: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/contract/{conid}/info',
    parameters: { conid: conidInPath },
    wire: contractInfo,
    docs: {
      purpose: 'One contract in full.',
      returns:
        'snake_case members: `con_id`, `symbol`, `instrument_type`, `currency`, `valid_exchanges`, `company_name`, …',
      source: 'OpenAPI 2.28',
      example: { conid: 265598 },
    },
  }),
  currencyPairs: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/currency/pairs',
    parameters: { currency: inQuery(text, 'ISO code.') },
    wire: keyed(z.array(row({ conid: identity, symbol: label, ccyPair: label }))),
    docs: {
      purpose: 'Currency pairs with the given currency.',
      returns:
        'The currency to a list of `{symbol, conid, ccyPair}`; it may stand on either side of the dot.',
      source: 'OpenAPI 2.28',
      example: { currency: 'USD' },
    },
  }),
  currencyExchangeRate: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/exchangerate',
    parameters: { source: inQuery(text, 'Base currency.'), target: inQuery(text, 'Quote currency.') },
    wire: row({ rate: z.union([z.number(), z.string()]) }),
    docs: {
      purpose: 'Exchange rate between two currencies.',
      returns: '`rate`: units of `target` for one of `source`.',
      source: 'OpenAPI 2.28',
      example: { source: 'AUD', target: 'USD' },
    },
  }),
  infoAndRulesByConid: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/contract/{conid}/info-and-rules',
    parameters: {
      conid: conidInPath,
      isBuy: inQuery(z.boolean().optional(), 'Rules for buying (true) or selling.'),
    },
    wire: contractInfo.extend({ rules: rules.nullish().catch(null) }),
    docs: {
      purpose: 'One contract with its order rules.',
      returns: 'As contractInformationByConid, with `rules`. `rules.error` is a soft failure.',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, isBuy: true },
    },
  }),
  algoParamsByConid: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/contract/{conid}/algos',
    parameters: {
      conid: conidInPath,
      algos: inQuery(anyNumberOf(text), 'Ids of algorithms, at most 8, case-sensitive.', {
        separator: ';',
      }),
      addDescription: inQuery(zeroOne.optional(), '1 adds descriptions.'),
      addParams: inQuery(zeroOne.optional(), '1 adds parameters.'),
    },
    wire: row({ algos: list }),
    statusMeans: { 503: 'not-found' },
    warmUp: { isKnown: (data) => data.algos.length > 0, attempts: 2, delayMs: 500, oncePerSession: true },
    docs: {
      purpose: 'Algorithms available for a contract.',
      returns: '`algos` with `name`, `id`, and on request `description` and `parameters`.',
      errors: '`not-found` for an unknown contract (IBKR answers 503).',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, addDescription: 1 },
    },
  }),
  searchBondFilterInformation: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/secdef/bond-filters',
    parameters: {
      symbol: inQuery(text.default('BOND'), 'Always `BOND`.'),
      issuerId: inQuery(text, 'Issuer id such as `e1400715`, from searchContractBySymbol.'),
    },
    wire: row({ bondFilters: z.array(row({ columnId: figure, displayText: label, options: labels })) }),
    docs: {
      purpose: 'Filters for the bonds of an issuer.',
      returns: '`bondFilters` with `displayText`, `columnId`, `options`.',
      source: 'OpenAPI 2.28',
      example: { symbol: 'BOND', issuerId: 'e1400715' },
    },
  }),
  bondsByIssuer: endpoint({
    area: 'contracts',
    extra: true,
    verb: 'GET',
    path: '/iserver/secdef/info',
    parameters: {
      issuerId: inQuery(text, 'Issuer id such as `e1400715`, from searchContractBySymbol.'),
      secType: inQuery(text.default('BOND'), 'Always `BOND`.', { wireName: 'sectype' }),
    },
    wire: derivativesWire,
    docs: {
      purpose: 'Bonds of an issuer.',
      returns:
        'Rows with `conid`, `coupon`, `maturityDate` (YYYYMMDD) and `currency`; a single one may come bare.',
      source: 'OpenAPI 2.28',
      example: { issuerId: 'e1400715' },
    },
  }),
  searchContractBySymbol: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/secdef/search',
    parameters: {
      symbol: inQuery(idText, 'Ticker, or part of a company name with `name`.'),
      name: inQuery(
        z.boolean().optional(),
        'True searches names. Afterwards option strikes do not work until a search without it.',
      ),
      secType: inQuery(text.optional(), '`STK` (server’s default), `IND`, `BOND`.'),
    },
    wire: z.array(
      row({
        conid: identity,
        symbol: label,
        companyName: label,
        companyHeader: label,
        description: label,
        secType: label,
        sections: labels,
      }),
    ),
    docs: {
      purpose: 'Contracts by ticker or company name. Primes strikes and derivatives of the underlying.',
      returns:
        'Rows with `conid` (text), `companyName`, `symbol`, `description` (exchange) and `sections` by type; `months` and `exchange` joined with semicolons.',
      source: 'OpenAPI 2.28',
      example: { symbol: 'AAPL' },
    },
  }),
  searchContractRules: endpoint({
    area: 'contracts',
    verb: 'POST',
    path: '/iserver/contract/rules',
    parameters: {
      conid: inBody(integer, 'Contract id.'),
      exchange: inBody(text.optional(), 'Exchange.'),
      isBuy: inBody(z.boolean().optional(), 'Rules for buying; the server’s default is true.'),
      modifyOrder: inBody(z.boolean().optional(), 'True for the rules of modifying `orderId`.'),
      orderId: inBody(integer.optional(), 'Needed with `modifyOrder`.'),
    },
    wire: rules,
    errorMemberIsData: true,
    docs: {
      purpose: 'Order rules of a contract: types, times in force, price steps, sizes.',
      returns:
        '`orderTypes`, `tifTypes`, `increment`, `defaultSize`, …; a non-null `error` is a soft failure.',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, exchange: 'SMART', isBuy: true },
    },
  }),
  searchSecdefInfoByConid: endpoint({
    ...secdefInfo,
    docs: {
      purpose:
        'Derivatives of an underlying. IBKR wants the underlying searched and its strikes read before: where it answers nothing, that is done and the question repeated once.',
      returns:
        'Rows (a single one may come bare); several for weekly expiries of one month: tell them apart by `maturityDate`.',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, secType: 'OPT', month: 'JAN27', strike: 195, right: 'C' },
    },
    run: derivativesAfterStrikes,
  }),
  searchStrikesByConid: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/iserver/secdef/strikes',
    parameters: {
      conid: conidInQuery,
      secType: secTypeInQuery,
      month: monthInQuery,
      exchange: exchangeInQuery,
    },
    wire: row({
      call: z.array(z.union([z.number(), z.string()])),
      put: z.array(z.union([z.number(), z.string()])),
    }),
    docs: {
      purpose:
        'Strikes of an option month. An empty answer is read as a missing search: it is made, and the question repeated once.',
      returns: '`call` and `put`: strikes.',
      source: 'OpenAPI 2.28',
      example: { conid: 265598, secType: 'OPT', month: 'JAN27' },
    },
    run: strikesAfterSearch,
  }),
  securityFutureBySymbol: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/trsrv/futures',
    parameters: { symbols: inQuery(oneOrMany(text), 'One symbol or several.') },
    wire: keyed(
      z.array(
        row({ conid: identity, symbol: label, underlyingConid: label, expirationDate: figure, ltd: figure }),
      ),
    ),
    docs: {
      purpose: 'Futures of underlyings that have not expired.',
      returns:
        'Symbol to a list with `conid`, `expirationDate` and `ltd` (last trading day) as numbers YYYYMMDD. Unknown symbols are absent or empty.',
      source: 'OpenAPI 2.28',
      example: { symbols: ['ES', 'MES'] },
    },
  }),
  securityStocksBySymbol: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/trsrv/stocks',
    parameters: { queries, defaultFiltering },
    wire: stocksBySymbol,
    docs: {
      purpose: 'Stocks by symbol, narrowed by conditions.',
      returns:
        'Symbol to instruments `{name, assetClass, contracts: [{conid, exchange, isUS}]}`; `[]` when nothing is left; symbols IBKR does not know are named in `missing` of the answer.',
      source: 'OpenAPI 2.28, BEHAVIOUR §9',
      example: { queries: 'AAPL' },
    },
    run: findStocks,
  }),
  stockConidBySymbol: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/trsrv/stocks',
    parameters: {
      queries,
      defaultFiltering,
      returnType: keptHere(text.default('dict'), '`dict` or `list`.'),
    },
    wire: z.union([z.record(z.string(), z.number()), z.array(z.number())]),
    docs: {
      purpose: 'The one contract id each query stands for.',
      returns: '`{symbol: conid}`, or a list of ids in the order of the queries.',
      errors:
        '`ambiguous-symbol` when a query leaves more or fewer than one contract; symbols IBKR does not know are named in `missing` of the answer, and are the error `unknown-symbol` when nothing is left.',
      source: 'BEHAVIOUR §9',
      example: { queries: 'AAPL' },
    },
    run: findConids,
  }),
  tradingScheduleBySymbol: endpoint({
    area: 'contracts',
    verb: 'GET',
    path: '/trsrv/secdef/schedule',
    parameters: {
      assetClass: inQuery(text, '`STK`, `OPT`, `FUT`, `CFD`, `WAR`, `SWP`, `FND`, `BND`, `ICS`.'),
      symbol: inQuery(idText, 'Symbol of the underlying.'),
      exchange: inQuery(text.optional(), 'Primary exchange.'),
      exchangeFilter: inQuery(anyNumberOf(text), 'Exchanges to list.'),
      conid: inQuery(conidText.optional(), 'Contract id; asked for by newer documentation.'),
    },
    wire: z.array(row({ id: label, exchange: label, timezone: label, schedules: labels })),
    docs: {
      purpose: 'Trading hours.',
      returns:
        'Venues with `timezone` and `schedules`: `tradingScheduleDate` 20000101–20000107 stand for any Saturday to any Friday; times `HHmm` in exchange time.',
      source: 'OpenAPI 2.28',
      example: { assetClass: 'STK', symbol: 'AAPL', exchange: 'NASDAQ' },
    },
  }),
  tradingScheduleByConid: endpoint({
    area: 'contracts',
    extra: true,
    verb: 'GET',
    path: '/contract/trading-schedule',
    parameters: {
      conid: inQuery(conidText, 'Contract id.'),
      exchange: inQuery(text.optional(), 'Exchange; the primary one without it.'),
    },
    wire: row({ exchange_time_zone: label, schedules: keyed(row({})).optional() }),
    docs: {
      purpose: 'Trading hours of the coming days as instants.',
      returns:
        '`exchange_time_zone` and `schedules`: date to `liquid_hours` and `extended_hours`, each `{opening, closing}` in epoch seconds.',
      source: 'HTML documentation, read 2026-11',
      example: { conid: 265598 },
    },
  }),
} as const;
