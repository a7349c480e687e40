import type { Step } from './orders-schedule';

const order: Step = {
  ...{ do: 'order', conid: 0, elsewhere: false, presses: 1, asks: 0, exits: 0 },
  ...{ refusesExit: false, fault: 'none' },
};

/** Schedules that failed once, the shortest form of each, with the month in which they did. */
export const regressions: Step[][] = [
  // A fill seen while the disk is full is forgotten by two kills in a row, and found again (2026-11).
  [
    order,
    { do: 'disk', full: true },
    { do: 'session', ready: false },
    { do: 'kill' },
    order,
    { do: 'fill' },
    { do: 'kill' },
    order,
  ],
];
