/** Value and sensitivities of a European option per unit of the underlying; rates are zero, as is fair for a toy. */
export interface OptionValue {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  /** Per calendar day. */
  readonly theta: number;
  /** Per percentage point of volatility. */
  readonly vega: number;
}

const yearMs = 365 * 86_400_000;

export function blackScholes(
  right: 'C' | 'P',
  spot: number,
  strike: number,
  volatility: number,
  remainingMs: number,
): OptionValue {
  const years = Math.max(remainingMs / yearMs, 1e-6);
  const root = volatility * Math.sqrt(years);
  const d1 = (Math.log(spot / strike) + (root * root) / 2) / root;
  const d2 = d1 - root;
  const density = Math.exp((-d1 * d1) / 2) / Math.sqrt(2 * Math.PI);
  const call = spot * cumulative(d1) - strike * cumulative(d2);
  return {
    price: Math.max(0, right === 'C' ? call : call - spot + strike),
    delta: right === 'C' ? cumulative(d1) : cumulative(d1) - 1,
    gamma: density / (spot * root),
    theta: (-spot * density * volatility) / (2 * Math.sqrt(years)) / 365,
    vega: (spot * density * Math.sqrt(years)) / 100,
  };
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function cumulative(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) *
    t *
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI));
  return x >= 0 ? 1 - tail : tail;
}
