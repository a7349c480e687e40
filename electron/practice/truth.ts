import type { BrokerEvent } from './broker/broker';
import { isWorking } from './broker/order';
import type { ProxyTrap } from './faults/proxy-trap';
import type { World } from './world';

/** One request as it arrived, whatever became of it. */
export interface WireEntry {
  readonly seq: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Which TCP connection carried it, counted from 1: shows resends on new connections. */
  readonly connection: number;
  status: number | null;
  fault: string | null;
}

export interface PacingViolation {
  readonly atMs: number;
  readonly rule: string;
  readonly method: string;
  readonly path: string;
}

/** What really happened, for tests and people on the control port; the app never sees it. */
export interface Truth {
  readonly record: (entry: Omit<WireEntry, 'seq' | 'status' | 'fault'>) => WireEntry;
  readonly frameIn: (text: string) => void;
  readonly violation: (violation: PacingViolation) => void;
  readonly watch: (world: World) => void;
  readonly streams: Map<number, ReadonlySet<string>>;
  /** Set while a proxy is laid out for the client (A9). */
  proxy: (() => ProxyTrap) | null;
  readonly report: (world: World, sinceSeq: number) => Record<string, unknown>;
}

/** The log keeps this many requests; a soak must not fill the memory. */
const longest = 100_000;

export function createTruth(): Truth {
  const wireLog: WireEntry[] = [];
  const frames: { readonly atMs: number; readonly text: string }[] = [];
  const pacingViolations: PacingViolation[] = [];
  const orderEvents: Record<string, unknown>[] = [];
  const ordersCreated: Record<string, unknown>[] = [];
  const streams = new Map<number, ReadonlySet<string>>();
  let seq = 0;
  let now = () => 0;

  const onEvent = (event: BrokerEvent) => {
    if (event.kind !== 'order') return;
    const { order, before } = event;
    if (before === null)
      ordersCreated.push({
        seq,
        atMs: now(),
        orderId: order.id,
        account: order.account,
        conid: order.instrument.conid,
        side: order.side,
        type: order.type,
        quantity: order.quantity.toFixed(),
        limit: order.limit?.toFixed() ?? null,
        stop: order.stop?.toFixed() ?? null,
        tif: order.timeInForce,
        cOID: order.clientId,
        parentOrderId: order.parentOrderId,
      });
    if (before?.status !== order.status)
      orderEvents.push({
        atMs: now(),
        orderId: order.id,
        status: order.status,
        filled: order.filled.toFixed(),
      });
  };

  const truth: Truth = {
    streams,
    proxy: null,
    record: (entry) => {
      const logged: WireEntry = { ...entry, seq: ++seq, status: null, fault: null };
      wireLog.push(logged);
      if (wireLog.length > longest) wireLog.shift();
      return logged;
    },
    frameIn: (text) => {
      frames.push({ atMs: now(), text });
      if (frames.length > longest) frames.shift();
    },
    violation: (violation) => pacingViolations.push(violation),
    watch: (world) => {
      now = world.clock.now;
      world.broker.subscribe(onEvent);
    },
    report: (world, sinceSeq) => ({
      seed: world.seed,
      scenario: world.scenario,
      now: world.clock.now(),
      ordersCreated,
      orderEvents,
      orders: world.broker.orders().map((order) => ({
        orderId: order.id,
        cOID: order.clientId,
        account: order.account,
        conid: order.instrument.conid,
        side: order.side,
        type: order.type,
        quantity: order.quantity.toFixed(),
        filled: order.filled.toFixed(),
        status: order.status,
        working: isWorking(order),
      })),
      executions: world.broker.executions().map((e) => ({
        executionId: e.id,
        orderId: e.orderId,
        cOID: e.clientId,
        account: e.account,
        conid: e.instrument.conid,
        side: e.side,
        quantity: e.quantity.toFixed(),
        price: e.price.toFixed(),
        commission: e.commission.toFixed(),
        atMs: e.atMs,
      })),
      repliesApplied: world.desk.replies(),
      accounts: world.accounts.map((account) => ({
        id: account.id,
        cash: Object.fromEntries([...account.cash].map(([currency, amount]) => [currency, amount.toFixed()])),
        positions: [...account.positions.values()].map((p) => ({
          conid: p.instrument.conid,
          quantity: p.quantity.toFixed(),
          cost: p.cost.toFixed(),
          realized: p.realized.toFixed(),
        })),
        netLiquidation: world.valuation.account(account).netLiquidation.toFixed(),
      })),
      wireLog: wireLog.filter((entry) => entry.seq > sinceSeq),
      framesReceived: frames,
      streamsOpen: [...streams.entries()].map(([connection, topics]) => ({
        connection,
        topics: [...topics],
      })),
      pacingViolations,
      proxy: truth.proxy?.() ?? null,
      lastTickle: world.session.lastTickleMs,
      session: {
        loggedIn: world.session.loggedIn,
        authenticated: world.session.authenticated,
        competing: world.session.competing,
        connected: world.session.connected,
        accountsQueried: world.session.accountsQueried,
        suppressed: [...world.session.suppressed],
      },
    }),
  };
  return truth;
}
