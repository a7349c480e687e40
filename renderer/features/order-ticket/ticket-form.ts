import type { Conid, IntentId } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import type { GroupedOrder, OrderType, Side, Tif } from '../../../shared/domain/order-draft';
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
  /** The exchange it is directed to; `null` for IBKR's own choice. */
  readonly route: string | null;
  readonly algo: AlgoForm | null;
  readonly allocation: AllocationForm | null;
  /** Orders already put into a one-cancels-all group; the form is the next one. */
  readonly group: ReadonlyArray<GroupMember>;
}

/** An algorithm and its values as typed, by the parameter's id. */
export interface AlgoForm {
  readonly id: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | boolean>>;
}

/** Who gets the order: a group, or shares as typed, by account. */
export type AllocationForm =
  | { readonly kind: 'group'; readonly name: string; readonly method: string }
  | { readonly kind: 'shares'; readonly shares: Readonly<Record<string, string>> };

export interface GroupMember {
  readonly order: GroupedOrder;
  readonly symbol: string;
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
  route: null,
  algo: null,
  allocation: null,
  group: [],
});

/** A form filled by another panel; nothing is sent by it. */
export function requestedForm(request: TicketRequest): TicketForm {
  if (request.kind === 'new') {
    return {
      ...blankForm(request.conid, request.symbol, request.side),
      quantity: request.quantity ?? '',
      orderType: request.orderType ?? 'LMT',
      limitPrice: request.limitPrice ?? '',
      stopPrice: request.stopPrice ?? '',
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
    route: order.route ?? null,
    // What IBKR does not say stays empty and is asked for: a trail sent from memory would undo someone's change.
    trail: order.trail?.value ?? '',
    trailUnit: order.trail?.unit ?? 'amount',
  };
}

/** Another contract: quantity and prices go, the side and a begun group stay. */
export const forContract = (form: TicketForm | null, conid: Conid, symbol: string): TicketForm => ({
  ...blankForm(conid, symbol, form?.side ?? 'BUY'),
  ...(form === null || form.group.length === 0 ? {} : { group: form.group, intentId: form.intentId }),
});

/** The next order of the group: another contract or side may follow, what was typed is in the group now. */
export const nextOfGroup = (form: TicketForm, member: GroupMember): TicketForm => ({
  ...blankForm(form.conid, form.symbol, form.side),
  intentId: form.intentId,
  tif: form.tif,
  group: [...form.group, member],
});

/**
 * What a request of another panel makes of the form. One that is being typed is never taken away: for the same
 * contract a pointed price, side and type are laid over it, anything else waits as an offer.
 */
export function afterRequest(
  form: TicketForm | null,
  request: TicketRequest | null,
): { readonly form: TicketForm | null; readonly offer: TicketRequest | null } {
  if (request === null) return { form, offer: null };
  if (form === null || (!isDirty(form) && form.group.length === 0))
    return { form: requestedForm(request), offer: null };
  const same = request.kind === 'new' && form.modifies === null && request.conid === form.conid;
  if (!same) return { form, offer: request };
  const { side, quantity, orderType, limitPrice, stopPrice, tif, pointed = false } = request;
  const keeps = (typed: string, asked: string | undefined): string =>
    asked !== undefined && (pointed || typed === '') ? asked : typed;
  const laid = {
    ...form,
    side,
    limitPrice: keeps(form.limitPrice, limitPrice),
    stopPrice: keeps(form.stopPrice, stopPrice),
    ...(orderType === undefined ? {} : { orderType }),
    ...(tif === undefined ? {} : { tif }),
    ...(quantity === undefined ? {} : { quantity, quantityMode: 'units' as const }),
  };
  return { form: laid, offer: null };
}

/** The same order once more: another decision, so another intent. */
export const renewed = (form: TicketForm): TicketForm => ({ ...form, intentId: freshIntent() });

/** Typed into: a symbol chosen elsewhere must not take it away. */
export const isDirty = (form: TicketForm): boolean =>
  form.modifies !== null ||
  form.takeProfit !== null ||
  form.stopLoss !== null ||
  form.algo !== null ||
  form.allocation !== null ||
  [form.quantity, form.limitPrice, form.stopPrice, form.trail, form.offset].some((text) => text !== '');

export const tifOf = (word: string | null): Tif =>
  knownTifs.find((tif) => tif === word?.toUpperCase()) ?? 'DAY';

// crypto.randomUUID is exactly what intentIdSchema accepts.
const freshIntent = (): IntentId => crypto.randomUUID() as string as IntentId;
