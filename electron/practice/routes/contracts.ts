import { isRecord, textOf } from '../broker/order-request';
import { failure, get, list, ok, post, type Route } from '../http/reply';
import { monthCode } from '../market/catalogue/expiries';
import { wireAlgos } from '../market/wire-algos';
import { bondFilters, bondsOfIssuer, issuersRow } from '../market/wire-bonds';
import { contractInfo, contractRules } from '../market/wire-contract';
import { scheduleOf, tradingSchedule } from '../market/wire-schedule';
import { searchRows } from '../market/wire-search';
import { secdefRow } from '../market/wire-secdef';
import { toNumber } from '../money';
import type { World } from '../world';

/** Contract search and details. */
export const contractRoutes: readonly Route[] = [
  get('/iserver/secdef/search', 'brokerage', (world, { query }) =>
    search(world, query.get('symbol') ?? '', query.get('name') ?? '', query.get('secType') ?? ''),
  ),
  post('/iserver/secdef/search', 'brokerage', (world, { body }) =>
    isRecord(body)
      ? search(world, textOf(body.symbol), textOf(body.name), textOf(body.secType))
      : failure(400, "Bad Request: body can't be empty"),
  ),
  get('/trsrv/stocks', 'web', (world, { query }) =>
    ok(
      Object.fromEntries(
        list(query, 'symbols')
          .map((symbol) => [symbol, stocksOf(world, symbol)] as const)
          .filter(([, rows]) => rows.length > 0),
      ),
    ),
  ),
  get('/trsrv/secdef', 'web', (world, { query }) => {
    const rows = list(query, 'conids')
      .slice(0, 200)
      .map((conid) => world.market.catalogue.byConid(Number(conid)))
      .filter((instrument) => instrument !== undefined);
    return rows.length === 0 ? { status: 204, text: '' } : ok({ secdef: rows.map(secdefRow) });
  }),
  get('/trsrv/all-conids', 'web', (world, { query }) => {
    const exchange = query.get('exchange') ?? '';
    const rows = world.market.catalogue.all.filter((i) => i.secType === 'STK' && i.exchange === exchange);
    return ok(
      rows.map((i) => ({
        ticker: i.symbol,
        conid: i.conid,
        exchange: exchange === 'NASDAQ' ? 'NMS' : exchange,
      })),
    );
  }),
  get('/trsrv/futures', 'web', (world, { query }) =>
    ok(
      Object.fromEntries(
        list(query, 'symbols').map((symbol) => [
          symbol,
          world.market.catalogue
            .bySymbol(symbol)
            .filter((i) => i.secType === 'FUT' && !world.market.isExpired(i))
            .map((i) => ({
              symbol: i.symbol,
              conid: i.conid,
              underlyingConid: i.underlyingConid ?? 0,
              expirationDate: Number(i.expiry),
              ltd: Number(i.expiry),
              shortFuturesCutOff: Number(i.expiry),
              longFuturesCutOff: Number(i.expiry),
            })),
        ]),
      ),
    ),
  ),
  get('/trsrv/secdef/schedule', 'web', (world, { query }) =>
    ok(scheduleOf(world, query.get('symbol') ?? '', query.get('exchange'))),
  ),
  get('/contract/trading-schedule', 'web', (world, { query }) => {
    const instrument = world.market.catalogue.byConid(Number(query.get('conid')));
    return instrument === undefined ? failure(404, 'Not Found') : ok(tradingSchedule(world, instrument));
  }),
  get('/iserver/contract/:conid/info', 'brokerage', (world, { params }) => {
    const instrument = world.market.catalogue.byConid(Number(params.conid));
    return instrument === undefined ? failure(503, 'Service Unavailable') : ok(contractInfo(instrument));
  }),
  get('/iserver/contract/:conid/info-and-rules', 'brokerage', (world, { params }) => {
    const instrument = world.market.catalogue.byConid(Number(params.conid));
    if (instrument === undefined) return failure(503, 'Service Unavailable');
    return ok({ ...contractInfo(instrument), rules: contractRules(world, instrument) });
  }),
  post('/iserver/contract/rules', 'brokerage', (world, { body }) => {
    if (!isRecord(body) || typeof body.conid !== 'number')
      return failure(400, 'Bad Request: incorrect type for conid');
    const instrument = world.market.catalogue.byConid(body.conid);
    return instrument === undefined
      ? failure(500, 'no sec defs returned')
      : ok(contractRules(world, instrument));
  }),
  get('/iserver/secdef/strikes', 'brokerage', (world, { query }) => {
    const underlying = Number(query.get('conid'));
    if (!world.session.searched.has(underlying) && !world.easy) return ok({ call: [], put: [] });
    const options = derivatives(world, underlying, query);
    const strikes = (right: 'C' | 'P') =>
      [...new Set(options.filter((o) => o.right === right).map((o) => o.strike ?? 0))].sort((a, b) => a - b);
    return ok({ call: strikes('C'), put: strikes('P') });
  }),
  get('/iserver/secdef/info', 'brokerage', (world, { query }) => {
    const issuer = query.get('issuerId');
    if (query.get('sectype') === 'BOND' && issuer !== null)
      return ok(bondsOfIssuer(world, issuer).map(infoRow));
    const conid = Number(query.get('conid'));
    if (!world.session.searched.has(conid) && !world.easy) return failure(500, 'no sec defs returned');
    const strike = query.get('strike');
    const right = query.get('right');
    const rows = derivatives(world, conid, query).filter(
      (i) =>
        (strike === null || i.strike === undefined || i.strike === Number(strike)) &&
        (right === null || i.right === undefined || i.right === right),
    );
    return ok(rows.map(infoRow));
  }),
  get('/iserver/currency/pairs', 'brokerage', (world, { query }) => {
    const currency = query.get('currency') ?? '';
    const pairs = world.market.catalogue.all.filter(
      (i) => i.secType === 'CASH' && (i.symbol === currency || i.currency === currency),
    );
    return ok({
      [currency]: pairs.map((i) => ({
        symbol: i.localSymbol,
        conid: i.conid,
        ccyPair: i.symbol === currency ? i.currency : i.symbol,
      })),
    });
  }),
  get('/iserver/exchangerate', 'brokerage', (world, { query }) => {
    const rate = world.valuation
      .rate(query.get('source') ?? 'USD')
      .div(world.valuation.rate(query.get('target') ?? 'USD'));
    return ok({ rate: toNumber(rate, 8) });
  }),
  get('/iserver/contract/:conid/algos', 'brokerage', (world, { params, query }) => {
    const instrument = world.market.catalogue.byConid(Number(params.conid));
    if (instrument === undefined) return failure(503, 'Service Unavailable');
    const wanted = (query.get('algos') ?? '').split(';').filter((id) => id !== '');
    return ok(
      wireAlgos(instrument, wanted, {
        withDescription: query.get('addDescription') === '1',
        withParameters: query.get('addParams') === '1',
      }),
    );
  }),
  get('/iserver/secdef/bond-filters', 'brokerage', (world, { query }) =>
    ok(bondFilters(world, query.get('issuerId') ?? '')),
  ),
];

