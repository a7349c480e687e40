// Seam: what the ticket knows of a contract — tick rules, types and identity — from IBKR's own rows.
import { expect, it } from 'vitest';
import { conidSchema } from '../../../shared/domain/ids';
import { toInstrument } from './to-instrument';
import { toMatches } from './to-matches';

const conid = conidSchema.parse(265598);

it('reads rules as the wire has them', () => {
  const instrument = toInstrument(
    conid,
    {
      symbol: 'AAPL',
      company_name: 'APPLE INC',
      exchange: 'SMART',
      currency: 'USD',
      instrument_type: 'STK',
      multiplier: null,
    },
    {
      orderTypes: ['limit', 'market'],
      tifTypes: ['IOC/MARKET,LIMIT,a', 'DAY/o,a'],
      incrementRules: [
        { lowerEdge: 0, increment: 0.0001 },
        { lowerEdge: 1, increment: 0.01 },
      ],
      incrementDigits: 2,
      sizeIncrement: 100,
    },
  );
  expect(instrument.rules.tickRules).toEqual([
    { lowerEdge: '0', increment: '0.0001' },
    { lowerEdge: '1', increment: '0.01' },
  ]);
  expect(instrument.rules.tifs).toEqual(['IOC', 'DAY']);
  expect(instrument.multiplier).toBeNull();
});

it('falls back to the single increment', () => {
  expect(toInstrument(conid, {}, { increment: 0.05, incrementDigits: 2 }).rules.tickRules).toEqual([
    { lowerEdge: '0', increment: '0.05' },
  ]);
});

it('completes search hits with currency and exchange, and drops what has no conid', () => {
  const matches = toMatches(
    [
      {
        conid: '265598',
        symbol: 'AAPL',
        companyName: 'APPLE INC',
        description: 'NASDAQ',
        sections: [{ secType: 'STK' }],
      },
      {
        conid: '38708077',
        symbol: 'AAPL',
        companyName: 'APPLE INC',
        description: 'MEXI',
        sections: [{ secType: 'STK' }],
      },
      { conid: '-1', symbol: 'AAPL', issuers: [{ id: 'e1' }] },
    ],
    [{ conid: 38708077, currency: 'MXN', listingExchange: 'MEXI', assetClass: 'STK' }],
  );
  expect(matches.map(({ exchange, currency, assetClass }) => [exchange, currency, assetClass])).toEqual([
    ['NASDAQ', null, 'STK'],
    ['MEXI', 'MXN', 'STK'],
  ]);
});

it('names an option and a future whole, never by its ticker alone', () => {
  const option = {
    symbol: 'IBM',
    instrument_type: 'OPT',
    maturity_date: '20240315',
    strike: '187.5',
    right: 'CALL',
  };
  expect(toInstrument(conid, option, {}).symbol).toBe('IBM 15 Mar 24 187.5 C');
  expect(toInstrument(conid, option, {}).strike).toBe('187.5');
  expect(toInstrument(conid, { ...option, strike: '0.0' }, {}).strike).toBeNull();
  const future = { symbol: 'ES', instrument_type: 'FUT', maturity_date: '20261218', strike: '0' };
  expect(toInstrument(conid, future, {}).symbol).toBe('ES 18 Dec 26');
  expect(toInstrument(conid, { symbol: 'IBM', instrument_type: 'STK' }, {}).symbol).toBe('IBM');
});

it('takes bond issuers among the hits for what they are: no contracts', () => {
  const issuers = { conid: '2147483647', issuers: [{ id: 'e1', name: 'Somebody' }], sections: [] };
  expect(toMatches([{ conid: '8314', symbol: 'IBM' }, issuers], []).map((match) => match.conid)).toEqual([
    8314,
  ]);
});
