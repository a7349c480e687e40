import type { PracticeClock } from '../clock';
import type { Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import type { Quote } from '../market/quote';
import { big, smallest, sum, zero, type Big } from '../money';
import type { Random } from '../random';
import type { Account } from './account';
import { createFillBooking } from './fill-booking';
import { matchOrder, waitsForTrigger, type Fill } from './matching';
import { createOrderHours } from './order-hours';
import type { Rates } from './rates';
import {
  isWorking,
  remainingOf,
  type Execution,
  type Order,
  type OrderStatus,
  type OrderTicket,
} from './order';

export type BrokerEvent =
  | { readonly kind: 'order'; readonly order: Order; readonly before: Order | null }
  | { readonly kind: 'execution'; readonly execution: Execution };

export interface Broker {
  readonly orders: () => readonly Order[];
  readonly find: (id: number) => Order | undefined;
  readonly executions: () => readonly Execution[];
  readonly isRegistered: (clientId: string) => boolean;
  /** Books checked tickets as orders; the tickets of one call may refer to each other by client id. */
  readonly submit: (tickets: readonly OrderTicket[]) => Order[];
  readonly modify: (id: number, ticket: OrderTicket) => Order | null;
  readonly cancel: (id: number) => void;
  /** Ends an order by itself: its contract has expired. */
  readonly expire: (id: number, reason: string) => void;
  /** An execution without an order: a contract was settled. */
  readonly report: (execution: Omit<Execution, 'id'>) => void;
  /** The order stays known but does not work (GATEWAY_FACTS §6.5). */
  readonly deactivate: (id: number, reason: string) => void;
  /** Cancels wait in PendingCancel until released: for races with fills. */
  readonly holdCancels: (hold: boolean) => void;
  /** Looks at the market for every working order. */
  readonly match: () => void;
  /** Fills a working order as if the market had, at its limit or the last price; for tests. */
  readonly forceFill: (id: number, quantity: Big | null, price: Big | null) => boolean;
  readonly subscribe: (listener: (event: BrokerEvent) => void) => () => void;
}

/** Time from acceptance to the venue's acknowledgement. */
const acknowledgeMs = 40;
const registeredForMs = 24 * 3_600_000;

export function createBroker(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly random: Random;
  readonly rates: Rates;
  readonly account: (id: string) => Account | undefined;
}): Broker {
  const { market, clock, random } = deps;
  const { canTrade, closingPrice, expiredBy } = createOrderHours(market, clock);
  const { recipients, bookParts } = createFillBooking(deps);
  const orders = new Map<number, Order>();
  const working = new Set<number>();
  const executions: Execution[] = [];
  const clientIds = new Map<string, number>();
  const listeners = new Set<(event: BrokerEvent) => void>();
  let nextId = 1_000_000_000 + random.integer(800_000_000);
  let cancelsHeld = false;
  let nextGroup = 1 + random.integer(1_000_000);

  const emit = (event: BrokerEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const update = (id: number, patch: Partial<Order>): Order | null => {
    const before = orders.get(id);
    if (before === undefined) return null;
    const order: Order = { ...before, ...patch, updatedMs: clock.now() };
    orders.set(id, order);
    if (isWorking(order)) working.add(id);
    else working.delete(id);
    emit({ kind: 'order', order, before });
    return order;
  };
  const childrenOf = (id: number) => [...orders.values()].filter((order) => order.parentOrderId === id);

  const submit = (tickets: readonly OrderTicket[]) => {
    const group = tickets.some((ticket) => ticket.oneCancelsAll) ? `oca-${nextGroup++}` : null;
    const placed = tickets.map((ticket) => {
      const id = nextId++;
      const parent = [...orders.values()].find(
        (o) => ticket.parentClientId !== null && o.clientId === ticket.parentClientId,
      );
      const order: Order = {
        ...ticket,
        id,
        parentOrderId: parent?.id ?? null,
        ocaGroup: ticket.oneCancelsAll ? group : parent === undefined ? null : `bracket-${parent.id}`,
        createdMs: clock.now(),
        trailStop: ticket.trail === null ? null : ticket.stop,
        triggered: !waitsForTrigger(ticket),
        status: 'PendingSubmit',
        filled: zero,
        filledValue: zero,
        lastPrice: null,
        commission: zero,
        updatedMs: clock.now(),
        reason: null,
      };
      orders.set(id, order);
      working.add(id);
      if (ticket.clientId !== null) clientIds.set(ticket.clientId, clock.now());
      emit({ kind: 'order', order, before: null });
      update(id, { status: 'PreSubmitted' });
      return id;
    });
    clock.after(acknowledgeMs, () => placed.forEach(acknowledge));
    return placed.map((id) => orders.get(id)).filter((order) => order !== undefined);
  };

  /** The venue takes the order into its book; stops and bracket children stay held (PreSubmitted) at IBKR. */
  const acknowledge = (id: number) => {
    const order = orders.get(id);
    if (order?.status !== 'PreSubmitted' || isHeld(order)) return;
    update(id, { status: 'Submitted' });
    matchOne(id);
    const after = orders.get(id);
    if (
      after !== undefined &&
      isWorking(after) &&
      (after.timeInForce === 'IOC' || after.timeInForce === 'FOK')
    )
      finish(id, 'Cancelled');
  };
  const isHeld = (order: Order): boolean => {
    const parent = order.parentOrderId === null ? undefined : orders.get(order.parentOrderId);
    if (parent !== undefined && parent.status !== 'Filled') return true;
    return !order.triggered || !canTrade(order);
  };
  /** One look per instrument and instant, however many orders wait for it. */
  let looked = { atMs: -1, revision: 0, quotes: new Map<number, Quote>() };
  const quoteOf = (instrument: Instrument): Quote => {
    const [atMs, revision] = [clock.now(), market.revision()];
    if (looked.atMs !== atMs || looked.revision !== revision) looked = { atMs, revision, quotes: new Map() };
    const known = looked.quotes.get(instrument.conid);
    if (known !== undefined) return known;
    const quote = market.quote(instrument);
    looked.quotes.set(instrument.conid, quote);
    return quote;
  };
  const matchOne = (id: number) => {
    const order = orders.get(id);
    if (order === undefined || !isWorking(order)) return;
    const parent = order.parentOrderId === null ? undefined : orders.get(order.parentOrderId);
    if (parent !== undefined && parent.status !== 'Filled') return;
    if (order.status === 'PendingSubmit' || !canTrade(order)) return;
    const quote = quoteOf(order.instrument);
    if (quote.halted) return;
    const { patch, fill } = matchOrder(order, quote, closingPrice(order));
    const status: OrderStatus =
      order.status === 'PreSubmitted' && (patch.triggered ?? order.triggered) ? 'Submitted' : order.status;
    if (Object.keys(patch).length > 0 || status !== order.status) update(id, { ...patch, status });
    if (fill !== null && !(order.timeInForce === 'FOK' && fill.quantity.lt(remainingOf(order))))
      book(id, fill);
  };

  const report = (details: Omit<Execution, 'id'>) => {
    const execution = { ...details, id: `0000${random.hex(4)}.${random.hex(8)}.01.01` };
    executions.push(execution);
    emit({ kind: 'execution', execution });
  };
  const book = (id: number, fill: Fill) => {
    const order = orders.get(id);
    if (order === undefined) return;
    const filled = order.filled.plus(fill.quantity);
    const filledValue = order.filledValue.plus(fill.quantity.times(fill.price));
    const average = filledValue.div(filled);
    const allocated = new Map(order.allocated);
    const booked = recipients(order, filled, fill.quantity).flatMap((part) => {
      const account = deps.account(part.id);
      if (account === undefined) return [];
      const before = allocated.get(part.id) ?? { filled: zero, commission: zero };
      const rows = bookParts(order, account, { ...fill, quantity: part.quantity }, before, average);
      const commission = before.commission.plus(sum(rows.map((row) => row.commission)));
      allocated.set(part.id, { filled: before.filled.plus(part.quantity), commission });
      return rows.map((row) => ({ ...row, account }));
    });
    const done = filled.gte(order.quantity);
    update(id, {
      filled,
      filledValue,
      lastPrice: fill.price,
      allocated,
      commission: order.commission.plus(sum(booked.map((part) => part.commission))),
      status: done ? 'Filled' : 'Submitted',
    });
    for (const { account, ...part } of booked) {
      report({
        ...part,
        orderId: id,
        account: account.id,
        exchange: order.exchange === 'SMART' ? venueOf(part.instrument, random) : order.exchange,
        atMs: clock.now(),
        clientId: order.clientId,
        positionAfter: account.positions.get(part.instrument.conid)?.quantity ?? zero,
        allocationName: order.allocation?.name ?? null,
      });
    }
    if (order.ocaGroup !== null && done) cancelGroup(order);
    if (done) for (const child of childrenOf(id)) acknowledge(child.id);
  };

  const cancelGroup = (order: Order) => {
    for (const other of orders.values())
      if (other.ocaGroup === order.ocaGroup && other.id !== order.id && isWorking(other))
        finish(other.id, 'Cancelled');
  };

  const finish = (id: number, status: 'Cancelled', reason: string | null = null) => {
    update(id, { status, reason });
    for (const child of childrenOf(id)) if (isWorking(child)) finish(child.id, 'Cancelled');
  };
  const cancel = (id: number) => {
    const order = orders.get(id);
    if (order === undefined || !isWorking(order)) return;
    update(id, { status: 'PendingCancel' });
    clock.after(acknowledgeMs, () => {
      if (!cancelsHeld) completeCancel(id);
    });
  };
  const completeCancel = (id: number) => {
    if (orders.get(id)?.status === 'PendingCancel') finish(id, 'Cancelled');
  };
  const holdCancels = (hold: boolean) => {
    cancelsHeld = hold;
    if (!hold) for (const order of orders.values()) completeCancel(order.id);
  };
  const modify = (id: number, ticket: OrderTicket) => {
    const order = orders.get(id);
    if (order === undefined || !isWorking(order)) return null;
    const { side, clientId, parentClientId, account } = order;
    const triggered = waitsForTrigger(ticket) ? order.triggered && ticket.type === order.type : true;
    const trailStop = ticket.trail === null ? null : (ticket.stop ?? order.trailStop);
    const changed = update(id, {
      ...ticket,
      side,
      clientId,
      parentClientId,
      account,
      triggered,
      trailStop,
      status: 'PreSubmitted',
    });
    clock.after(acknowledgeMs, () => acknowledge(id));
    return changed;
  };

  const match = () => {
    for (const id of [...working]) {
      matchOne(id);
      const order = orders.get(id);
      if (order === undefined || !isWorking(order) || order.status === 'PendingCancel') continue;
      const over =
        order.timeInForce === 'OPG' && canTrade(order) ? 'Not executed at the open' : expiredBy(order);
      if (over !== null) finish(id, 'Cancelled', over);
    }
  };

  const forceFill = (id: number, quantity: Big | null, price: Big | null) => {
    const order = orders.get(id);
    if (order === undefined || !isWorking(order)) return false;
    const at = price ?? order.limit ?? big(market.quote(order.instrument).last);
    book(id, { price: at, quantity: smallest(quantity ?? remainingOf(order), remainingOf(order)) });
    return true;
  };

  return {
    forceFill,
    holdCancels,
    report,
    expire: (id, reason) => {
      const order = orders.get(id);
      if (order !== undefined && isWorking(order)) finish(id, 'Cancelled', reason);
    },
    deactivate: (id, reason) => void update(id, { status: 'Inactive', reason }),
    orders: () => [...orders.values()],
    find: (id) => orders.get(id),
    executions: () => executions,
    isRegistered: (clientId) => clock.now() - (clientIds.get(clientId) ?? -Infinity) < registeredForMs,
    submit,
    modify,
    cancel,
    match,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function venueOf(instrument: Instrument, random: Random): string {
  const venues = instrument.validExchanges.split(',').filter((name) => name !== 'SMART' && name !== '');
  return venues[random.integer(Math.max(1, venues.length))] ?? instrument.exchange;
}
