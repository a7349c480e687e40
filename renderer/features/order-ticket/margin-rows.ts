import type { Decimal } from '../../../shared/domain/decimal';
import { excessLiquidity } from '../../../shared/domain/margin-after';
import type { WhatIf } from '../../../shared/domain/order-preview';
import { numberText, signedText, unknownText } from '../../format/number-text';
import { maskText } from '../../ui/discreet';

export interface MarginRow {
  readonly name: string;
  readonly now: string;
  readonly change: string;
  readonly after: string;
  /** Little or nothing would be left. */
  readonly tight?: boolean;
}

const inOurMinus = (text: string | null): string => text?.replace(/^-/, '−') ?? unknownText;

/**
 * Before, change and after as IBKR says them; what is left above the margin is reckoned from these alone.
 * `hidden`: what the account is worth is covered, what the order changes of it is not.
 */
export function marginRows(whatIf: WhatIf, hidden: boolean): ReadonlyArray<MarginRow> {
  const own = (text: string): string => (hidden && text !== unknownText ? maskText : text);
  const said = (name: string, { current, change, after }: WhatIf['equity']): MarginRow => ({
    name,
    now: own(inOurMinus(current)),
    change: inOurMinus(change),
    after: own(inOurMinus(after)),
  });
  const excess = excessLiquidity(whatIf);
  const percent = excess.percentAfter === null ? '' : ` (${numberText(excess.percentAfter, 0)} %)`;
  const tight = excess.percentAfter !== null && Number(excess.percentAfter) < 10;
  const figure = (value: Decimal | null): string => numberText(value, 0);
  return [
    said('Position', whatIf.position),
    said('Equity with loan', whatIf.equity),
    said('Initial margin', whatIf.initialMargin),
    said('Maintenance margin', whatIf.maintenanceMargin),
    {
      name: 'Excess liquidity',
      now: own(figure(excess.current)),
      change: excess.change === null ? unknownText : signedText(excess.change, 0),
      after: `${own(figure(excess.after))}${percent}`,
      ...(tight ? { tight } : {}),
    },
  ];
}
