import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import {
  accountIdSchema,
  conidSchema,
  intentIdSchema,
  type AccountId,
  type IntentId,
  type OrderId,
} from '../../shared/domain/ids';
import type { Intent } from '../../shared/domain/intent';
import type { OrderDraft } from '../../shared/domain/order-draft';
import { createGateway } from '../../electron/gateway/gateway';
import { createAccounts } from '../../electron/services/accounts/accounts';
import { createGatewayUpdates } from '../../electron/services/orders/gateway-updates';
import { createGatewayWire } from '../../electron/services/orders/gateway-wire';
import { createOrderService } from '../../electron/services/orders/order-service';
import { watchDayPnl } from '../../electron/services/portfolio/day-pnl';
import { createSessionService } from '../../electron/services/session/session';
import { createTrading } from '../../electron/services/trading/trading';
import { createTradingGuard } from '../../electron/services/trading/trading-guard';
import { openStore } from '../../electron/store/open-store';
import type { Clock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import type { PracticeProcess } from '../support/practice-process';

export const accountId = accountIdSchema.parse('DU5550001');
export const apple = conidSchema.parse(265598);

/** Everything that waits waits a tenth as long; what happens on sockets happens as it does. */
export const speed = 10;
export const fastClock: Clock = {
  now: () => Math.floor(startMs + performance.now() * speed),
  monotonicMs: () => performance.now() * speed,
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs / speed);
    return () => clearTimeout(timer);
  },
  sleep: (delayMs) => new Promise((resolve) => void setTimeout(resolve, delayMs / speed)),
};
const startMs = Date.now();

/**
 * The market in the same fast time. Requests are not counted: each test begins as a program freshly started, which
 * knows nothing of the requests of the one before.
 */
export const practiceArgs = ['--control-port', '0', '--speed', String(speed), '--no-pacing'];

export const draftOf = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  accountId,
  conid: apple,
  side: 'BUY',
  quantity: decimal('10'),
  orderType: 'LMT',
  limitPrice: decimal('198.00'),
  stopPrice: null,
  tif: 'DAY',
  outsideRth: false,
  ...change,
});

/** The order path as core.ts composes it, over real TLS, with a database of its own. */
export async function openDesk(
  practice: PracticeProcess,
  folder = mkdtempSync(join(tmpdir(), 'portico-orders-')),
  watched: AccountId = accountId,
) {
  const clock = fastClock;
  const gateway = createGateway(
    { baseUrl: practice.url, cacertPath: practice.cacert },
    { clock, log: silentLog },
  );
  const store = openStore(join(folder, 'portico.sqlite'), clock);
  const session = createSessionService(gateway, {
    profile: 'practice',
    gatewayUrl: practice.url,
    login: () => null,
  });
  const accounts = createAccounts(gateway);
  const guard = createTradingGuard({
    ...{ profile: 'practice', store, session, clock },
    watchDayPnl: (told) => watchDayPnl(gateway, told),
  });
  const service = createOrderService({
    wire: createGatewayWire(gateway, clock),
    session,
    accounts,
    updates: createGatewayUpdates(gateway),
    holdReads: gateway.holdReads,
    store,
    permit: guard,
    clock,
    log: silentLog,
  });
  const trading = createTrading(guard, { orders: service, accounts, session, clock, gateway });
  gateway.sessionMachine.start();
  gateway.socket.start();
  service.start();
  const stopWatching = service.watch({ accountId: watched }, () => undefined);
  const book = () => service.bookOf(watched);
  let closed = false;
  await vi.waitFor(
    () => assert(book().known && session.current().stream === 'live', JSON.stringify(session.current())),
    {
      timeout: 15_000,
      interval: 20,
    },
  );

  const intent = (intentId: IntentId): Intent => {
    const found = book().intents.find((each) => each.intentId === intentId);
    assert(found !== undefined);
    return found;
  };
  return {
    ...{ service, trading, session, accounts, book, intent, folder, gateway },
    /** Reviews, ticks every warning, presses the button. */
    order: async (change: Partial<OrderDraft> = {}, modifies: OrderId | null = null) => {
      const intentId = intentIdSchema.parse(randomUUID());
      const preview = await service.preview({ intentId, draft: draftOf(change), modifies });
      assert(preview.ok, preview.ok ? '' : JSON.stringify(preview.error));
      const acknowledgedWarnings = preview.value.warnings.map((warning) => warning.id);
      const submit = () =>
        service.submit({
          ...{ intentId, previewToken: preview.value.previewToken, acknowledgedWarnings },
          typedQuantity: preview.value.draft.quantity,
        });
      return { intentId, preview: preview.value, submit };
    },
    until: async (
      intentId: IntentId,
      states: ReadonlyArray<Intent['state']>,
      timeout = 10_000,
    ): Promise<Intent> =>
      vi.waitFor(
        () => {
          const found = intent(intentId);
          assert(
            states.includes(found.state),
            `${found.state}: ${found.reason ?? ''} ${found.evidence.join('; ')}`,
          );
          return found;
        },
        { timeout, interval: 20 },
      ),
    /** As a crash: nothing is said to anyone, the database stays as it is. */
    close: (keepFolder = false) => {
      if (closed) return;
      closed = true;
      stopWatching();
      trading.stop();
      service.stop();
      gateway.close();
      store.close();
      if (!keepFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
