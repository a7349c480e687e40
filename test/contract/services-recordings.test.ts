// Seam: what IBKR really answered becomes what the panels show — right numbers, units and dates, nothing made up.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, describe, expect, it } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../shared/domain/ids';
import { toChains, toContracts, toStrikes } from '../../electron/services/chains/to-chain';
import { toFutures } from '../../electron/services/chains/to-futures';
import { toInstrument } from '../../electron/services/contracts/to-instrument';
import { toMatches } from '../../electron/services/contracts/to-matches';
import { toBars } from '../../electron/services/market/to-bars';
import { reconcile } from '../../electron/services/portfolio/reconcile-positions';
import { toAllocation } from '../../electron/services/portfolio/to-allocation';
import { toLedger } from '../../electron/services/portfolio/to-ledger';
import { toAllPeriods, toOnePeriod } from '../../electron/services/performance/to-performance';
import { toSummary } from '../../electron/services/portfolio/to-summary';
import { recordOf, recordsOf } from '../../electron/services/wire-record';

const folder = join(process.cwd(), '..', 'shared', 'fixtures', 'recorded');
const present = existsSync(folder);
const recorded = (path: string): unknown =>
  recordOf(JSON.parse(readFileSync(join(folder, path), 'utf8')))['response'];
const account = accountIdSchema.parse('U1234567');

