// Seam: the contract chosen for a symbol. Worked examples of BEHAVIOUR §9, minus the listed defects.
import { expect, it } from 'vitest';
import { systemClock } from '../support/clock';
import { silentLog } from '../support/log';
import type { Caller } from './caller';
import { findEndpoint } from './registry';
import { parseInput } from './encode';
import { stocksBySymbol } from './stock-query';

const contract = (conid: number, exchange: string, isUS: boolean) => ({ conid, exchange, isUS });
const stocks = {
  AAPL: [
    {
      name: 'APPLE INC',
      assetClass: 'STK',
      contracts: [contract(265598, 'NASDAQ', true), contract(38708077, 'MEXI', false)],
    },
    { name: 'LS 1X AAPL', assetClass: 'STK', contracts: [contract(493546048, 'LSEETF', false)] },
    { name: 'APPLE INC-CDR', assetClass: 'STK', contracts: [contract(532640894, 'AEQLIT', false)] },
  ],
  CDN: [{ name: 'CDN MAVERICK', assetClass: 'STK', contracts: [contract(453310666, 'PURE', false)] }],
  EMPTY: [],
  TORN: [
    { name: 'TORN', assetClass: 'STK', contracts: null },
    'junk',
    { name: 'TORN', assetClass: 'STK', contracts: [null, { exchange: 'X' }, contract(10, 'X', true)] },
  ],
  ODD: [
    {
      name: 'ODD',
      assetClass: 'STK',
      contracts: [{ conid: 8, exchange: 'X', isUS: null }, contract(9, 'X', false)],
    },
  ],
  NULL: [{ name: null, assetClass: 'STK', contracts: [contract(7, 'X', true)] }],
};
const caller = {
  clock: systemClock,
  log: silentLog,
  call: () =>
    Promise.resolve({ ok: true, value: { data: stocksBySymbol.parse(stocks), request: { url: 'u' } } }),
} as unknown as Caller;

async function ask(
  name: 'stockConidBySymbol' | 'securityStocksBySymbol',
  queries: unknown,
  more = {},
): Promise<unknown> {
  const declared = findEndpoint(name)?.endpoint;
  if (declared?.run === undefined) throw new Error('no such composite');
  const input = parseInput(declared, { queries, ...more });
  if (!input.ok) return input.error.code;
  const result = await declared.run(caller, input.value);
  return result.ok ? result.value.data : result.error.code;
}
const conid = (queries: unknown, more = {}) => ask('stockConidBySymbol', queries, more);
const found = (queries: unknown, more = {}) => ask('securityStocksBySymbol', queries, more);
const any = { symbol: 'AAPL', contractConditions: {} };

it.each([
  ['1 bare symbol', 'AAPL', { AAPL: 265598 }],
  ['4 name, default off', { ...any, nameMatch: 'cdr' }, { AAPL: 532640894 }],
  ['5 name, default on', { symbol: 'AAPL', nameMatch: 'cdr' }, 'ambiguous-symbol'],
  ['7 nothing left', 'CDN', 'ambiguous-symbol'],
  ['8 unknown ones are named beside', ['AAPL', 'NOPE', 'EMPTY'], { AAPL: 265598 }],
  ['only unknown', ['NOPE', 'EMPTY'], 'unknown-symbol'],
  [
    '9 own conditions replace isUS',
    { symbol: 'AAPL', contractConditions: { exchange: 'MEXI' } },
    { AAPL: 38708077 },
  ],
  ['12 too many', { symbol: 'AAPL', contractConditions: { isUS: false } }, 'ambiguous-symbol'],
  ['17 empty name', { symbol: 'AAPL', nameMatch: '' }, { AAPL: 265598 }],
  [
    '19 name and exchange',
    { symbol: 'AAPL', nameMatch: 'apple inc', contractConditions: { exchange: 'AEQLIT' } },
    { AAPL: 532640894 },
  ],
  ['a null name matches only an empty part', { symbol: 'NULL', nameMatch: 'x' }, 'ambiguous-symbol'],
  ['1 is true, as for the reference', { symbol: 'AAPL', contractConditions: { isUS: 1 } }, { AAPL: 265598 }],
  ['null is not false', { symbol: 'ODD', contractConditions: { isUS: false } }, { ODD: 9 }],
  ['a mistyped query', { symbol: 'AAPL', namematch: 'x' }, 'invalid-input'],
])('conid %s', async (_, queries, expected) => expect(await conid(queries)).toEqual(expected));

it('15 list', async () => expect(await conid('AAPL', { returnType: 'list' })).toEqual([265598]));
it('16 the error names the right query', async () => {
  const declared = findEndpoint('stockConidBySymbol')?.endpoint;
  const result = await declared?.run?.(caller, {
    queries: [{ symbol: 'NOPE' }, any],
    defaultFiltering: true,
    returnType: 'dict',
  });
  expect(result).toMatchObject({
    error: { message: expect.stringMatching(/^AAPL: 3 instruments and 4 contracts/) as string },
  });
});

it.each([
  ['2 default off', 'AAPL', { defaultFiltering: false }, { AAPL: stocks.AAPL }],
  ['3 {} switches the default off', any, {}, { AAPL: stocks.AAPL }],
  ['6 nothing left', 'CDN', {}, { CDN: [] }],
  [
    '10 instrument conditions',
    { symbol: 'AAPL', instrumentConditions: { assetClass: 'ETF' } },
    {},
    { AAPL: [] },
  ],
  [
    '11 a missing key never equals',
    { symbol: 'AAPL', contractConditions: { currency: 'USD' } },
    {},
    { AAPL: [] },
  ],
  [
    '14 a later query sees untouched data',
    [{ symbol: 'AAPL', contractConditions: { isUS: true } }, any],
    {},
    { AAPL: stocks.AAPL },
  ],
])('stocks %s', async (_, queries, more, expected) => expect(await found(queries, more)).toEqual(expected));

it('13 a second query of a symbol is not narrowed by the first', async () => {
  const both = await found([
    { symbol: 'AAPL', contractConditions: { isUS: true } },
    { symbol: 'AAPL', contractConditions: { isUS: false } },
  ]);
  expect(JSON.stringify(both)).toContain('38708077');
});
