/**
 * What tests and scenarios do to a price on top of the random walk. From `fromMs` on the walk is
 * multiplied by `factor`, or stands still at `heldAt`.
 */
export interface Adjustment {
  readonly fromMs: number;
  readonly factor: number;
  readonly heldAt: number | null;
  readonly halted: boolean;
}

const none: Adjustment = { fromMs: -Infinity, factor: 1, heldAt: null, halted: false };

export interface Adjustments {
  readonly at: (conid: number, ms: number) => Adjustment;
  /** Rescales everything, past included, as history is after a split. */
  readonly rescale: (conid: number, factor: number) => void;
  readonly push: (conid: number, adjustment: Adjustment) => void;
  /** True when an adjustment begins inside `[fromMs, toMs)`. */
  readonly beginsIn: (conid: number, fromMs: number, toMs: number) => boolean;
}

export function createAdjustments(): Adjustments {
  const lists = new Map<number, Adjustment[]>();
  const bases = new Map<number, Adjustment>();
  return {
    at: (conid, ms) => {
      const list = lists.get(conid);
      const base = bases.get(conid) ?? none;
      if (list === undefined) return base;
      for (let i = list.length - 1; i >= 0; i--) {
        const adjustment = list[i];
        if (adjustment !== undefined && adjustment.fromMs <= ms) return adjustment;
      }
      return base;
    },
    rescale: (conid, factor) => {
      const scaled = (a: Adjustment): Adjustment => ({
        ...a,
        factor: a.factor * factor,
        heldAt: a.heldAt === null ? null : a.heldAt * factor,
      });
      bases.set(conid, scaled(bases.get(conid) ?? none));
      lists.set(conid, (lists.get(conid) ?? []).map(scaled));
    },
    push: (conid, adjustment) => {
      const list = lists.get(conid) ?? [];
      list.push(adjustment);
      lists.set(conid, list);
    },
    beginsIn: (conid, fromMs, toMs) =>
      lists.get(conid)?.some((a) => a.fromMs >= fromMs && a.fromMs < toMs) ?? false,
  };
}