describe.skipIf(!present)(present ? 'recorded answers' : 'skipped: no fixtures', () => {
  it('summary: amounts in base currency, exact', () => {
    const summary = toSummary(account, recordOf(recorded('portfolio/summary-full--conduit.json')), 1);
    const wire = recordOf(recorded('portfolio/summary-full--conduit.json'));
    expect(summary.baseCurrency).toBe('USD');
    for (const [figure, key] of [
      [summary.netLiquidation, 'netliquidation'],
      [summary.totalCash, 'totalcashvalue'],
      [summary.buyingPower, 'buyingpower'],
      [summary.excessLiquidity, 'excessliquidity'],
      [summary.maintenanceMargin, 'maintmarginreq'],
    ] as const)
      expect(figure, key).toBe(String(recordOf(wire[key])['amount']));
  });

  it('ledger: one row a currency, BASE set apart', () => {
    const { rows } = toLedger(account, recordOf(recorded('portfolio/ledger-full--conduit.json')), 1);
    const dollars = rows.find((row) => row.currency === 'USD');
    expect(dollars).toMatchObject({
      isBase: false,
      cash: '971869.6',
      marketValue: '30630.33',
      exchangeRate: '1',
    });
    expect(rows.filter((row) => row.isBase).map((row) => row.currency)).toEqual(['BASE']);
  });

  it('positions: the sparse first read is incomplete, the second is not', () => {
    const read = (name: string) => {
      const rows = recordsOf(recorded(`portfolio/${name}--conduit.json`));
      return reconcile({
        ...{ accountId: account, fast: null, rates: new Map([['USD', decimal('1')]]) },
        pages: {
          rows: () => new Map(rows.map((row) => [Number(row['conid']), row])),
          failed: () => new Map(),
          has: () => false,
          reading: () => false,
          complete: () => true,
        },
      });
    };
    expect(read('positions-cold-read-1st-sparse').complete).toBe(false);
    const warm = read('positions-cold-read-2nd-enriched');
    expect(warm.complete).toBe(true);
    expect(
      warm.positions.map(({ symbol, quantity, marketValueBase }) => [symbol, quantity, marketValueBase]),
    ).toEqual([
      ['QQQ', '5', '3553.2'],
      ['SPY', '48', '35914.56'],
    ]);
  });

  it('allocation: long and short apart', () => {
    const allocation = toAllocation(account, recordOf(recorded('portfolio/allocation--ibkrdocs.json')), 1);
    expect(allocation.byAssetClass).toContainEqual({ name: 'OPT', long: '27.12', short: '-30' });
    expect(allocation.bySector).toContainEqual({ name: 'Technology', long: '237511.16', short: null });
  });

  it('performance: days are days, returns are fractions', () => {
    const wire = recordOf(recorded('pa/POST-pa-performance--conduit.json'));
    const performance = toOnePeriod('1M', wire).get('U1234567');
    expect(performance?.currency).toBe('USD');
    expect(performance?.periods[0]?.startNav).toBe('1002158.75');
    expect(performance?.periods[0]?.points[0]).toEqual({
      timeMs: Date.UTC(2026, 2, 2),
      nav: '1002417.8',
      cumulativeReturn: '0.00025849',
    });
  });

  it('performance of all periods: in IBKR’s order, each with its own start', () => {
    const wire = recordOf(recorded('pa/allperiods-full--conduit.json'));
    const all = toAllPeriods(wire).get('U1234567');
    expect(all?.periods.map(({ id, points }) => [id, points.length])).toEqual([
      ['1D', 1],
      ['7D', 5],
      ['MTD', 2],
      ['1M', 24],
      ['YTD', 44],
      ['1Y', 44],
    ]);
    const year = all?.periods.at(-1);
    expect([year?.startMs, year?.startNav]).toEqual([Date.UTC(2026, 0, 30), '0']);
    expect(year?.points.at(-1)).toEqual({
      timeMs: Date.UTC(2026, 3, 2),
      nav: '1005175.2687299999',
      cumulativeReturn: '0.00517527',
    });
    expect(all?.brokerStamp).toBe('2026-04-02 20:32:11');
    expect(all?.remarks).toEqual([]);
  });

  it('chains: months and exchanges of a hit, exact days where it says them', () => {
    const [spy] = recordsOf(recorded('contract/GET-secdef-search--conduit.json'));
    expect(toChains(recordOf(spy), '20260301')).toEqual([
      {
        ...{ kind: 'OPT', months: ['APR26', 'MAY26', 'JUN26'], exchanges: ['SMART', 'AMEX', 'CBOE'] },
        expiries: [],
      },
    ]);
    const [ibm] = recordsOf(recorded('contract/GET-iserver-secdef-search-200-found--openapi.json'));
    const [options, warrants] = toChains(recordOf(ibm), '20240401');
    expect([options?.kind, warrants?.kind, warrants?.exchanges[0]]).toEqual(['OPT', 'WAR', 'EBS']);
    expect(options?.expiries.slice(0, 2)).toEqual(['20240405', '20240412']);
  });

  it('chains: strikes and contracts of every documented answer, none lost', () => {
    const wire = recordOf(recorded('contract/GET-secdef-strikes--conduit.json'));
    expect(toStrikes(wire['call'])).toHaveLength(12);
    expect(toStrikes(wire['put']).at(-1)).toBe('1000');
    expect(toContracts(recorded('contract/secdef-info-option--ibkrdocs.json'), '20250101')).toEqual([
      {
        ...{ conid: 654371995, right: 'P', strike: '3975', expiry: '20250116', tradingClass: 'SPX' },
        ...{ multiplier: '100', exchange: 'SMART', words: "JAN 16 '25 3975 Put (AM)" },
      },
    ]);
    const ofFutures = toContracts(recorded('contract/secdef-info-nq-fop--ibkrdocs-new.json'), '20240801');
    expect(ofFutures.map(({ tradingClass, multiplier }) => [tradingClass, multiplier])).toEqual([
      ['Q4A', '20'],
      ['ECNQ', '1'],
    ]);
    // A lone answer about a stock is no contract of a chain.
    expect(
      toContracts(
        recorded('contract/GET-iserver-secdef-info-200-infoBy-symbol-exchange-conid--openapi.json'),
        '20240101',
      ),
    ).toEqual([]);
  });

  it('futures: the day after which nothing is traded comes before the expiry', () => {
    const wire = recordOf(recorded('contract/trsrv-futures--ibkrdocs.json'));
    const [future] = toFutures(recordsOf(wire['ES']), [], '20231201');
    expect(future).toMatchObject({ conid: 495512552, expiry: '20231215', lastDay: '20231214' });
    expect(toFutures(recordsOf(wire['ES']), [], '20231215')).toEqual([]);
  });

  it('an option is named whole', () => {
    const wire = recordOf(
      recorded('contract/GET-iserver-contract-conid-info-and-rules-200-option--openapi.json'),
    );
    const conid = conidSchema.parse(685302909);
    expect(toInstrument(conid, wire, recordOf(wire['rules'])).symbol).toBe('IBM 15 Mar 24 187.5 C');
  });

  it('history: as many bars as rows, prices as sent', () => {
    const wire = recordOf(recorded('marketdata/history-voo-30d-chartAnnotations.json'));
    const bars = toBars(wire);
    expect(bars).toHaveLength(recordsOf(wire['data']).length);
    expect(
      bars.every((bar) => Number(bar.low) <= Number(bar.close) && Number(bar.close) <= Number(bar.high)),
    ).toBe(true);
  });

  it('contracts: rules and search hits', () => {
    const info = recordOf(
      recorded('contract/GET-iserver-contract-conid-info-and-rules-200-stk--openapi.json'),
    );
    const instrument = toInstrument(conidSchema.parse(8314), info, recordOf(info['rules']));
    expect(instrument).toMatchObject({ symbol: 'IBM', currency: 'USD', assetClass: 'STK' });
    expect(instrument.rules.tickRules).toEqual([{ lowerEdge: '0', increment: '0.01' }]);
    expect(instrument.rules.tifs).toContain('GTC');
    const [hit] = toMatches(
      recordsOf(recorded('contract/GET-iserver-secdef-search-200-found--openapi.json')),
      [],
    );
    assert(hit !== undefined);
    expect(hit).toMatchObject({ conid: 8314, symbol: 'IBM', exchange: 'NYSE', currency: null });
  });
});
