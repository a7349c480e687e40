import type { Order, OrderTicket } from '../broker/order';
import type { Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { big } from '../money';
import { roundToTick } from '../market/ticks';
import { advisor } from './advisor';
import { individual, multiCurrency } from './individual';
import { large } from './large';

/** Conid (or a way to find a derivative), quantity, and how far above (+) or below (−) the market it was bought, in per cent. */
export type Holding = readonly [
  instrument: number | ((market: Market) => Instrument | undefined),
  quantity: number,
  paidPercent: number,
];

export interface AccountSetup {
  readonly id: string;
  readonly title: string;
  readonly alias?: string;
  readonly cash: Readonly<Record<string, number>>;
  readonly positions: readonly Holding[];
  /** Holdings beyond so many were bought in the past week: thousands cannot be valued on every day of a year. */
  readonly longHeld?: number;
  /** Orders in the book at the start: conid, side, quantity, per cent from the market. */
  readonly orders?: ReadonlyArray<
    readonly [conid: number, side: 'BUY' | 'SELL', quantity: number, percent: number]
  >;
}

export interface Scenario {
  readonly userName: string;
  readonly isPaper: boolean;
  readonly accounts: readonly AccountSetup[];
  /** What the login keeps at the gateway. */
  readonly watchlists?: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly rows: ReadonlyArray<{ readonly conid: number }>;
  }>;
  /** How many made-up companies the catalogue gets on top. */
  readonly fillers?: number;
  /** The advisor's master account, which owns nothing itself. */
  readonly master?: string;
}

const empty: Scenario = {
  userName: 'practice',
  isPaper: true,
  accounts: [
    { id: 'DU5550009', title: 'New Practice Account (simulated)', cash: { USD: 1_000_000 }, positions: [] },
  ],
};
/** Looks like a live login: `U…`, `isPaper` false. Still simulated, and still says so in every name. */
const live: Scenario = {
  ...individual,
  isPaper: false,
  accounts: individual.accounts.map((account) => ({
    ...account,
    id: 'U5550001',
    title: 'Simulated live-looking account',
  })),
};

export const scenarios = {
  individual,
  'multi-currency': multiCurrency,
  advisor,
  empty,
  large,
  live,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** Good-till-cancelled limit orders of the scenario, put straight into the book. */
export function enterOrders(
  market: Market,
  setup: AccountSetup,
  submit: (tickets: readonly OrderTicket[]) => Order[],
): void {
  for (const [conid, side, quantity, percent] of setup.orders ?? []) {
    const instrument = market.catalogue.byConid(conid);
    if (instrument === undefined) continue;
    const price = roundToTick(instrument, market.quote(instrument).last * (1 + percent / 100));
    submit([
      {
        account: setup.id,
        instrument,
        exchange: 'SMART',
        side,
        type: 'LMT',
        quantity: big(quantity),
        cashQuantity: null,
        limit: big(price),
        stop: null,
        trail: null,
        timeInForce: 'GTC',
        outsideRth: false,
        clientId: null,
        parentClientId: null,
        oneCancelsAll: false,
      },
    ]);
  }
}
