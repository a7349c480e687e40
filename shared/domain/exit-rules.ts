import { compare, type Decimal } from './decimal';
import type { Instrument } from './instrument';
import type { OrderDraft, Side, StopLoss } from './order-draft';
import { takesType } from './order-types';
import { stopLimitProblem, tickProblem, type DraftProblem } from './price-rules';

export const otherSide = (side: Side): Side => (side === 'BUY' ? 'SELL' : 'BUY');

/** The type an attached stop is sent as. */
export const stopTypeOf = ({ limitPrice }: Pick<StopLoss, 'limitPrice'>): 'STP' | 'STOP_LIMIT' =>
  limitPrice === null ? 'STP' : 'STOP_LIMIT';

/** A bought position is left above its entry with a gain and below it with a loss; a sold one the other way round. */
export function exitProblems(
  draft: OrderDraft,
  instrument: Pick<Instrument, 'symbol' | 'rules'>,
): ReadonlyArray<DraftProblem> {
  const exit = otherSide(draft.side);
  const { takeProfit = null, stopLoss = null } = draft;
  const entry = entryPrice(draft);
  const beyond = (price: Decimal, reference: Decimal) =>
    compare(price, reference) === (draft.side === 'BUY' ? 1 : -1);
  const [gainSide, lossSide] = draft.side === 'BUY' ? ['above', 'below'] : ['below', 'above'];
  const problems: DraftProblem[] = [];
  const say = (field: DraftProblem['field'], message: string) =>
    problems.push({ field, message, suggestions: [] });

  if (takeProfit !== null) {
    problems.push(...tickProblem('takeProfit', 'take-profit price', takeProfit.limitPrice, exit, instrument));
    if (entry !== null && !beyond(takeProfit.limitPrice, entry))
      say('takeProfit', `The take-profit price belongs ${gainSide} the entry at ${entry}.`);
    if (takeProfit.outsideRth && !takesType(instrument.rules.orderTypesOutside, 'LMT'))
      say('takeProfit', `Limit orders for ${instrument.symbol} only run in regular hours.`);
  }
  if (stopLoss !== null) {
    const type = stopTypeOf(stopLoss);
    problems.push(...tickProblem('stopLoss', 'stop price', stopLoss.stopPrice, exit, instrument));
    if (stopLoss.limitPrice !== null) {
      problems.push(...tickProblem('stopLoss', 'limit of the stop', stopLoss.limitPrice, exit, instrument));
      const order = stopLimitProblem(exit, stopLoss.limitPrice, stopLoss.stopPrice);
      if (order !== null) say('stopLoss', order);
    }
    if (entry !== null && !beyond(entry, stopLoss.stopPrice))
      say('stopLoss', `The stop belongs ${lossSide} the entry at ${entry}.`);
    if (!takesType(instrument.rules.orderTypes, type))
      say('stopLoss', `IBKR does not take this kind of stop for ${instrument.symbol}.`);
    if (stopLoss.outsideRth && !takesType(instrument.rules.orderTypesOutside, type))
      say('stopLoss', `A stop for ${instrument.symbol} only runs in regular hours.`);
  }
  if (takeProfit !== null && stopLoss !== null && !beyond(takeProfit.limitPrice, stopLoss.stopPrice))
    say('takeProfit', `The take-profit price belongs ${gainSide} the stop.`);
  if ((takeProfit !== null || stopLoss !== null) && (draft.tif === 'IOC' || draft.orderType === 'MOC'))
    say('tif', 'Exits cannot be attached to an order that lives for a moment only.');
  return problems;
}

const entryPrice = (draft: OrderDraft): Decimal | null => draft.limitPrice ?? draft.stopPrice;
