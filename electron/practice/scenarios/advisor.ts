import type { Scenario } from './scenarios';

/** An advisor: a master that owns nothing and three clients. */
export const advisor: Scenario = {
  userName: 'practice-advisor',
  isPaper: true,
  master: 'DF5550100',
  accounts: [
    { id: 'DF5550100', title: 'Practice Advisor (simulated)', cash: { USD: 0 }, positions: [] },
    {
      id: 'DU5550101',
      title: 'Client One (simulated)',
      alias: 'Growth',
      cash: { USD: 88_000, EUR: 4_000 },
      positions: [
        [265598, 80, -12],
        [4815747, 60, -25],
        [14204, 25, -6],
      ],
    },
    {
      id: 'DU5550102',
      title: 'Client Two (simulated)',
      alias: 'Income',
      cash: { USD: 140_000, CHF: 20_000 },
      positions: [
        [8894, 500, -3],
        [15547841, 400, 11],
        [29613213, 150, 9],
      ],
    },
    {
      id: 'DU5550103',
      title: 'Client Three (simulated)',
      cash: { USD: 250_000 },
      positions: [[756733, 100, -8]],
    },
  ],
};
