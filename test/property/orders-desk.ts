import { randomUUID } from 'node:crypto';
import { decimal } from '../../shared/domain/decimal';
import { intentIdSchema, type Conid, type IntentId, type OrderId } from '../../shared/domain/ids';
import type { OrderDraft } from '../../shared/domain/order-draft';
import type { TradingLimits } from '../../shared/domain/trading-limits';
import { createOrderService, type OrderService } from '../../electron/services/orders/order-service';
import { openDatabase } from '../../electron/store/database';
import { createExecutionTable } from '../../electron/store/executions';
import { createJournal, type Journal } from '../../electron/store/journal';
import type { JournalAnchor } from '../../electron/store/journal-anchor';
import { migrations } from '../../electron/store/migrations';
import { createSettingsTable } from '../../electron/store/settings';
import { silentLog } from '../../electron/support/log';
import type { ManualClock } from '../../electron/support/manual-clock';
import { armed } from '../support/armed';
import { accountId, conids, otherAccountId, type ModelBroker } from './orders-model-broker';

const accounts = [accountId, otherAccountId];

export const draftOf = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  accountId,
  conid: conids[0],
  side: 'BUY',
  quantity: decimal('10'),
  orderType: 'LMT',
  limitPrice: decimal('100'),
  stopPrice: null,
  tif: 'DAY',
  outsideRth: false,
  ...change,
});

/**
 * The order service over a journal that outlives it, as the disk outlives the process: `kill` drops the service in
 * the middle of whatever it does, and the next one starts from what was recorded.
 */
export function createDesk(broker: ModelBroker, clock: ManualClock) {
  const sql = openDatabase(':memory:');
  for (const step of migrations) sql.exec(step);
  let boots = 0;
  let full = false;
  let roomFor = Number.POSITIVE_INFINITY;
  let anchorFails = false;
  let limits: Partial<TradingLimits> = { ordersPerMinute: 1_000_000, ordersPerDay: 1_000_000 };
  const anchor: JournalAnchor = {
    latest: () => ({ kind: 'none' }),
    write: () => {
      if (anchorFails) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    },
    close: () => undefined,
  };

  const boot = (): {
    service: OrderService;
    journal: Journal;
    alive: { value: boolean };
    held: { count: number };
  } => {
    const alive = { value: true };
    const held = { count: 0 };
    const disk = {
      ...sql,
      transaction: <T>(work: () => T): T => {
        // A dead process writes nothing, whatever its promises still do.
        if (full || roomFor <= 0 || !alive.value)
          throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
        roomFor -= 1;
        return sql.transaction(work);
      },
    };
    const journal = createJournal({ sql: disk, anchor, clock, bootId: `boot-${++boots}` });
    const service = createOrderService({
      ...broker,
      holdReads: () => {
        held.count += 1;
        return () => void (held.count -= 1);
      },
      store: { journal, executions: createExecutionTable(disk), settings: createSettingsTable(disk) },
      permit: { ...armed(), limits: () => armed(limits).limits() },
      clock,
      log: silentLog,
    });
    service.start();
    return { service, journal, alive, held };
  };

  let running = boot();
  const watchAll = () => {
    const stops = accounts.map((id) => running.service.watch({ accountId: id }, () => undefined));
    return () => stops.forEach((stop) => stop());
  };
  let stopWatching = watchAll();
  return {
    service: () => running.service,
    records: () => running.journal.records(),
    /** Of all accounts together. */
    book: () => {
      const books = accounts.map((id) => running.service.bookOf(id));
      return {
        orders: books.flatMap(({ orders }) => orders),
        executions: books.flatMap(({ executions }) => executions),
        intents: books.flatMap(({ intents }) => intents),
        alarms: books.flatMap(({ alarms }) => alarms),
      };
    },
    holds: () => running.held.count,
    setLimits: (next: Partial<TradingLimits>) => (limits = { ...limits, ...next }),
    setDiskFull: (next: boolean) => (full = next),
    /** Records are durable, but what follows each of them fails. */
    setAnchorFails: (next: boolean) => (anchorFails = next),
    /** The disk takes this many more writes. */
    setRoomFor: (writes: number) => (roomFor = writes),
    kill: () => {
      running.alive.value = false;
      stopWatching();
      running.service.stop();
      running = boot();
      stopWatching = watchAll();
    },
    review: async (draft: OrderDraft, modifies: OrderId | null = null) => {
      const intentId = intentIdSchema.parse(randomUUID());
      const preview = await running.service.preview({ intentId, draft, modifies });
      return { intentId, preview };
    },
    /** Reviews, ticks every warning, presses the button; what comes back may take a while or for ever. */
    order: async (
      conid: Conid = conids[0],
      change: Partial<OrderDraft> = {},
      modifies: OrderId | null = null,
    ) => {
      const intentId: IntentId = intentIdSchema.parse(randomUUID());
      const preview = await running.service.preview({
        intentId,
        draft: draftOf({ conid, ...change }),
        modifies,
      });
      if (!preview.ok) return { intentId, preview, submit: null, submitted: null };
      const request = {
        intentId,
        previewToken: preview.value.previewToken,
        acknowledgedWarnings: preview.value.warnings.map((warning) => warning.id),
      };
      const submit = () => running.service.submit(request);
      return { intentId, preview, submit, submitted: submit() };
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
