import { isRecord, textOf } from '../broker/order-request';
import type { AccountValue } from '../broker/valuation';
import { bareFailure, failure, get, ok, post, type Route } from '../http/reply';
import { toNumber, withCommas, zero, type Big } from '../money';
import { accountsAnswer } from '../session/accounts-answer';
import { partitionedProfit } from '../topics/profit';
import type { World } from '../world';

const unavailable =
  'Details currently unavailable. Please try again later and contact client services if the issue persists.';

/** Accounts of the brokerage session and the figures `/iserver` gives about them. */
export const accountRoutes: readonly Route[] = [
  get('/iserver/accounts', 'brokerage', (world) => {
    world.session.accountsQueried = true;
    return ok(accountsAnswer(world));
  }),
  post('/iserver/account', 'brokerage', (world, { body }) => {
    if (!isRecord(body)) return failure(400, "Bad Request: body can't be empty");
    const id = textOf(body.acctId);
    if (world.account(id) === undefined) return bareFailure(500, 'Invalid account ID');
    if (world.session.selectedAccount === id) return ok({ success: 'Account already set' });
    world.session.selectedAccount = id;
    return ok({ set: true, acctId: id });
  }),
  get('/iserver/account/pnl/partitioned', 'brokerage', (world) => {
    const first = !world.session.profitPrimed && !world.easy;
    world.session.profitPrimed = true;
    return ok({ upnl: first ? {} : partitionedProfit(world) });
  }),
  get('/iserver/account/search/:pattern', 'brokerage', () => failure(503, unavailable)),
  post('/iserver/dynaccount', 'brokerage', () => failure(503, unavailable)),
  get('/iserver/account/:accountId/summary', 'brokerage', (world, { params }) =>
    withAccount(world, params.accountId, (value) => summary(world, value)),
  ),
  get('/iserver/account/:accountId/summary/available_funds', 'brokerage', (world, { params }) =>
    withAccount(world, params.accountId, (v) =>
      segments({
        current_available: usd(v.availableFunds),
        current_excess: usd(v.excessLiquidity),
        buying_power: usd(v.buyingPower),
        leverage: v.netLiquidation.gt(0) ? v.grossPositionValue.div(v.netLiquidation).toFixed(2) : '0.00',
        look_ahead_available: usd(v.availableFunds),
        look_ahead_excess: usd(v.excessLiquidity),
      }),
    ),
  ),
  get('/iserver/account/:accountId/summary/balances', 'brokerage', (world, { params }) =>
    withAccount(world, params.accountId, (v) =>
      segments({
        net_liquidation: usd(v.netLiquidation),
        Nlv_and_margin_in_review: usd(zero),
        equity_with_loan: usd(v.netLiquidation),
        securities_gross_position_value: usd(v.grossPositionValue),
        cash: usd(v.cash),
        MTD_interest: usd(v.accruedInterest),
        pending_debit_card_charges: usd(zero),
      }),
    ),
  ),
  get('/iserver/account/:accountId/summary/margins', 'brokerage', (world, { params }) =>
    withAccount(world, params.accountId, (v) =>
      segments({
        current_initial: usd(v.initialMargin),
        'Prdctd Pst-xpry Mrgn @ Opn': usd(zero),
        current_maint: usd(v.maintenanceMargin),
        projected_liquidity_inital_margin: usd(v.initialMargin),
        'Prjctd Lk Ahd Mntnnc Mrgn': usd(v.maintenanceMargin),
        projected_overnight_initial_margin: usd(v.initialMargin),
        projected_overnight_maintenance_margin: usd(v.maintenanceMargin),
      }),
    ),
  ),
  get('/iserver/account/:accountId/summary/market_value', 'brokerage', (world, { params }) =>
    withAccount(world, params.accountId, (v) =>
      Object.fromEntries(
        v.currencies.map((c) => [
          c.currency,
          {
            total_cash: withCommas(c.cash),
            settled_cash: withCommas(c.cash),
            MTD_interest: withCommas(c.accruedInterest),
            stock: withCommas(c.byType.STK ?? zero),
            options: withCommas(c.byType.OPT ?? zero),
            futures: withCommas(c.byType.FUT ?? zero),
            future_options: withCommas(c.byType.FOP ?? zero),
            funds: withCommas(c.byType.FUND ?? zero),
            dividends_receivable: withCommas(c.accruedDividends),
            mutual_funds: '0',
            money_market: '0',
            bonds: withCommas(c.byType.BOND ?? zero),
            Govt_Bonds: '0',
            t_bills: '0',
            warrants: '0',
            issuer_option: '0',
            commodity: '0',
            Notional_CFD: withCommas(c.byType.CFD ?? zero),
            cfd: '0',
            Cryptocurrency: withCommas(c.byType.CRYPTO ?? zero),
            net_liquidation: withCommas(c.netLiquidation),
            unrealized_pnl: withCommas(c.unrealized),
            realized_pnl: withCommas(c.realized),
            Exchange_Rate: toNumber(c.rate, 6).toString(),
          },
        ]),
      ),
    ),
  ),
  get('/acesws/:accountId/signatures-and-owners', 'web', (world, { params }) => {
    const account = world.account(params.accountId ?? '');
    if (account === undefined) return { status: 401, text: '' };
    return ok({
      accountId: account.id,
      users: [
        {
          roleId: 'OWNER',
          hasRightCodeInd: true,
          userName: world.user.name,
          entity: {
            firstName: 'Practice',
            lastName: 'Trader',
            entityType: 'INDIVIDUAL',
            entityName: 'Practice Trader',
          },
        },
      ],
      applicant: { signatures: ['Practice Trader'] },
    });
  }),
];

