import type { Conid, IntentId } from '../../../shared/domain/ids';
import type { Order, OrderType, Side, Tif } from '../../../shared/domain/order';
import { knownTifs } from './choices';
import { orderTypeOf } from '../../../shared/domain/order-types';
import type { TicketRequest } from '../../state/ticket-requests';
import type { QuantityMode } from './sized-quantity';

/** An attached exit as typed. */
export interface ExitForm {
  readonly price: string;
  /** The limit of a stop; empty for a plain stop. */
  readonly limit: string;
  readonly tif: 'DAY' | 'GTC';
  readonly outsideRth: boolean;
}

/** The order being typed: text as typed, choices as chosen. One form is one human intent. */
export interface TicketForm {
  readonly intentId: IntentId;
  readonly conid: Conid;
  readonly symbol: string;
  /** The working order this changes. */
  readonly modifies: Order | null;
  readonly side: Side;
  /** Units, or the amount that `quantityMode` says. */
  readonly quantity: string;
  readonly quantityMode: QuantityMode;
  readonly orderType: OrderType;
  readonly limitPrice: string;
  readonly stopPrice: string;
  readonly trail: string;
  readonly trailUnit: 'amount' | 'percent';
  readonly offset: string;
  readonly tif: Tif;
  readonly outsideRth: boolean;
  readonly takeProfit: ExitForm | null;
  readonly stopLoss: ExitForm | null;
}

/** Exits outlive their entry and keep to regular hours until told otherwise. */
export const blankExit: ExitForm = { price: '', limit: '', tif: 'GTC', outsideRth: false };

export const blankForm = (conid: Conid, symbol: string, side: Side): TicketForm => ({
  intentId: freshIntent(),
  conid,
  symbol,
  modifies: null,
  side,
  quantity: '',
  quantityMode: 'units',
  orderType: 'LMT',
  limitPrice: '',
  stopPrice: '',
  trail: '',
  trailUnit: 'amount',
  offset: '',
  tif: 'DAY',
  outsideRth: false,
  takeProfit: null,
  stopLoss: null,
});

/** A form filled by another panel; nothing is sent by it. */
export function requestedForm(request: TicketRequest): TicketForm {
  if (request.kind === 'new') {
    return {
      ...blankForm(request.conid, request.symbol, request.side),
      quantity: request.quantity ?? '',
      orderType: request.orderType ?? 'LMT',
      limitPrice: request.limitPrice ?? '',
      tif: request.tif ?? 'DAY',
    };
  }
  const { order } = request;
  return {
    ...blankForm(order.conid, order.symbol, order.side),
    modifies: order,
    quantity: order.quantity ?? '',
    orderType: orderTypeOf(order.orderType) ?? 'LMT',
    limitPrice: request.limitPrice ?? order.limitPrice ?? '',
    stopPrice: request.stopPrice ?? order.stopPrice ?? '',
    tif: tifOf(order.tif),
    outsideRth: order.outsideRth ?? false,
  };
}

/** The same order once more: another decision, so another intent. */
export const renewed = (form: TicketForm): TicketForm => ({ ...form, intentId: freshIntent() });

/** Typed into: a symbol chosen elsewhere must not take it away. */
export const isDirty = (form: TicketForm): boolean =>
  form.modifies !== null ||
  form.takeProfit !== null ||
  form.stopLoss !== null ||
  [form.quantity, form.limitPrice, form.stopPrice, form.trail, form.offset].some((text) => text !== '');

export const tifOf = (word: string | null): Tif =>
  knownTifs.find((tif) => tif === word?.toUpperCase()) ?? 'DAY';

// crypto.randomUUID is exactly what intentIdSchema accepts.
const freshIntent = (): IntentId => crypto.randomUUID() as string as IntentId;
