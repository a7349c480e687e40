import { toNumber, zero, type Big } from '../money';
import type { World } from '../world';
import type { Account } from './account';

/** `/portfolio/{a}/summary`: each key an object; numbers in `amount`, texts in `value`; time in milliseconds. */
export function summaryOf(world: World, account: Account): Record<string, unknown> {
  const v = world.valuation.account(account);
  const timestamp = world.clock.now();
  const text = (value: string) => ({
    amount: 0,
    currency: null,
    isNull: false,
    timestamp,
    value,
    severity: 0,
  });
  const amount = (money: Big) => ({
    amount: toNumber(money, 4),
    currency: account.currency,
    isNull: false,
    timestamp,
    value: null,
    severity: 0,
  });
  const money: Record<string, Big> = {
    accruedcash: zero,
    accrueddividend: zero,
    availablefunds: v.availableFunds,
    equitywithloanvalue: v.netLiquidation,
    excessliquidity: v.excessLiquidity,
    fullavailablefunds: v.availableFunds,
    fullexcessliquidity: v.excessLiquidity,
    fullinitmarginreq: v.initialMargin,
    fullmaintmarginreq: v.maintenanceMargin,
    grosspositionvalue: v.grossPositionValue,
    initmarginreq: v.initialMargin,
    lookaheadavailablefunds: v.availableFunds,
    lookaheadexcessliquidity: v.excessLiquidity,
    lookaheadinitmarginreq: v.initialMargin,
    lookaheadmaintmarginreq: v.maintenanceMargin,
    maintmarginreq: v.maintenanceMargin,
    netliquidation: v.netLiquidation,
    totalcashvalue: v.cash,
  };
  const summary: Record<string, unknown> = {
    accountcode: text(account.id),
    accountready: text('true'),
    accounttype: text('INDIVIDUAL'),
    tradingtype: text('STKNOPT'),
    segmenttitle: text('Practice (simulated)'),
  };
  for (const [key, value] of Object.entries(money)) {
    summary[key] = amount(value);
    summary[`${key}-s`] = amount(value);
    summary[`${key}-c`] = amount(zero);
  }
  return {
    ...summary,
    buyingpower: amount(v.buyingPower),
    cushion: {
      ...amount(zero),
      amount: v.netLiquidation.gt(0) ? toNumber(v.excessLiquidity.div(v.netLiquidation), 4) : 0,
      currency: null,
    },
    leverage: {
      ...amount(zero),
      amount: v.netLiquidation.gt(0) ? toNumber(v.grossPositionValue.div(v.netLiquidation), 2) : 0,
      currency: null,
    },
    daytradesremaining: { ...amount(zero), amount: -1, currency: null },
    previousdayequitywithloanvalue: amount(account.dayStartEquity ?? zero),
    regtequity: amount(v.netLiquidation),
    regtmargin: amount(v.initialMargin),
    sma: amount(v.availableFunds),
    totaldebitcardpendingcharges: amount(zero),
  };
}
