// Seam: our ledger counts each trade once, says from when it is complete, and finds every difference with the broker.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../../shared/domain/ids';
import type { BrokerTransaction } from '../../../shared/domain/ledger-entry';
import type { Execution } from '../../../shared/domain/order';
import { openBooks } from '../../store/open-books';
import { compareBooks } from './compare-books';
import { cashOf, ledgerEntries, matches } from './ledger-entries';
import { ledgerCsv } from './ledger-file';
import { kindOf, toTransactions } from './to-transactions';

const account = accountIdSchema.parse('DU1');
const aapl = conidSchema.parse(265598);
const dayMs = 86_400_000;
const facts: Readonly<
  Record<number, { currency: string; symbol: string; name: string; assetClass: string }>
> = {
  265598: { currency: 'USD', symbol: 'AAPL', name: 'APPLE INC', assetClass: 'STK' },
  7: { currency: 'USD', symbol: 'ES', name: 'E-mini', assetClass: 'FUT' },
  8: { currency: 'USD', symbol: 'EUR', name: 'euro', assetClass: 'CASH' },
};
const factsOf = (conid: number | null) =>
  facts[conid ?? 0] ?? { currency: null, symbol: null, name: null, assetClass: null };
const execution = (id: string, side: string, quantity: string, net: string, conid = 265598): Execution => ({
  ...{ executionId: id, orderRef: null, orderId: null, accountId: account, conid: conidSchema.parse(conid) },
  ...{ symbol: facts[conid]?.symbol ?? 'X', side, exchange: 'NASDAQ', timeMs: 10 * dayMs },
  ...{ quantity: decimal(quantity), price: decimal('10'), commission: decimal('1'), netAmount: decimal(net) },
});
const state = (positions: Record<string, string>, cash: Record<string, string>) => ({
  positions,
  cash,
  executionIds: [],
});
const compared = (...given: Parameters<typeof compareBooks>) =>
  compareBooks(...given).differences.map(({ name, ours, broker, difference }) => [
    name,
    ours,
    broker,
    difference,
  ]);

it('agrees when trades explain positions and cash, commissions included', () => {
  const trades = [execution('a', 'BUY', '10', '100'), execution('b', 'SELL', '4', '48')];
  const before = state({ 265598: '1' }, { USD: '1000' });
  expect(compared(before, state({ 265598: '7' }, { USD: '946' }), trades, [], factsOf)).toEqual([]);
  expect(compared(before, state({ 265598: '14' }, { USD: '996.5' }), trades, [], factsOf)).toEqual([
    ['AAPL', '7', '14', '7'],
    ['USD', '946', '996.5', '50.5'],
  ]);
  const dividend = [{ currency: 'USD', amount: decimal('50.5') }];
  expect(compared(before, state({ 265598: '7' }, { USD: '996.5' }), trades, dividend, factsOf)).toEqual([]);
});

it('says what it cannot compare instead of inventing a difference', () => {
  const before = state({}, { USD: '1000', EUR: '5' });
  const future = compareBooks(
    before,
    state({ 7: '1' }, { USD: '900', EUR: '5' }),
    [execution('f', 'BUY', '1', '5000', 7)],
    [],
    factsOf,
  );
  expect(future.differences).toEqual([]);
  expect(future.unchecked[0]).toContain('USD cash: ES');
  const unknown = compareBooks(
    before,
    state({ 9: '1' }, { USD: '1', EUR: '5' }),
    [execution('u', 'BUY', '1', '1', 9)],
    [],
    factsOf,
  );
  expect(unknown.differences).toEqual([]);
  expect(unknown.unchecked[0]).toContain('currency is not known');
});

it('books a currency trade on both sides; IBKR’s single precision is no difference', () => {
  const before = state({}, { USD: '971869.62', EUR: '0' });
  const trade = [execution('x', 'BUY', '100', '1000', 8)];
  expect(compared(before, state({}, { USD: '970868.6', EUR: '100' }), trade, [], factsOf)).toEqual([]);
  expect(compared(before, state({}, { USD: '970867.6', EUR: '100' }), trade, [], factsOf)).toHaveLength(1);
});

it('knows no cash of a trade whose commission or side is unknown', () => {
  expect(cashOf({ ...execution('a', 'BUY', '1', '100'), commission: null }, factsOf(265598))).toBeNull();
  expect(cashOf(execution('a', 'X', '1', '0'), factsOf(265598))).toBeNull();
  expect(cashOf(execution('a', 'BUY', '1', '100'), factsOf(265598))).toBe('-101');
});

