import { z } from 'zod';
import { accountInPath, inBody, inPath, text } from '../arguments';
import { endpoint } from '../endpoint';
import { figure, flag, label, labels, part, row } from '../wire';

const pnlRow = row({
  rowType: figure,
  dpl: figure,
  nl: figure,
  upl: figure,
  el: figure,
  uel: figure,
  mv: figure,
});

const selected = z.union([row({ set: flag, acctId: label }), row({ success: label })]);

export const receiveBrokerageAccounts = endpoint({
  area: 'accounts',
  verb: 'GET',
  path: '/iserver/accounts',
  parameters: {},
  wire: row({
    accounts: z.array(z.string()).optional(),
    aliases: part,
    acctProps: part,
    selectedAccount: label,
    isPaper: flag,
    isFT: flag,
    sessionId: label,
    serverInfo: part,
    allowFeatures: part,
  }),
  satisfies: 'accounts',
  docs: {
    purpose:
      'Tradable accounts of the user name. Primes snapshots, order lists, modifications and cancellations.',
    returns:
      '`accounts`, `selectedAccount`, `isPaper`, properties and features. `{}` while another session competes.',
    source: 'OpenAPI 2.28',
  },
});

export const accountEndpoints = {
  accountProfitAndLoss: endpoint({
    area: 'accounts',
    verb: 'GET',
    path: '/iserver/account/pnl/partitioned',
    parameters: {},
    wire: row({ upnl: z.record(z.string(), pnlRow) }),
    preflight: 'accounts',
    pacing: { intervalMs: 5_000 },
    warmUp: {
      isKnown: (data) => Object.keys(data.upnl).length > 0,
      attempts: 2,
      delayMs: 1_000,
    },
    docs: {
      purpose: 'Profit and loss of the selected account, by account and model.',
      returns:
        '`upnl` keyed `<account>.<model>`: `dpl` daily P&L, `nl` net liquidity, `upl` unrealised P&L, `el` excess liquidity, `mv` market value, all in base currency. Empty until IBKR has figures.',
      pacing: '1 request per 5 s',
      source: 'OpenAPI 2.28',
    },
  }),
  searchDynamicAccount: endpoint({
    area: 'accounts',
    verb: 'GET',
    path: '/iserver/account/search/{searchPattern}',
    parameters: { searchPattern: inPath(text, 'Any fragment of an account id.') },
    wire: row({
      matchedAccounts: z.array(row({ accountId: label, alias: label, allocationId: label })),
      pattern: label,
    }),
    statusMeans: { 503: 'not-permitted' },
    docs: {
      purpose: 'Accounts whose id contains the fragment, for users with dynamic accounts (DYNACCT).',
      returns: '`matchedAccounts` with `accountId`, `alias`, `allocationId`; `pattern`.',
      errors: '`not-permitted` for every other user (IBKR answers 503).',
      source: 'OpenAPI 2.28',
      example: { searchPattern: 'DU' },
    },
  }),
  setDynamicAccount: endpoint({
    area: 'accounts',
    verb: 'POST',
    path: '/iserver/dynaccount',
    parameters: { accountId: inBody(text, 'Account to act for.', { wireName: 'acctId' }) },
    wire: selected,
    statusMeans: { 503: 'not-permitted' },
    docs: {
      purpose: 'Selects the dynamic account. The client’s own default account stays as it is.',
      returns: '`set`, `acctId`.',
      errors: '`not-permitted` for users without DYNACCT.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  signaturesAndOwners: endpoint({
    area: 'accounts',
    verb: 'GET',
    path: '/acesws/{accountId}/signatures-and-owners',
    parameters: { accountId: accountInPath },
    wire: row({ accountId: label, users: labels, applicant: part }),
    docs: {
      purpose: 'Who owns the account and who may sign for it. Personal data: never logged.',
      returns: '`users` with role and legal names, `applicant.signatures`.',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  switchAccount: endpoint({
    area: 'accounts',
    verb: 'POST',
    path: '/iserver/account',
    parameters: {
      accountId: inBody(text, 'Account that order lists, trades and P&L shall be about.', {
        wireName: 'acctId',
      }),
    },
    wire: selected,
    priority: 'session',
    selectsAccount: true,
    docs: {
      purpose:
        'Selects the account for the whole gateway session, and makes it the client’s default account.',
      returns: '`{set, acctId}`, or `{success: "Account already set"}`.',
      errors: '`server-error` for an unknown account (IBKR answers 500).',
      source: 'OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
  receiveBrokerageAccounts,
  accountSummary: endpoint({
    area: 'accounts',
    extra: true,
    verb: 'GET',
    path: '/iserver/account/{accountId}/summary',
    parameters: { accountId: accountInPath },
    wire: row({
      accountType: label,
      balance: figure,
      buyingPower: figure,
      netLiquidationValue: figure,
      cashBalances: labels,
    }),
    preflight: 'accounts',
    statusMeans: { 400: 'not-found' },
    docs: {
      purpose: 'Balances and margins of an account in brief.',
      returns: 'Net liquidation, buying power, margins and `cashBalances`, in base currency.',
      errors: '`not-found` for an invalid account (IBKR answers 400).',
      source: 'IBind 0.1.9, OpenAPI 2.28',
      example: { accountId: 'U1234567' },
    },
  }),
} as const;
