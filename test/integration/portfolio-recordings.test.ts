// Seam: what IBKR really answered, served over TLS by a server that knows nothing of ours, becomes right figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountIdSchema, conidSchema } from '../../shared/domain/ids';
import type { Gateway } from '../../electron/gateway/gateway';
import { createPerformance } from '../../electron/services/performance/performance';
import { createPortfolio } from '../../electron/services/portfolio/portfolio';
import { createHistory } from '../../electron/services/transactions/history';
import { openBooks } from '../../electron/store/open-books';
import { openCache } from '../../electron/store/open-cache';
import { systemClock } from '../../electron/support/clock';
import { clientOf } from '../support/gateway-client';
import { hasRecordings } from '../support/gateway-recordings';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

const folder = join(import.meta.dirname, '../../../shared/fixtures/recorded');
const account = accountIdSchema.parse('U1234567');
const served: Readonly<Record<string, string>> = {
  '/portfolio/U1234567/ledger': 'portfolio/ledger-full--conduit.json',
  '/portfolio/U1234567/summary': 'portfolio/summary-full--conduit.json',
  '/pa/allperiods': 'pa/allperiods-full--conduit.json',
  '/pa/transactions': 'pa/transactions-full--conduit.json',
};

describe.skipIf(!hasRecordings)(hasRecordings ? 'recorded answers' : 'skipped: no fixtures', () => {
  let server: ScriptedGateway;
  let gateway: Gateway;
  beforeAll(async () => {
    server = await startScriptedGateway();
    server.answer = ({ path }) => {
      const file = served[path.replace('/v1/api', '')];
      if (file === undefined) return { json: [{ id: account, accountId: account }] };
      // The fixture's own shape (INDEX.md): the answer stands in `response`.
      return {
        json: (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { response: unknown }).response,
      };
    };
    gateway = clientOf(server);
  });
  afterAll(async () => {
    gateway.close();
    await server.close();
  });

  it('balances and margin: amounts, accruals, settlement days, IBKR’s own times', async () => {
    const portfolio = createPortfolio(gateway, systemClock);
    const ledger = await portfolio.ledger(account);
    expect(
      ledger.ok &&
        ledger.value.rows.map(({ currency, isBase, cash, interest, brokerMs }) => [
          currency,
          isBase,
          cash,
          interest,
          brokerMs,
        ]),
    ).toEqual([
      ['BASE', true, '971869.6', '2682.45', 1_775_161_930_000],
      ['USD', false, '971869.6', '2682.45', 1_775_161_930_000],
    ]);
    const margin = await portfolio.margin(account);
    expect(margin).toMatchObject({
      ok: true,
      value: {
        baseCurrency: 'USD',
        cushion: '1',
        leverage: '0.03',
        accruedInterest: '2682.449951171875',
        accruedDividends: '0',
        lookAheadMs: 1_775_223_000_000,
        settlement: [
          { dayMs: Date.UTC(2026, 3, 2), cash: '987918.28' },
          { dayMs: Date.UTC(2026, 3, 6), cash: '971869.62' },
        ],
      },
    });
    expect(margin.ok && margin.value.rows.find(({ key }) => key === 'initmarginreq')).toEqual({
      key: 'initmarginreq',
      total: '7657.580078125',
      securities: '7657.580078125',
      commodities: '0',
      crypto: '0',
    });
  });

  it('performance: every period with its days, asked once', async () => {
    const performance = createPerformance(gateway, openCache(':memory:', systemClock), systemClock);
    const read = await performance.read([account]);
    await performance.read([account]);
    expect(server.at('/pa/allperiods')).toHaveLength(1);
    expect(
      read.ok && read.value.periods.map(({ id, points }) => [id, points.at(-1)?.cumulativeReturn]),
    ).toEqual([
      ['1D', '0.00013757'],
      ['7D', '0.00067762'],
      ['MTD', '0.00023004'],
      ['1M', '0.00301002'],
      ['YTD', '0.00517527'],
      ['1Y', '0.00517527'],
    ]);
  });

  it('transactions: days as written, whatever the zone, and kept in our books', async () => {
    const books = openBooks(':memory:');
    const history = createHistory({
      gateway,
      books,
      clock: systemClock,
      cache: openCache(':memory:', systemClock),
    });
    const read = await history({
      accountId: account,
      conid: conidSchema.parse(756733),
      days: 30,
      currency: 'USD',
    });
    expect(
      read.ok && read.value.rows.map(({ dayMs, type, quantity, amount }) => [dayMs, type, quantity, amount]),
    ).toEqual([
      [Date.UTC(2026, 3, 2), 'Buy', '22', '-14298.72'],
      [Date.UTC(2026, 3, 1), 'Buy', '18', '-11789.5499999999'],
      [Date.UTC(2026, 2, 31), 'Buy', '4', '-2580.62'],
    ]);
    expect(books.transactionsOf(account)).toHaveLength(3);
    books.close();
  });
});
