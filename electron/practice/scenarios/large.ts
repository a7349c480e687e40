import type { AccountSetup, Holding, Scenario } from './scenarios';

const count = 10_000;
const orderCount = 1000;

const firstFiller = 900_000_001;
const positions: Holding[] = Array.from({ length: count }, (_, i) => [
  firstFiller + i,
  ((i * 7) % 40) + 1,
  ((i * 13) % 41) - 20,
]);
const books = [265598, 272093, 4815747, 756733, 13977, 8894, 14204, 29613213, 8314, 13824];
/** At most twenty may work on one side of a contract: a fifth stand on well-known names, the rest are spread out. */
const orders: AccountSetup['orders'] = Array.from({ length: orderCount }, (_, i) => {
  const known = i % 5 === 0;
  const conid = known ? (books[(i / 5) % books.length] ?? 265598) : firstFiller + (i % 400);
  const buys = (known ? Math.floor(i / 50) : i) % 2 === 0;
  return [conid, buys ? 'BUY' : 'SELL', (i % 9) + 1, (buys ? -1 : 1) * (8 + (i % 37))] as const;
});

/** Ten thousand positions in made-up companies, most of them bought last week, and a thousand working orders. */
export const large: Scenario = {
  userName: 'practice',
  isPaper: true,
  fillers: count,
  accounts: [
    {
      id: 'DU5550003',
      title: 'Practice Large (simulated)',
      cash: { USD: 25_000_000 },
      positions,
      longHeld: 150,
      orders,
    },
  ],
};
