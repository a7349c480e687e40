import { sign } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { OrderBook } from '../../../shared/domain/order';
import { priceUnit } from '../../../shared/domain/price-unit';
import type { PositionList } from '../../../shared/domain/portfolio';
import { assetClassWord } from '../../format/asset-class';
import { priceText, unknownText } from '../../format/number-text';
import { maskText, useMoney } from '../../ui/discreet';
import { positionIn, workingOn } from './holding';
import type { TicketRequest } from '../../state/ticket-requests';
import type { TicketForm } from './ticket-form';

/** What is ordered, told apart from its namesakes; what is held of it and already working. */
export function TicketSubject({
  form,
  instrument,
  positions: list,
  book,
  elsewhere,
  onSwitch,
  offer,
  onTake,
  onClear,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly positions: PositionList | undefined;
  readonly book: OrderBook | undefined;
  readonly elsewhere: string | null;
  readonly onSwitch: () => void;
  /** Asked for by another panel while this order was being typed. */
  readonly offer: TicketRequest | null;
  readonly onTake: () => void;
  readonly onClear: (() => void) | null;
}) {
  const money = useMoney();
  const unit = instrument === undefined ? null : priceUnit(instrument);
  const held = positionIn(list, form.conid);
  // IBKR keeps averages in the currency, whatever the prices are quoted in.
  const average = money.hidden
    ? maskText
    : `${priceText(held?.averagePrice ?? null, instrument?.rules.priceDigits ?? 2)}${unit === null ? '' : ` ${instrument?.currency ?? ''}`}`;
  const working = workingOn(book, form.conid).length;
  const home = [instrument?.exchange, instrument?.currency, assetClassWord(instrument?.assetClass ?? null)];
  return (
    <div className="ticket-subject">
      <p className="ticket-subject-line">
        <span className="symbol-chip">{form.symbol}</span>
        <span className="ticket-subject-name">{instrument?.name}</span>
        {onClear !== null && (
          <button type="button" className="link-button" onClick={onClear}>
            {form.modifies === null ? 'Clear' : 'Leave change'}
          </button>
        )}
      </p>
      <p className="muted">
        {[...home.filter(Boolean), ''].join(' · ')}
        {unit !== null && `prices in ${unit} · `}
        {held !== undefined && sign(held.quantity) !== 0
          ? `Position ${money.quantity(held.quantity)} @ ${average}`
          : list?.complete === true
            ? 'No position'
            : `Position ${unknownText}`}
        {working > 0 && ` · ${working} working`}
      </p>
      {form.modifies !== null && <p className="ticket-note">Changing order {form.modifies.orderId}.</p>}
      {offer !== null && (
        <p className="ticket-note">
          Asked for meanwhile: {offerWords(offer)}.{' '}
          <button type="button" className="link-button" onClick={onTake}>
            Take it instead
          </button>
        </p>
      )}
      {offer === null && elsewhere !== null && form.modifies === null && (
        <p className="ticket-note">
          The desk shows {elsewhere}; this order stays with {form.symbol}.{' '}
          <button type="button" className="link-button" onClick={onSwitch}>
            Order {elsewhere} instead
          </button>
        </p>
      )}
    </div>
  );
}

const offerWords = (offer: TicketRequest): string =>
  offer.kind === 'modify'
    ? `changing order ${offer.order.orderId}`
    : [offer.side, offer.quantity, offer.symbol, offer.limitPrice ?? offer.stopPrice]
        .filter(Boolean)
        .join(' ');
