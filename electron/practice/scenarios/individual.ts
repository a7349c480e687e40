import type { Market } from '../market/market';
import type { Instrument } from '../market/instrument';
import type { Holding, Scenario } from './scenarios';

const positions: readonly Holding[] = [
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
];

const firstWatchlist = {
  id: '101',
  name: 'Large and liquid',
  rows: [265598, 272093, 4815747, 756733, 13977, 51529211, 14204, 117589399, 128831206, 138550125].map(
    (conid) => ({
      conid,
    }),
  ),
};

/** One paper account with stocks and funds in five currencies. */
export const individual: Scenario = {
  watchlists: [firstWatchlist],
  userName: 'practice',
  isPaper: true,
  accounts: [
    {
      id: 'DU5550001',
      title: 'Practice Trader (simulated)',
      cash: { USD: 214_380.55, EUR: 31_250.4, GBP: 8_420.75, CHF: 12_600, JPY: 1_850_000 },
      positions,
    },
  ],
};

/** Strike nearest to the given share of the spot, second monthly expiry. */
const option =
  (underlying: number, right: 'C' | 'P', share: number) =>
  (market: Market): Instrument | undefined => {
    const root = market.catalogue.byConid(underlying);
    if (root === undefined) return undefined;
    const strike = market.quote(root).last * share;
    const chain = market.catalogue
      .derivativesOf(underlying)
      .filter((i) => i.secType === 'OPT' && i.right === right);
    const expiries = [...new Set(chain.map((i) => i.expiry ?? ''))].sort();
    return chain
      .filter((i) => i.expiry === expiries[3])
      .sort((a, b) => Math.abs((a.strike ?? 0) - strike) - Math.abs((b.strike ?? 0) - strike))[0];
  };
const frontFuture = (underlying: number) => (market: Market) =>
  market.catalogue.derivativesOf(underlying).find((i) => i.secType === 'FUT');

/** Every kind of instrument, short positions, borrowed currencies. */
export const multiCurrency: Scenario = {
  watchlists: [firstWatchlist],
  userName: 'practice',
  isPaper: true,
  accounts: [
    {
      id: 'DU5550002',
      title: 'Practice Multi-Currency (simulated)',
      cash: {
        USD: 420_000,
        EUR: -18_250.4,
        GBP: 22_000,
        CHF: 61_000,
        JPY: -2_400_000,
        HKD: 150_000,
        CAD: 9_000,
        MXN: 12_000,
      },
      positions: [
        ...positions,
        [76792991, -50, 9.1],
        [110786340, 300, -14],
        [option(265598, 'C', 1.05), 5, 20],
        [option(756733, 'P', 0.95), 3, -8],
        [option(76792991, 'C', 1.1), -2, 15],
        [frontFuture(362673777), 2, -0.8],
        [frontFuture(17340715), -1, 1.2],
        [743216501, 20_000, 1.4],
        [479624278, 0.25, -22],
        [52196301, 35.5, -9],
        [120550477, 40, 2.2],
      ],
    },
  ],
};