const usd = (amount: Big) => `${withCommas(amount)} USD`;

const segments = (figures: Record<string, string>) => {
  const nothing = Object.fromEntries(
    Object.entries(figures).map(([key, text]) => [key, text.endsWith('USD') ? '0 USD' : '0.00']),
  );
  return { total: figures, 'Crypto at Paxos': nothing, commodities: nothing, securities: figures };
};

function withAccount(world: World, id: string | undefined, answer: (value: AccountValue) => unknown) {
  const account = world.account(id ?? '');
  return account === undefined
    ? failure(400, `Bad Request: accountId is not valid: ${id ?? ''}`)
    : ok(answer(world.valuation.account(account)));
}

const summary = (world: World, value: AccountValue) => ({
  accountType: '',
  status: '',
  balance: Math.round(toNumber(value.netLiquidation)),
  SMA: Math.round(toNumber(value.availableFunds)),
  buyingPower: Math.round(toNumber(value.buyingPower)),
  availableFunds: Math.round(toNumber(value.availableFunds)),
  excessLiquidity: Math.round(toNumber(value.excessLiquidity)),
  netLiquidationValue: Math.round(toNumber(value.netLiquidation)),
  equityWithLoanValue: Math.round(toNumber(value.netLiquidation)),
  regTLoan: 0,
  securitiesGVP: Math.round(toNumber(value.grossPositionValue)),
  totalCashValue: Math.round(toNumber(value.cash)),
  accruedInterest: Math.round(toNumber(value.accruedInterest)),
  regTMargin: Math.round(toNumber(value.initialMargin)),
  initialMargin: Math.round(toNumber(value.initialMargin)),
  maintenanceMargin: Math.round(toNumber(value.maintenanceMargin)),
  cashBalances: [
    ...value.currencies.map((c) => ({
      currency: c.currency,
      balance: toNumber(c.cash, 2),
      settledCash: toNumber(c.cash, 2),
    })),
    {
      currency: `Total (in ${world.accounts[0]?.currency ?? 'USD'})`,
      balance: toNumber(value.cash, 2),
      settledCash: toNumber(value.cash, 2),
    },
  ],
});
