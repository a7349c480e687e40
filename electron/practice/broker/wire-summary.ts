import { dateText } from '../market/calendar';
import { round, toNumber, withCommas, zero, type Big } from '../money';
import type { World } from '../world';
import type { Account } from './account';
import type { AccountValue } from './valuation';

/** Amounts that exist for the account and its segments: securities, commodities, crypto at Paxos. */
const segmented: Readonly<Record<string, (value: AccountValue) => Big>> = {
  accruedcash: (v) => v.accruedInterest,
  accrueddividend: (v) => v.accruedDividends,
  availablefunds: (v) => v.availableFunds,
  billable: () => zero,
  equitywithloanvalue: (v) => v.netLiquidation,
  excessliquidity: (v) => v.excessLiquidity,
  fullavailablefunds: (v) => v.availableFunds,
  fullexcessliquidity: (v) => v.excessLiquidity,
  fullinitmarginreq: (v) => v.initialMargin,
  fullmaintmarginreq: (v) => v.maintenanceMargin,
  guarantee: () => zero,
  incentivecoupons: () => zero,
  indianstockhaircut: () => zero,
  initmarginreq: (v) => v.initialMargin,
  lookaheadavailablefunds: (v) => v.availableFunds,
  lookaheadexcessliquidity: (v) => v.excessLiquidity,
  lookaheadinitmarginreq: (v) => v.initialMargin,
  lookaheadmaintmarginreq: (v) => v.maintenanceMargin,
  maintmarginreq: (v) => v.maintenanceMargin,
  netliquidation: (v) => v.netLiquidation,
  pasharesvalue: () => zero,
  physicalcertificatevalue: () => zero,
  postexpirationexcess: () => zero,
  postexpirationmargin: () => zero,
  totalcashvalue: (v) => v.cash,
  totaldebitcardpendingcharges: () => zero,
};
/** Those that exist for the account and the securities segment only. */
const securitiesOnly: Readonly<Record<string, (value: AccountValue, yesterday: Big) => Big>> = {
  grosspositionvalue: (v) => v.grossPositionValue,
  previousdayequitywithloanvalue: (_v, yesterday) => yesterday,
  regtequity: (v) => v.netLiquidation,
  regtmargin: (v) => v.initialMargin,
  sma: (v) => v.availableFunds,
};

/**
 * `/portfolio/{a}/summary`: the 143 keys of recorded/portfolio/summary-full. Amounts sit in `amount` with
 * `value` null, texts in `value` with `amount` 0. Simplified: everything is in the securities segment.
 */
export function summaryOf(world: World, account: Account): Record<string, unknown> {
  const value = world.valuation.account(account);
  const timestamp = world.clock.now();
  const [before] = world.navs.days(account, timestamp - 86_400_000, timestamp);
  const yesterday = before?.value ?? zero;
  const amount = (money: Big) => ({
    amount: toNumber(money, 4),
    currency: account.currency,
    isNull: false,
    timestamp,
    value: null,
    severity: 0,
  });
  const text = (words: string) => ({
    amount: 0,
    currency: null,
    isNull: false,
    timestamp,
    value: words,
    severity: 0,
  });

  const summary: Record<string, unknown> = {};
  for (const [key, read] of Object.entries(segmented)) {
    summary[key] = amount(read(value));
    summary[`${key}-c`] = amount(zero);
    summary[`${key}-p`] = amount(zero);
    summary[`${key}-s`] = amount(read(value));
  }
  for (const [key, read] of Object.entries(securitiesOnly)) {
    summary[key] = amount(read(value, yesterday));
    summary[`${key}-s`] = amount(read(value, yesterday));
  }
  summary.buyingpower = amount(value.buyingPower);
  summary.netliquidationuncertainty = amount(zero);
  for (const [key, words] of Object.entries(textsOf(world, account, value))) summary[key] = text(words);
  return summary;
}

function textsOf(world: World, account: Account, value: AccountValue): Record<string, string> {
  const { netLiquidation } = value;
  const share = (part: Big) => (netLiquidation.gt(0) ? round(part.div(netLiquidation), 2).toFixed() : '0');
  const today = dateText(world.clock.now());
  const settled = `${today}:${round(value.cash, 2).toFixed()}`;
  return {
    accountcode: account.id,
    accountready: 'true',
    accounttype: 'INDIVIDUAL',
    'columnprio-c': '2',
    'columnprio-p': '5',
    'columnprio-s': '1',
    cushion: share(value.excessLiquidity),
    daytradesremaining: '-1',
    'daytradesremainingt+1': '-1',
    'daytradesremainingt+2': '-1',
    'daytradesremainingt+3': '-1',
    'daytradesremainingt+4': '-1',
    'daytradingstatus-s': `::false:${withCommas(netLiquidation, 2).replaceAll(',', '')}::false`,
    depositoncredithold: 'null',
    highestseverity: 'null',
    'leverage-s': share(value.grossPositionValue),
    lookaheadnextchange: String(Math.floor(world.clock.now() / 1000) + 3600),
    nlvandmargininreview: 'false',
    'segmenttitle-c': 'US Commodities',
    'segmenttitle-p': 'Crypto at Paxos',
    'segmenttitle-s': 'US Securities',
    settledcashbydate: settled,
    'settledcashbydate-c': `${today}:0`,
    'settledcashbydate-p': `${today}:0`,
    'settledcashbydate-s': settled,
    'tradingtype-s': 'STKNOPT',
    whatifpmenabled: 'true',
  };
}
