// Seam: what was exported comes back as it was; what others paste becomes symbols and nothing else.
import { expect, it } from 'vitest';
import type { Conid } from '../../../shared/domain/ids';
import type { WatchlistRow } from '../../../shared/domain/watchlist';
import { readWatchlistText, symbolsIn, watchlistCsv } from './watchlist-csv';

const rows: WatchlistRow[] = [
  { kind: 'blank', text: '' },
  { kind: 'instrument', conid: 265598 as Conid, symbol: 'AAPL', name: 'APPLE, "INC"', assetClass: 'STK' },
  { kind: 'blank', text: 'Banks; others' },
  { kind: 'instrument', conid: 8314 as Conid, symbol: 'IBM', name: null, assetClass: null },
];

it('reads its own export unchanged, blank rows and order included', () => {
  expect(readWatchlistText(watchlistCsv(rows))).toEqual({ rows, symbols: [] });
});

it('never hands a spreadsheet a formula', () => {
  expect(watchlistCsv([{ kind: 'blank', text: '=1+1' }])).toContain("'=1+1");
});

it('takes tables of others by their head', () => {
  expect(readWatchlistText('Name;Ticker\r\nApple;aapl\r\nMicrosoft;MSFT\r\n').symbols).toEqual([
    'AAPL',
    'MSFT',
  ]);
});

it.each([
  ['AAPL MSFT\tNVDA', ['AAPL MSFT', 'NVDA']],
  ['aapl msft', ['AAPL', 'MSFT']],
  ['AAPL,MSFT,,AAPL', ['AAPL', 'MSFT']],
  ['BRK B\n$TSLA\nNASDAQ:AMD\n', ['BRK B', 'TSLA', 'AMD']],
  ['<script>, 700', ['700']],
])('%j', (text, symbols) => {
  expect(symbolsIn(text)).toEqual(symbols);
});
