import type { AppError } from '../../../shared/app-error';
import { compare, sign, toFixed, type Decimal } from '../../../shared/domain/decimal';
import { excessLiquidity } from '../../../shared/domain/margin-after';
import type { OrderEffect, OrderWarning, WhatIf } from '../../../shared/domain/order-preview';
import type { Result } from '../../../shared/result';
import type { WhatIfAnswer } from './ports';

export interface MarginReport {
  readonly whatIf: WhatIf | null;
  readonly notes: ReadonlyArray<string>;
  readonly warnings: ReadonlyArray<OrderWarning>;
}

/**
 * What IBKR's estimate means for the review. One that fails is a note; an order that may open risk without one wants
 * its quantity typed, and none goes where IBKR wants each order previewed. ORDER_ENTRY §4.
 */
export function marginReport(
  result: Result<WhatIfAnswer, AppError> | null,
  effect: OrderEffect,
  previewForced: boolean,
): MarginReport {
  if (result === null)
    return { whatIf: null, notes: ['IBKR gives no margin preview for a change.'], warnings: [] };
  const shrinks = effect === 'reduces' || effect === 'closes';
  if (!result.ok) {
    const text = 'No margin preview available.';
    // IBKR's estimate fails for some contracts that trade all the same: weighed heaviest, not barred. ADR 22.
    const severity = previewForced ? 'hard' : 'typed';
    const wanted = previewForced ? `${text} IBKR wants one for this contract.` : text;
    return {
      whatIf: null,
      notes: [`${text} ${result.error.message}`],
      warnings: shrinks && !previewForced ? [] : [{ id: 'no-margin-preview', severity, text: wanted }],
    };
  }
  const { error, warnings, whatIf } = result.value;
  const refused: OrderWarning[] =
    error === null
      ? []
      : [{ id: 'what-if-refused', severity: 'hard', text: `IBKR would refuse it: ${error}` }];
  return {
    whatIf,
    notes: [...warnings],
    warnings: [...refused, ...(shrinks ? [] : liquidityWarnings(whatIf))],
  };
}

function liquidityWarnings(whatIf: WhatIf): OrderWarning[] {
  const { after, percentAfter } = excessLiquidity(whatIf);
  if (after === null) return [];
  if (sign(after) < 0)
    return [
      {
        id: 'no-liquidity',
        severity: 'hard',
        text: `Excess liquidity after it would be ${toFixed(after, 2)}: below the maintenance margin.`,
      },
    ];
  return percentAfter !== null && compare(percentAfter, '10' as Decimal) < 0
    ? [
        {
          id: 'low-liquidity',
          severity: 'soft',
          text: `Only ${percentAfter} % of the equity would be left above the maintenance margin.`,
        },
      ]
    : [];
}
