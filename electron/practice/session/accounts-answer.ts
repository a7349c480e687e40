import type { World } from '../world';
import { serverInfo } from './auth-status';

/** `GET /iserver/accounts` and the websocket's `act`. */
export function accountsAnswer(world: World) {
  const ids = world.accounts.map((account) => account.id);
  const advisor = world.accounts.length > 1;
  return {
    accounts: ids,
    acctProps: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          hasChildAccounts: advisor && id === ids[0],
          supportsCashQty: true,
          liteUnderPro: false,
          noFXConv: false,
          isProp: false,
          supportsFractions: true,
          allowCustomerTime: false,
          autoFx: false,
        },
      ]),
    ),
    aliases: Object.fromEntries(world.accounts.map((account) => [account.id, account.alias ?? account.id])),
    allowFeatures: {
      showGFIS: true,
      showEUCostReport: false,
      allowEventContract: true,
      allowFXConv: true,
      allowFinancialLens: false,
      allowMTA: true,
      allowTypeAhead: true,
      allowEventTrading: true,
      snapshotRefreshTimeout: 30,
      liteUser: false,
      showWebNews: true,
      research: true,
      debugPnl: true,
      showTaxOpt: true,
      showImpactDashboard: true,
      allowDynAccount: false,
      allowCrypto: true,
      allowFA: advisor,
      allowLiteUnderPro: false,
      allowedAssetTypes:
        'STK,CFD,OPT,FOP,WAR,FUT,BAG,PDC,CASH,IND,BOND,BILL,FUND,SLB,News,CMDTY,IOPT,ICU,ICS,PHYSS,CRYPTO',
      restrictTradeSubscription: false,
      showUkUserLabels: false,
      sideBySide: true,
    },
    chartPeriods: {
      STK: ['*'],
      CFD: ['*'],
      OPT: ['2h', '1d', '2d', '1w', '1m'],
      FOP: ['2h', '1d', '2d', '1w', '1m'],
      WAR: ['*'],
      IOPT: ['*'],
      FUT: ['*'],
      CASH: ['*'],
      IND: ['*'],
      BOND: ['*'],
      FUND: ['*'],
      CMDTY: ['*'],
      PHYSS: ['*'],
      CRYPTO: ['*'],
    },
    groups: [...world.advisor.groups.keys()],
    profiles: [],
    selectedAccount: world.session.selectedAccount,
    serverInfo,
    sessionId: world.session.sessionId,
    isFT: false,
    isPaper: world.isPaper,
  };
}
