import { type Decimal, divide } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import type { PositionList } from '../../../shared/domain/portfolio';
import { leastQuantity } from '../../../shared/domain/order-rules';
import type { Quote } from '../../../shared/domain/quote';
import { typedDecimal } from '../../format/typed-decimal';
import { positionIn } from './holding';
import type { SizeFacts } from './sized-quantity';
import type { TicketForm } from './ticket-form';
import { unitOf } from './unit-of';

/** What is held of it; `null` where the positions are not completely known. */
export const heldOf = (positions: PositionList | undefined, conid: Conid): Decimal | null =>
  positions?.complete === true ? (positionIn(positions, conid)?.quantity ?? ('0' as Decimal)) : null;

/** What an amount is turned into units with: the typed price first, else the side of the market it would meet. */
export function sizeFactsOf(
  form: TicketForm,
  instrument: Instrument | undefined,
  quote: Quote | null,
  positions: PositionList | undefined,
): SizeFacts {
  const typed = valueOf(form.limitPrice) ?? valueOf(form.stopPrice);
  const market = form.side === 'BUY' ? quote?.ask : quote?.bid;
  const one = '1' as Decimal;
  return {
    price: typed ?? market ?? quote?.last ?? null,
    stop: valueOf(form.stopLoss?.price ?? ''),
    held: heldOf(positions, form.conid),
    unitValue: divide(instrument?.multiplier ?? one, instrument?.priceMagnifier ?? one) ?? one,
    step: instrument === undefined ? one : leastQuantity(instrument.rules, form.orderType),
    currency: instrument?.currency ?? null,
    unit: instrument === undefined ? 'units' : unitOf(instrument),
  };
}

function valueOf(text: string): Decimal | null {
  const read = typedDecimal(text);
  return read.kind === 'value' ? read.value : null;
}
