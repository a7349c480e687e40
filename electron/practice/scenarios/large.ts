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
const orders: AccountSetup['orders'] = Array.from({ length: orderCount }, (_, i) => {
  // At most twenty work on one side of a contract: a fifth on well-known names, the rest spread out.
  const conid = i % 5 === 0 ? (books[(i / 5) % books.length] ?? 265598) : firstFiller + (i % 400);
  return [conid, i % 2 === 0 ? 'BUY' : 'SELL', (i % 9) + 1, (i % 2 === 0 ? -1 : 1) * (8 + (i % 37))] as const;
});

/** Ten thousand positions in made-up companies and a thousand working orders. */
export const large: Scenario = {
  userName: 'practice',
  isPaper: true,
  fillers: count,
  accounts: [
    { id: 'DU5550003', title: 'Practice Large (simulated)', cash: { USD: 25_000_000 }, positions, orders },
  ],
};
