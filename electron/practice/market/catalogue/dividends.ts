/** How a company distributes: share of its price a year, in how many payments, and what the tax office keeps. */
export interface DividendPolicy {
  readonly yearlyPercent: number;
  readonly perYear: 1 | 2 | 4 | 12;
  readonly withheldPercent: number;
}

const quarterly = (yearlyPercent: number): DividendPolicy => ({
  yearlyPercent,
  perYear: 4,
  withheldPercent: 15,
});
const yearly = (yearlyPercent: number, withheldPercent: number): DividendPolicy => ({
  yearlyPercent,
  perYear: 1,
  withheldPercent,
});
const twice = (yearlyPercent: number, withheldPercent: number): DividendPolicy => ({
  yearlyPercent,
  perYear: 2,
  withheldPercent,
});

/** Who pays what, by conid: rounded public orders of magnitude; the dates are invented. */
export const dividendPolicies: ReadonlyMap<number, DividendPolicy> = new Map([
  [265598, quarterly(0.45)],
  [272093, quarterly(0.68)],
  [4815747, quarterly(0.02)],
  [107113386, quarterly(0.28)],
  [208813719, quarterly(0.4)],
  [208813720, quarterly(0.4)],
  [268084, quarterly(2.4)],
  [275117, quarterly(2.2)],
  [4157, quarterly(1.6)],
  [8314, quarterly(2.75)],
  [1520593, quarterly(1.9)],
  [10098, quarterly(2.2)],
  [4901, quarterly(1.0)],
  [8719, quarterly(2.95)],
  [11031, quarterly(6.9)],
  [9160, quarterly(0.8)],
  [8894, quarterly(2.95)],
  [11017, quarterly(3.8)],
  [13824, quarterly(0.97)],
  [272997, quarterly(0.55)],
  [9408, quarterly(2.3)],
  [10291, quarterly(2.1)],
  [13977, quarterly(3.5)],
  [5684, quarterly(4.3)],
  [5437, quarterly(1.4)],
  [10190, quarterly(1.9)],
  [13272, quarterly(2.8)],
  [270662, quarterly(0.7)],
  [756733, quarterly(1.15)],
  [320227571, quarterly(0.5)],
  [9579970, quarterly(1.1)],
  [136155102, quarterly(1.2)],
  [52197301, quarterly(1.8)],
  [15547841, { yearlyPercent: 4.3, perYear: 12, withheldPercent: 0 }],
  [14204, yearly(1.0, 26.375)],
  [14121, yearly(2.2, 26.375)],
  [14016, yearly(4.8, 26.375)],
  [14094, yearly(4.2, 26.375)],
  [29612256, twice(2.5, 25)],
  [29612193, { yearlyPercent: 6.2, perYear: 4, withheldPercent: 25 }],
  [117589399, { yearlyPercent: 1.0, perYear: 4, withheldPercent: 15 }],
  [138550125, twice(4.4, 0)],
  [5111, twice(2.0, 0)],
  [5092, { yearlyPercent: 5.2, perYear: 4, withheldPercent: 0 }],
  [29612401, { yearlyPercent: 3.9, perYear: 4, withheldPercent: 0 }],
  [38709473, twice(2.3, 0)],
  [29613213, yearly(4.0, 35)],
  [14300, yearly(3.4, 35)],
  [29613208, yearly(3.6, 35)],
  [13905, twice(3.3, 15.315)],
  [13904, twice(0.6, 15.315)],
  [110786340, yearly(0.75, 0)],
  [13898, { yearlyPercent: 5.0, perYear: 4, withheldPercent: 0 }],
]);
