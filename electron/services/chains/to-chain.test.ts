// Seam: what IBKR lists as chains becomes strikes and contracts that can be traded; what cannot be is left out.
import { expect, it } from 'vitest';
import { toChains, toContracts, toStrikes } from './to-chain';
import { toFutures } from './to-futures';

const today = '20261128';

it('reads months, exchanges and the exact days of each kind, and forgets days that are over', () => {
  const hit = {
    opt: '20261127;20261204;20261218',
    war: null,
    sections: [
      { secType: 'STK' },
      { secType: 'OPT', months: 'DEC26;JAN27;', exchange: 'SMART;CBOE;' },
      { secType: 'WAR', months: 'MAR27', exchange: 'FWB' },
      { secType: 'IOPT' },
      { secType: 'CFD', exchange: 'SMART', conid: '1' },
    ],
  };
  expect(toChains(hit, today)).toEqual([
    {
      kind: 'OPT',
      months: ['DEC26', 'JAN27'],
      exchanges: ['SMART', 'CBOE'],
      expiries: ['20261204', '20261218'],
    },
    { kind: 'WAR', months: ['MAR27'], exchanges: ['FWB'], expiries: [] },
  ]);
});

it('orders strikes as numbers, not as text, each once', () => {
  expect(toStrikes([100, '95', 7.5, 100, 'x', null])).toEqual(['7.5', '95', '100']);
});

it('keeps every day of a month, and leaves out rows that name no contract or are over', () => {
  const row = {
    conid: 1,
    right: 'C',
    strike: 195,
    maturityDate: '20261204',
    multiplier: '100',
    desc2: 'words',
  };
  const found = toContracts(
    [
      row,
      { ...row, conid: '2', maturityDate: '20261218', right: 'P' },
      { ...row, conid: 3, maturityDate: '20261127' },
      { ...row, conid: 4, right: '?' },
      { ...row, conid: null },
      { ...row, conid: 5, strike: null },
      { ...row, conid: 6, maturityDate: null },
    ],
    today,
  );
  expect(found.map(({ conid, expiry, right, strike }) => [conid, expiry, right, strike])).toEqual([
    [1, '20261204', 'C', '195'],
    [2, '20261218', 'P', '195'],
  ]);
  expect(toContracts(row, today)).toHaveLength(1);
});

it('takes the earlier of a future’s two dates, drops what is over, and sorts by expiry', () => {
  const futures = toFutures(
    [
      { conid: 3, symbol: 'ES', expirationDate: 20270319, ltd: 20270318 },
      { conid: 2, symbol: 'ES', expirationDate: 20261218, ltd: '20261217' },
      { conid: 1, symbol: 'ES', expirationDate: 20261130, ltd: 20261127 },
      { conid: 4, symbol: 'ES', expirationDate: 20270618, ltd: 20270621 },
    ],
    [{ conid: 2, fullName: 'ESZ6', multiplier: 50, listingExchange: 'CME', currency: 'USD' }],
    today,
  );
  expect(futures.map(({ conid, lastDay, localName }) => [conid, lastDay, localName])).toEqual([
    [2, '20261217', 'ESZ6'],
    [3, '20270318', null],
    [4, '20270618', null],
  ]);
});
