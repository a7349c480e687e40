import type { Instrument } from '../../../shared/domain/instrument';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEffect } from '../../../shared/domain/order-preview';
import { effectOf, type Holding, notionalOf } from '../../../shared/domain/order-rules';
import { changeSentence, orderSentence } from '../../../shared/domain/order-sentence';
import { priceUnit } from '../../../shared/domain/price-unit';
import type { Quote } from '../../../shared/domain/quote';
import type { TradingMode } from '../../../shared/domain/session';
import { numberText } from '../../format/number-text';
import { draftOfOrder } from './draft-of';

/** What will happen, in a sentence, with its effect and about what it moves; or what is still missing. */
export function TicketOutlook({
  draft,
  instrument,
  mode,
  holding,
  quote,
  modifies,
}: {
  readonly draft: OrderDraft | string;
  readonly instrument: Instrument | undefined;
  readonly mode: TradingMode;
  readonly holding: Holding | null;
  readonly quote: Quote | null;
  readonly modifies: Order | null;
}) {
  if (typeof draft === 'string' || instrument === undefined) {
    return (
      <p className="ticket-sentence muted">
        {typeof draft === 'string' ? draft : 'Reading the contract’s rules.'}
      </p>
    );
  }
  const { symbol, exchange, currency, routes } = instrument;
  const homeRoute = routes[0] ?? null;
  const unit = priceUnit(instrument);
  const effect = effectOf(draft.side, draft.quantity, holding);
  const reference =
    draft.limitPrice ?? draft.stopPrice ?? (draft.side === 'BUY' ? quote?.ask : quote?.bid) ?? null;
  const notional = notionalOf(draft.quantity, reference, instrument);
  return (
    <div className="ticket-sentence">
      <p>{orderSentence(draft, { symbol, exchange, currency, homeRoute, mode, priceUnit: unit })}</p>
      {modifies !== null && (
        <p className="muted">Changes {changeSentence(draftOfOrder(modifies), draft, unit)}.</p>
      )}
      <p className="ticket-effect">
        <span className={effect === 'flips' ? 'badge badge-warn' : 'badge'}>{effectWords[effect]}</span>
        <span className="muted">
          ≈ {numberText(notional, 2)} {notional === null ? '' : currency}
        </span>
      </p>
    </div>
  );
}

export const effectWords = {
  opens: 'opens a position',
  adds: 'adds to the position',
  reduces: 'reduces the position',
  closes: 'closes the position',
  flips: 'flips the position',
  unknown: 'effect not known',
} as const satisfies Record<OrderEffect, string>;
