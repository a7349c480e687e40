/** Where an axis is marked, and how far it reaches: pixels' business, never money's. */
export interface Ticks {
  readonly domain: readonly [number, number];
  readonly ticks: ReadonlyArray<number>;
}

const steps = [1, 2, 2.5, 5, 10];

/** Round marks within what is drawn, about `count` of them; `withZero` where nothing earned is to be in the picture. */
export function niceTicks(values: ReadonlyArray<number>, count: number, withZero: boolean): Ticks {
  const all = withZero ? [0, ...values] : values;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return { domain: [0, 1], ticks: [] };
  const range = most - least || Math.abs(most) || 1;
  const rough = range / count;
  const scale = 10 ** Math.floor(Math.log10(rough));
  const step = scale * (steps.find((each) => each * scale >= rough) ?? 10);
  const edge = range * (least === most ? 0.5 : 0.04);
  const domain = [
    withZero && least === 0 ? 0 : least - edge,
    withZero && most === 0 ? 0 : most + edge,
  ] as const;
  const first = Math.ceil(domain[0] / step);
  const marks = Math.floor(domain[1] / step) - first + 1;
  // Multiples, not sums: 0.1 + 0.2 is no mark.
  return {
    domain,
    ticks: Array.from({ length: marks }, (_, index) => Number(((first + index) * step).toPrecision(12))),
  };
}
