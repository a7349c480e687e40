import type { Decimal } from '../../../shared/domain/decimal';
import type { AccountId, Conid, IntentId } from '../../../shared/domain/ids';
import type { Order, OrderDraft, OrderType, Side, Tif } from '../../../shared/domain/order';
import { pricesOf } from '../../../shared/domain/order-rules';
import type { TicketRequest } from '../../state/ticket-requests';
import { typedDecimal } from '../../format/typed-decimal';

/** The order being typed: text as typed, choices as chosen. One form is one human intent. */
export interface TicketForm {
  readonly intentId: IntentId;
  readonly conid: Conid;
  readonly symbol: string;
  /** The working order this changes. */
  readonly modifies: Order | null;
  readonly side: Side;
  readonly quantity: string;
  readonly orderType: OrderType;
  readonly limitPrice: string;
  readonly stopPrice: string;
  readonly tif: Tif;
  readonly outsideRth: boolean;
}

export const blankForm = (conid: Conid, symbol: string, side: Side): TicketForm => ({
  intentId: freshIntent(),
  conid,
  symbol,
  modifies: null,
  side,
  quantity: '',
  orderType: 'LMT',
  limitPrice: '',
  stopPrice: '',
  tif: 'DAY',
  outsideRth: false,
});

/** A form filled by another panel; nothing is sent by it. */
export function requestedForm(request: TicketRequest): TicketForm {
  if (request.kind === 'new') {
    return {
      ...blankForm(request.conid, request.symbol, request.side),
      limitPrice: request.limitPrice ?? '',
    };
  }
  const { order } = request;
  return {
    ...blankForm(order.conid, order.symbol, order.side),
    modifies: order,
    quantity: order.quantity ?? '',
    orderType: orderTypeOf(order.orderType) ?? 'LMT',
    limitPrice: order.limitPrice ?? '',
    stopPrice: order.stopPrice ?? '',
    tif: tifOf(order.tif),
    outsideRth: order.outsideRth ?? false,
  };
}

/** The same order once more: another decision, so another intent. */
export const renewed = (form: TicketForm): TicketForm => ({ ...form, intentId: freshIntent() });

/** Typed into: a symbol chosen elsewhere must not take it away. */
export const isDirty = ({ modifies, quantity, limitPrice, stopPrice }: TicketForm): boolean =>
  modifies !== null || quantity !== '' || limitPrice !== '' || stopPrice !== '';

/** The draft the form amounts to, or what is still missing in words. */
export function draftOf(form: TicketForm, accountId: AccountId): OrderDraft | string {
  const needs = pricesOf[form.orderType];
  const quantity = valueOf(form.quantity);
  const limitPrice = needs.limit ? valueOf(form.limitPrice) : null;
  const stopPrice = needs.stop ? valueOf(form.stopPrice) : null;
  const missing = [
    quantity === null ? 'a quantity' : null,
    needs.stop && stopPrice === null ? 'a stop price' : null,
    needs.limit && limitPrice === null ? 'a limit price' : null,
  ].filter((word) => word !== null);
  if (quantity === null || missing.length > 0) return `Enter ${listed(missing)}.`;
  const { conid, side, orderType, tif, outsideRth } = form;
  return { accountId, conid, side, quantity, orderType, limitPrice, stopPrice, tif, outsideRth };
}

/** The draft a working order stands for, to say what a change changes. */
export const draftOfOrder = (order: Order): OrderDraft => ({
  accountId: order.accountId,
  conid: order.conid,
  side: order.side,
  quantity: order.quantity ?? ('0' as Decimal),
  orderType: orderTypeOf(order.orderType) ?? 'LMT',
  limitPrice: order.limitPrice,
  stopPrice: order.stopPrice,
  tif: tifOf(order.tif),
  outsideRth: order.outsideRth ?? false,
});

/** IBKR says "Limit" in one list and "LMT" in the next; a type the ticket does not know is `null`. */
export function orderTypeOf(word: string): OrderType | null {
  switch (word.toUpperCase().replaceAll(/[^A-Z]/g, '')) {
    case 'LMT':
    case 'LIMIT':
      return 'LMT';
    case 'MKT':
    case 'MARKET':
      return 'MKT';
    case 'STP':
    case 'STOP':
      return 'STP';
    case 'STOPLIMIT':
    case 'STPLMT':
      return 'STOP_LIMIT';
    default:
      return null;
  }
}

const tifOf = (word: string | null): Tif =>
  (['DAY', 'GTC', 'IOC', 'OPG'] as const).find((tif) => tif === word?.toUpperCase()) ?? 'DAY';

// crypto.randomUUID is exactly what intentIdSchema accepts.
const freshIntent = (): IntentId => crypto.randomUUID() as string as IntentId;

function valueOf(typed: string): Decimal | null {
  const read = typedDecimal(typed);
  return read.kind === 'value' ? read.value : null;
}

const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
