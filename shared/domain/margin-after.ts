import { compare, divide, multiply, subtract, toDecimal, type Decimal } from './decimal';
import type { WhatIf } from './order-preview';

/** The figure at the start of IBKR's words: "123,456" and "1,977.60 USD (10 Shares)". */
export const figureOf = (text: string | null): Decimal | null =>
  toDecimal(/^\s*([-+]?[\d,]+(\.\d+)?)/.exec(text ?? '')?.[1]?.replace(/^\+/, '') ?? null);

export interface ExcessLiquidity {
  readonly current: Decimal | null;
  readonly change: Decimal | null;
  readonly after: Decimal | null;
  /** Of the equity after the order, in percent. */
  readonly percentAfter: Decimal | null;
}

/** What is left above the maintenance margin: equity less maintenance, before and after. ORDER_ENTRY §4. */
export function excessLiquidity({ equity, maintenanceMargin }: WhatIf): ExcessLiquidity {
  const less = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? null : subtract(a, b));
  const current = less(figureOf(equity.current), figureOf(maintenanceMargin.current));
  const equityAfter = figureOf(equity.after);
  const after = less(equityAfter, figureOf(maintenanceMargin.after));
  return {
    current,
    change: less(after, current),
    after,
    percentAfter:
      after === null || equityAfter === null || compare(equityAfter, '0' as Decimal) <= 0
        ? null
        : divide(multiply(after, '100' as Decimal), equityAfter, 1),
  };
}
