import { add, compare, multiply, divide, type Decimal } from '../../../shared/domain/decimal';
import type { OrderWarning } from '../../../shared/domain/order-preview';
import type { TradingMode } from '../../../shared/domain/session';
import type { IntentFacts } from './intent-facts';
import type { WarningFacts } from './warnings';

/** What a slip would cost most: these want the quantity typed once more. ORDER_ENTRY §5.2, tier 3. */
export const heavyWarnings = (
  facts: WarningFacts,
  history: { readonly mode: TradingMode; readonly intents: ReadonlyArray<IntentFacts> },
): OrderWarning[] => [...exposureWarnings(facts), ...firstLiveWarnings(history.mode, history.intents)];

const typed = (id: string, text: string): OrderWarning => ({ id, severity: 'typed', text });

/** All positions and this order together against what the account is worth. */
function exposureWarnings({ worth, notional, effect }: WarningFacts): OrderWarning[] {
  const { netLiquidation = null, grossPositionValue = null, rateToBase = null } = worth ?? {};
  if (netLiquidation === null || grossPositionValue === null || rateToBase === null || notional === null)
    return [];
  if (effect === 'reduces' || effect === 'closes') return [];
  const exposure = add(grossPositionValue, multiply(notional, rateToBase));
  const share = divide(multiply(exposure, '100' as Decimal), netLiquidation, 1);
  return share !== null && compare(share, '100' as Decimal) > 0
    ? [
        typed(
          'exposure',
          `With this order your positions are worth ${share} % of your net liquidation value.`,
        ),
      ]
    : [];
}

/** Habits of a paper session are carried into a live one: its first order is a deliberate one. */
function firstLiveWarnings(mode: TradingMode, intents: ReadonlyArray<IntentFacts>): OrderWarning[] {
  if (mode !== 'live') return [];
  const sent = intents.filter(({ sentAtMs }) => sentAtMs !== null);
  const latest = sent.reduce<IntentFacts | null>(
    (newest, facts) => ((newest?.sentAtMs ?? 0) >= (facts.sentAtMs ?? 0) ? newest : facts),
    null,
  );
  return latest === null || latest.mode === 'live'
    ? []
    : [typed('first-live', 'Your last order was not for real money. This one is.')];
}
