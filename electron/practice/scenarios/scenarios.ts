import type { Account } from '../broker/account';
import type { Market } from '../market/market';
import { big } from '../money';

export interface AccountSetup {
  readonly id: string;
  readonly title: string;
  readonly cash: Readonly<Record<string, number>>;
  /** Conid, quantity, and how far above (+) or below (−) the market it was bought, in per cent. */
  readonly positions: ReadonlyArray<readonly [conid: number, quantity: number, paidPercent: number]>;
}

export interface Scenario {
  readonly userName: string;
  readonly isPaper: boolean;
  readonly accounts: readonly AccountSetup[];
  /** What the login keeps at the gateway. */
  readonly watchlists: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly rows: ReadonlyArray<{ readonly conid: number }>;
  }>;
  readonly furnish: (market: Market, account: Account | undefined, setup: AccountSetup) => void;
}

export type ScenarioName = 'individual' | 'empty';

/** Positions are put in at the price of the prior close, moved by what was paid. */
function furnish(market: Market, account: Account | undefined, setup: AccountSetup): void {
  if (account === undefined) return;
  for (const [conid, quantity, paidPercent] of setup.positions) {
    const instrument = market.catalogue.byConid(conid);
    if (instrument === undefined) continue;
    const paid = big(market.day(instrument).priorClose).times(1 + paidPercent / 100);
    const perUnit = paid.times(instrument.multiplier).div(instrument.magnifier).round(4, 1);
    account.positions.set(conid, {
      instrument,
      quantity: big(quantity),
      cost: perUnit.times(quantity),
      realized: big(0),
    });
  }
}

const firstWatchlist = {
  id: '101',
  name: 'Large and liquid',
  rows: [265598, 272093, 4815747, 756733, 13977, 51529211, 14204, 117589399, 128831206, 138550125].map((conid) => ({
    conid,
  })),
};

const individual: Scenario = {
  watchlists: [firstWatchlist],
  userName: 'practice',
  isPaper: true,
  accounts: [
    {
      id: 'DU5550001',
      title: 'Practice Trader (simulated)',
      cash: { USD: 214_380.55, EUR: 31_250.4, GBP: 8_420.75, CHF: 12_600, JPY: 1_850_000 },
      positions: [
        [265598, 120, -18.4],
        [272093, 45, -7.9],
        [4815747, 200, -31.2],
        [756733, 60, -4.1],
        [13977, 150, 6.3],
        [51529211, 40, -11.5],
        [14204, 80, -9.6],
        [117589399, 12, 12.8],
        [128831206, 150, -6.2],
        [138550125, 6000, 8.7],
        [29612401, 300, -5.5],
        [29613213, 110, 14.2],
        [13905, 400, -12.9],
      ],
    },
  ],
  furnish,
};

const empty: Scenario = {
  watchlists: [],
  userName: 'practice',
  isPaper: true,
  accounts: [
    { id: 'DU5550009', title: 'New Practice Account (simulated)', cash: { USD: 1_000_000 }, positions: [] },
  ],
  furnish,
};

export const scenarioNames: readonly ScenarioName[] = ['individual', 'empty'];

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = { individual, empty };
