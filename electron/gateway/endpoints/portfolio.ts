import { z } from 'zod';
import { accountIdsInBody, accountInPath, conidText, inPath, inQuery, integer, text } from '../arguments';
import { endpoint } from '../endpoint';
import { figure, flag, identity, keyed, label, labels, part, row } from '../wire';

const account = row({
  id: z.string().nullish(),
  accountId: z.string().nullish(),
  accountTitle: label,
  displayName: label,
  accountAlias: label,
  currency: label,
  type: label,
  faclient: flag,
  clearingStatus: label,
  parent: part,
});

/** Sparse rows come first in a session: the details follow when IBKR has looked the contract up — QUIRKS §2. */
const position = row({
  acctId: label,
  conid: identity,
  contractDesc: label,
  position: figure,
  mktPrice: figure,
  mktValue: figure,
  currency: label,
  avgCost: figure,
  avgPrice: figure,
  realizedPnl: figure,
  unrealizedPnl: figure,
  assetClass: label,
  ticker: label,
  name: label,
  expiry: label,
  putOrCall: label,
  strike: figure,
  multiplier: figure,
  model: label,
});
const positions = z.array(position);
const known = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const detailed = (rows: z.output<typeof positions>): boolean =>
  rows.every((entry) => known(entry.ticker) || known(entry.name));
const detailsFollow = { isKnown: detailed, attempts: 3, delayMs: 1_000 };

const allocation = row({ assetClass: part, sector: part, group: part });
const subaccounts = z.array(account);

const modelInQuery = inQuery(text.optional(), 'Name of a model portfolio.');
const sortInQuery = inQuery(text.optional(), 'Column to sort by; the server’s default is the name.');
const directionInQuery = inQuery(text.optional(), '`a` ascending (default) or `d` descending.');

export const portfolioAccounts = endpoint({
  area: 'portfolio',
  verb: 'GET',
  path: '/portfolio/accounts',
  parameters: {},
  wire: z.array(account),
  satisfies: 'portfolio',
  pacing: { intervalMs: 5_000 },
  docs: {
    purpose:
      'Accounts whose portfolio may be seen. Primes all other portfolio reads; needs no brokerage session.',
    returns: 'A list of accounts: ids, titles, base `currency`, `type` (`DEMO` on paper).',
    pacing: '1 request per 5 s',
    source: 'OpenAPI 2.28',
  },
});

