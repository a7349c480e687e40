import { accountIdsInBody, inBody, integer, oneOrMany, text } from '../arguments';
import { endpoint } from '../endpoint';
import { figure, label, labels, part, record, row } from '../wire';

const quarterHour = { quotaMs: 900_000 };

/** IBKR's PortfolioAnalyst: performance and transactions, each question once in fifteen minutes. */
export const analystEndpoints = {
  accountPerformance: endpoint({
    area: 'portfolio',
    verb: 'POST',
    path: '/pa/performance',
    parameters: {
      accountIds: accountIdsInBody,
      period: inBody(text, '`1D`, `7D`, `MTD`, `1M`, `3M`, `6M`, `1Y` or `12M`, `YTD`.'),
    },
    wire: row({ nav: part, cps: part, tpps: part, currencyType: label, included: labels }),
    pacing: quarterHour,
    docs: {
      purpose: 'Net asset value and returns over a period.',
      returns:
        '`nav` values in base currency, `cps` cumulative and `tpps` monthly returns as fractions, with dates `YYYYMMDD`.',
      pacing: '1 request per 15 min; the same question is answered from the last answer',
      source: 'OpenAPI 2.28',
      example: { accountIds: ['U1234567'], period: '1D' },
    },
  }),
  transactionHistory: endpoint({
    area: 'portfolio',
    verb: 'POST',
    path: '/pa/transactions',
    parameters: {
      accountIds: accountIdsInBody,
      conids: inBody(oneOrMany(integer), 'Contract id; officially one per request.'),
      currency: inBody(text.default('USD'), 'Currency of the amounts.'),
      days: inBody(integer.optional(), 'Days back; the server’s default is 90.'),
    },
    wire: row({ currency: label, transactions: labels, rpnl: part, from: figure, to: figure }),
    pacing: quarterHour,
    docs: {
      purpose: 'Transactions in one contract.',
      returns:
        '`transactions` with `date`, `cur`, `pr`, `qty`, `amt`, `type`; `rpnl` realised P&L; `from`, `to` in ms.',
      pacing: '1 request per 15 min; the same question is answered from the last answer',
      source: 'OpenAPI 2.28',
      example: { accountIds: ['U1234567'], conids: [265598], currency: 'USD', days: 30 },
    },
  }),
  allPeriods: endpoint({
    area: 'portfolio',
    extra: true,
    verb: 'POST',
    path: '/pa/allperiods',
    parameters: { accountIds: accountIdsInBody },
    wire: record,
    pacing: quarterHour,
    docs: {
      purpose: 'Performance of all periods at once.',
      returns: 'Account ids as keys, each with `1D`, `7D`, `MTD`, `1M`, `YTD`, `1Y`.',
      pacing: '1 request per 15 min, assumed',
      source: 'IBind 0.1.16',
      example: { accountIds: ['U1234567'] },
    },
  }),
};
