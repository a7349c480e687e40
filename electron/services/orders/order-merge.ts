import { compare, sign, type Decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema, orderIdSchema } from '../../../shared/domain/ids';
import type { Order, OrderPhase } from '../../../shared/domain/order';
import type { OrderRow } from './ports';

const finished: ReadonlySet<OrderPhase> = new Set(['filled', 'cancelled', 'rejected']);
export const isFinished = (phase: OrderPhase): boolean => finished.has(phase);

/**
 * Lays a row or delta over what is known of an order. States only move forward: frames come late, twice and out of
 * order, and a filled order must not un-fill (FAULTS E15). `null`: not enough to show an order yet.
 */
export function mergeOrder(known: Order | null, row: OrderRow, nowMs: number): Order | null {
  const base = known ?? newOrder(row, nowMs);
  if (base === null) return null;
  const done = known !== null && isFinished(known.phase);
  const filled = greater(base.filled, row.filled ?? null);
  const status = done ? base.status : (row.status ?? base.status);
  return {
    ...base,
    symbol: row.symbol ?? base.symbol,
    description: row.description ?? base.description,
    orderType: row.orderType ?? base.orderType,
    tif: row.tif ?? base.tif,
    quantity: row.quantity ?? base.quantity,
    filled,
    remaining: done ? base.remaining : (row.remaining ?? base.remaining),
    limitPrice: row.limitPrice === undefined ? base.limitPrice : row.limitPrice,
    stopPrice: row.stopPrice === undefined ? base.stopPrice : row.stopPrice,
    averagePrice: row.averagePrice ?? base.averagePrice,
    currency: row.currency ?? base.currency,
    status,
    phase: done ? base.phase : phaseOf(status, filled),
    orderRef: row.orderRef ?? base.orderRef,
    outsideRth: row.outsideRth ?? base.outsideRth,
    parentOrderId: row.parentOrderId ?? base.parentOrderId ?? null,
    route: row.route ?? base.route ?? null,
    trail: row.trail ?? base.trail ?? null,
    updatedMs: nowMs,
  };
}

function newOrder(row: OrderRow, nowMs: number): Order | null {
  const orderId = orderIdSchema.safeParse(row.orderId);
  const accountId = accountIdSchema.safeParse(row.accountId);
  const conid = conidSchema.safeParse(row.conid);
  if (!orderId.success || !accountId.success || !conid.success || row.side === undefined) return null;
  return {
    orderId: orderId.data,
    accountId: accountId.data,
    conid: conid.data,
    symbol: row.symbol ?? `conid ${conid.data}`,
    description: null,
    side: row.side,
    orderType: row.orderType ?? '',
    ...{ tif: null, quantity: null, filled: null, remaining: null, limitPrice: null, stopPrice: null },
    ...{ averagePrice: null, currency: null, status: row.status ?? '', phase: 'pending', orderRef: null },
    ...{ placedHere: false, outsideRth: null, updatedMs: nowMs },
  };
}

/**
 * IBKR's word as a phase. A partial fill is `Submitted` with something filled; `PreSubmitted` is taken but not yet
 * working; unknown words stay `pending`, which claims the least. Source: GATEWAY_FACTS §6.5 (read 2026-11).
 */
export function phaseOf(status: string, filled: Decimal | null): OrderPhase {
  switch (status.toLowerCase().replaceAll(/[^a-z]/g, '')) {
    case 'filled':
      return 'filled';
    case 'cancelled':
    case 'canceled':
    case 'apicancelled':
      return 'cancelled';
    case 'failed':
    case 'rejected':
      return 'rejected';
    case 'pendingcancel':
    case 'precancelled':
      return 'cancelling';
    case 'inactive':
      return 'inactive';
    case 'submitted':
      return filled !== null && sign(filled) > 0 ? 'partial' : 'working';
    default:
      return filled !== null && sign(filled) > 0 ? 'partial' : 'pending';
  }
}

const greater = (a: Decimal | null, b: Decimal | null): Decimal | null =>
  a === null || (b !== null && compare(b, a) > 0) ? b : a;