export const portfolioEndpoints = {
  portfolioAccounts,
  portfolioSubaccounts: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/subaccounts',
    parameters: {},
    wire: subaccounts,
    satisfies: 'portfolio',
    pacing: { intervalMs: 5_000 },
    docs: {
      purpose: 'Sub-accounts of a tiered structure, up to 100.',
      returns: 'A list of accounts as portfolioAccounts.',
      pacing: '1 request per 5 s',
      source: 'OpenAPI 2.28',
    },
  }),
  largePortfolioSubaccounts: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/subaccounts2',
    parameters: {
      page: inQuery(integer.default(0), 'Page from 0, 20 accounts each; the last page is short or empty.'),
    },
    wire: z.union([subaccounts, row({ metadata: part, subaccounts })]),
    satisfies: 'portfolio',
    docs: {
      purpose: 'Sub-accounts of a large structure, by page.',
      returns: '`{metadata: {total, pageSize, pageNum}, subaccounts}` or a bare list: both are seen.',
      source: 'OpenAPI 2.28, capture',
      example: { page: 0 },
    },
  }),
  portfolioAccountInformation: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/meta',
    parameters: { accountId: accountInPath },
    wire: account,
    preflight: 'portfolio',
    docs: {
      purpose: 'One account’s description.',
      returns: 'As one element of portfolioAccounts.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  portfolioAccountAllocation: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/allocation',
    parameters: { accountId: accountInPath, model: modelInQuery },
    wire: allocation,
    preflight: 'portfolio',
    docs: {
      purpose: 'Market value by asset class, sector and group.',
      returns: '`assetClass`, `sector`, `group`, each `{long: {name: value}, short: {…}}` in base currency.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  portfolioAccountAllocations: endpoint({
    area: 'portfolio',
    verb: 'POST',
    path: '/portfolio/allocation',
    parameters: { accountIds: accountIdsInBody },
    wire: allocation,
    preflight: 'portfolio',
    docs: {
      purpose: 'Allocation summed over several accounts.',
      returns: 'As portfolioAccountAllocation.',
      source: 'OpenAPI 2.28; the reference sends a GET, which is a defect',
      example: { accountIds: ['U1234567', 'U4567890'] },
    },
  }),
  positions: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/positions/{page}',
    parameters: {
      accountId: accountInPath,
      page: inPath(integer.default(0), 'Page from 0, 100 rows each; an empty page is the end.'),
      model: modelInQuery,
      sort: sortInQuery,
      direction: directionInQuery,
      period: inQuery(text.optional(), 'Period of the P&L: `1D`, `7D`, `1M`.'),
      waitForSecDef: inQuery(z.boolean().optional(), 'True waits for contract details.'),
    },
    wire: positions,
    preflight: 'portfolio',
    warmUp: {
      ...detailsFollow,
      isKnown: (rows, input) => detailed(rows) && (rows.length > 0 || input['page'] !== 0),
      emptyTwice: true,
    },
    docs: {
      purpose:
        'Positions of an account, cached by IBKR for tens of seconds. Sparse rows are read again; an empty first page counts when two reads of the session agree.',
      returns:
        'Rows with `conid`, `position`, `mktPrice`, `mktValue`, `avgCost` (per contract), `avgPrice` (per unit), P&L in `currency`. Closed positions of the day stay with 0.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567', page: 0 },
    },
  }),
  positions2: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio2/{accountId}/positions',
    parameters: {
      accountId: accountInPath,
      model: modelInQuery,
      sort: sortInQuery,
      direction: directionInQuery,
    },
    wire: z.array(
      row({
        conid: identity,
        position: figure,
        description: label,
        currency: label,
        marketPrice: figure,
        marketValue: figure,
        avgCost: figure,
        avgPrice: figure,
        realizedPnl: figure,
        unrealizedPnl: figure,
        secType: label,
        assetClass: label,
        timestamp: figure,
      }),
    ),
    preflight: 'portfolio',
    docs: {
      purpose: 'Positions near real time, uncached, in one list.',
      returns: 'Rows with `conid`, `position`, `marketPrice`, `marketValue`, P&L; `timestamp` in seconds.',
      source: 'HTML documentation, captures',
      example: { accountId: 'U1234567' },
    },
  }),
  positionsByConid: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/position/{conid}',
    parameters: { accountId: accountInPath, conid: inPath(conidText, 'Contract id.') },
    wire: positions,
    preflight: 'portfolio',
    warmUp: { ...detailsFollow, attempts: 2 },
    docs: {
      purpose: 'The position in one contract.',
      returns: 'A list, usually of one row; empty when not held.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567', conid: 265598 },
    },
  }),
  invalidateBackendPortfolioCache: endpoint({
    area: 'portfolio',
    verb: 'POST',
    path: '/portfolio/{accountId}/positions/invalidate',
    parameters: { accountId: accountInPath },
    wire: row({ message: label }),
    preflight: 'portfolio',
    docs: {
      purpose: 'Drops IBKR’s cache, so that the next read of positions is fresh.',
      returns: '`{message: "success"}`; read the positions afterwards.',
      source: 'OpenAPI 2.28, capture',
      example: { accountId: 'U1234567' },
    },
  }),
  portfolioSummary: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/summary',
    parameters: { accountId: accountInPath },
    wire: z.record(
      z.string(),
      z.union([
        row({ amount: figure, currency: label, isNull: flag, timestamp: figure, value: label }),
        z.unknown(),
      ]),
    ),
    preflight: 'portfolio',
    docs: {
      purpose: 'All figures of the account: cash, margins, net liquidation.',
      returns:
        'Lower-case keys (`netliquidation`; `-s` securities, `-c` commodities) to `{amount, currency, value, timestamp (ms)}`; text is in `value`.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  getLedger: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/{accountId}/ledger',
    parameters: { accountId: accountInPath },
    wire: keyed(
      row({
        currency: label,
        cashbalance: figure,
        settledcash: figure,
        netliquidationvalue: figure,
        stockmarketvalue: figure,
        unrealizedpnl: figure,
        realizedpnl: figure,
        exchangerate: figure,
        interest: figure,
        timestamp: figure,
      }),
    ),
    preflight: 'portfolio',
    docs: {
      purpose: 'Cash and market values by currency.',
      returns: 'One entry per currency and `BASE` (totals); `timestamp` in seconds, `exchangerate` to base.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  positionAndContractInfo: endpoint({
    area: 'portfolio',
    verb: 'GET',
    path: '/portfolio/positions/{conid}',
    parameters: { conid: inPath(conidText, 'Contract id.') },
    wire: z.record(z.string(), z.union([positions, position, z.unknown()])),
    preflight: 'portfolio',
    docs: {
      purpose: 'The position in one contract in every visible account.',
      returns: 'Account id to a list of positions.',
      source: 'OpenAPI 2.28',
      example: { conid: 265598 },
    },
  }),
  combinationPositions: endpoint({
    area: 'portfolio',
    extra: true,
    verb: 'GET',
    path: '/portfolio/{accountId}/combo/positions',
    parameters: {
      accountId: accountInPath,
      noCache: inQuery(z.boolean().default(false), 'True bypasses IBKR’s cache.', { wireName: 'nocache' }),
    },
    wire: z.array(row({ name: label, description: label, legs: labels, positions: labels })),
    preflight: 'portfolio',
    docs: {
      purpose: 'Positions held as combinations.',
      returns: 'Combinations with `legs` (conid, ratio) and `positions`.',
      source: 'IBind 0.1.17',
      example: { accountId: 'U1234567' },
    },
  }),
} as const;