const line = (type: string, day: number, amount = '5'): BrokerTransaction => ({
  ...{
    dayMs: day * dayMs,
    type,
    text: 'Apple',
    quantity: decimal('1'),
    price: decimal('5'),
    currency: 'USD',
    rate: null,
  },
  amount: decimal(amount),
});

it('takes IBKR’s daily trades only for days nobody recorded, dividends always', () => {
  const books = openBooks(':memory:');
  books.keepTransactions(account, aapl, { fromMs: 0, toMs: 20 * dayMs }, [
    line('Buy', 3),
    line('Buy', 10),
    line('Dividend', 10),
  ]);
  books.recorded(account, { fromMs: 8 * dayMs, toMs: 11 * dayMs });
  const entries = ledgerEntries(
    account,
    [execution('a', 'BUY', '1', '10')],
    books.transactionsOf(account),
    books.spansOf(account),
    factsOf,
  );
  expect(entries.map(({ kind, precision, timeMs }) => [kind, precision, timeMs / dayMs])).toEqual([
    ['dividend', 'day', 10],
    ['trade', 'second', 10],
    ['trade', 'day', 3],
  ]);
  const all = { text: '', kind: 'all', fromMs: null, toMs: null } as const;
  expect(entries.filter((entry) => matches(entry, { ...all, text: 'apple nasdaq' }))).toHaveLength(1);
  expect(entries.filter((entry) => matches(entry, { ...all, kind: 'dividend' }))).toHaveLength(1);
  expect(entries.filter((entry) => matches(entry, { ...all, fromMs: 9 * dayMs }))).toHaveLength(2);
  // The same days again, one line changed: replaced, not added.
  books.keepTransactions(account, aapl, { fromMs: 0, toMs: 20 * dayMs }, [line('Buy', 3, '6')]);
  expect(books.transactionsOf(account).map(({ amount }) => amount)).toEqual(['6']);
  books.close();
});

it('joins spans that touch and keeps a pause between those that do not', () => {
  const books = openBooks(':memory:');
  books.recorded(account, { fromMs: 100, toMs: 200 });
  books.recorded(account, { fromMs: 150, toMs: 300 });
  books.recorded(account, { fromMs: 500, toMs: 600 });
  expect(books.spansOf(account)).toEqual([
    { fromMs: 100, toMs: 300 },
    { fromMs: 500, toMs: 600 },
  ]);
  books.close();
});

it('reads transactions however IBKR writes them', () => {
  const read = toTransactions(
    {
      rpnl: { amt: '12.2516' },
      from: 1702270800000,
      to: '1702530000000',
      transactions: [
        {
          date: 'Mon Dec 11 00:00:00 EST 2023',
          cur: 'USD',
          fxRate: 1,
          pr: '192.26',
          qty: -5,
          acctid: 'DU1',
          amt: 961.3,
          type: 'Sell',
          desc: 'DU1',
        },
        { rawDate: '20231212', amt: null, type: 'Dividend' },
        { rawDate: '20231213', acctid: 'DU2', amt: 1 },
      ],
    },
    'DU1',
  );
  expect(read).toMatchObject({ realizedPnl: '12.2516', fromMs: 1702270800000, toMs: 1702530000000 });
  expect(
    read.rows.map(({ dayMs: day, type, text, amount }) => [
      new Date(day ?? 0).toISOString().slice(0, 10),
      type,
      text,
      amount,
    ]),
  ).toEqual([
    ['2023-12-12', 'Dividend', '', null],
    ['2023-12-11', 'Sell', '', '961.3'],
  ]);
  expect(
    ['Payment in Lieu', 'Withholding Tax', 'Deposit', 'Broker Interest Paid', 'Spin-off'].map(kindOf),
  ).toEqual(['dividend', 'fee', 'transfer', 'interest', 'other']);
});

it('writes plain, exact, unspoilt CSV', () => {
  const entries = ledgerEntries(
    account,
    [{ ...execution('a', 'SELL', '1.5', '100.005'), symbol: '=CMD("x")' }],
    [],
    [],
    factsOf,
  );
  const [head, row] = ledgerCsv({ entries, recorded: [] }).split('\r\n');
  expect(head).toContain('time,precision,kind,account,symbol');
  expect(row).toBe(
    `1970-01-11T00:00:00.000Z,second,trade,DU1,"'=CMD(""x"")",265598,STK,Sold · APPLE INC,-1.5,10,100.005,1,99.005,USD,NASDAQ,,a`,
  );
});
