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
  readonly push: (conid: number, adjustment: Adjustment) => void;
  /** True when an adjustment begins inside `[fromMs, toMs)`. */
  readonly beginsIn: (conid: number, fromMs: number, toMs: number) => boolean;
}

export function createAdjustments(): Adjustments {
  const lists = new Map<number, Adjustment[]>();
  return {
    at: (conid, ms) => {
      const list = lists.get(conid);
      if (list === undefined) return none;
      for (let i = list.length - 1; i >= 0; i--) {
        const adjustment = list[i];
        if (adjustment !== undefined && adjustment.fromMs <= ms) return adjustment;
      }
      return none;
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