function search(world: World, symbol: string, name: string, secType: string) {
  if (symbol === '') return failure(400, 'Bad Request: symbol is required');
  const byName = /^(true|1)$/i.test(name);
  const rows = searchRows(world, symbol, byName, secType);
  // A search by name makes the strikes of what it finds unknown until a search without it — [D], GOTCHAS 61.
  for (const { conid } of rows)
    if (byName) world.session.searched.delete(Number(conid));
    else world.session.searched.add(Number(conid));
  const issuers = secType === 'BOND' ? issuersRow(world, symbol) : [];
  return rows.length + issuers.length === 0 ? ok({ error: 'No symbol found' }) : ok([...rows, ...issuers]);
}

function stocksOf(world: World, symbol: string) {
  const listings = world.market.catalogue.all.filter((i) => i.secType === 'STK' && i.symbol === symbol);
  const names = [...new Set(listings.map((i) => i.name))];
  return names.map((name) => ({
    name,
    chineseName: name,
    assetClass: 'STK',
    contracts: listings
      .filter((i) => i.name === name)
      .map((i) => ({ conid: i.conid, exchange: i.exchange, isUS: i.countryCode === 'US' })),
  }));
}

/** Derivatives of an underlying that `sectype` and `month` (`DEC26`) select. */
function derivatives(world: World, underlying: number, query: URLSearchParams) {
  const secType = query.get('sectype') ?? query.get('secType') ?? '';
  const month = (query.get('month') ?? '').toUpperCase();
  const own = world.market.catalogue.byConid(underlying);
  if (secType === 'STK' || secType === 'IND') return own === undefined ? [] : [own];
  return world.market.catalogue
    .derivativesOf(underlying)
    .filter(
      (i) =>
        i.secType === secType &&
        !world.market.isExpired(i) &&
        (month === '' || monthCode(i.expiry ?? '') === month),
    );
}

type Found = ReturnType<typeof derivatives>[number];

const infoRow = (i: Found) => ({
  conid: i.conid,
  symbol: i.symbol,
  ticker: i.symbol,
  secType: i.secType,
  exchange: i.secType === 'FUT' || i.secType === 'FOP' ? i.exchange : 'SMART',
  listingExchange: i.secType === 'STK' ? i.exchange : null,
  right: i.right ?? '?',
  strike: i.strike ?? 0,
  currency: i.currency,
  cusip: null,
  coupon: i.coupon === undefined ? 'No Coupon' : String(i.coupon),
  desc1: i.symbol,
  desc2: i.localSymbol,
  maturityDate: i.expiry ?? null,
  multiplier: i.multiplier === 1 ? null : String(i.multiplier),
  tradingClass: i.tradingClass,
  validExchanges: i.validExchanges,
  companyName: i.name,
  priceRendering: null,
});
