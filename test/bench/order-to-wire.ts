import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema, intentIdSchema } from '../../shared/domain/ids';
import { createGateway } from '../../electron/gateway/gateway';
import { startGateway } from '../../electron/practice/gateway';
import { createAccounts } from '../../electron/services/accounts/accounts';
import { createGatewayUpdates } from '../../electron/services/orders/gateway-updates';
import { createGatewayWire } from '../../electron/services/orders/gateway-wire';
import { createOrderService } from '../../electron/services/orders/order-service';
import { armed } from '../support/armed';
import { createSessionService } from '../../electron/services/session/session';
import { openStore } from '../../electron/store/open-store';
import { systemClock as clock } from '../../electron/support/clock';
import { silentLog as log } from '../../electron/support/log';
import type { BenchCase, Figure } from './bench';
import { quantile, summarize } from './statistics';

const orders = 40;
const accountId = accountIdSchema.parse('DU5550001');
const conid = conidSchema.parse(265598);

/**
 * From the confirming press reaching main to the order's arrival at the gateway: checks, durable journal, a fresh
 * TLS connection and the request itself. The floor is the durable write alone, measured in the same run.
 */
export const orderToWire: BenchCase = {
  name: 'order: confirming press to the gateway',
  async run() {
    const practice = await startGateway({ seed: 1, penaltyMs: null });
    const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    const store = openStore(join(folder, 'portico.sqlite'), clock);
    const gateway = createGateway({ baseUrl: practice.url, cacertPath: practice.cacert }, { clock, log });
    const session = createSessionService(gateway, {
      profile: 'practice',
      gatewayUrl: practice.url,
      login: () => null,
    });
    const service = createOrderService({
      wire: createGatewayWire(gateway, clock),
      accounts: createAccounts(gateway),
      updates: createGatewayUpdates(gateway),
      holdReads: gateway.holdReads,
      permit: armed({ ordersPerMinute: 10_000, ordersPerDay: 10_000 }),
      ...{ session, store, clock, log },
    });
    let arrivedMs = 0;
    const { truth } = practice.host;
    const record = truth.record;
    Object.assign(truth, {
      record: (entry: Parameters<typeof record>[0]) => {
        if (entry.method === 'POST' && entry.path.endsWith('/orders')) arrivedMs = performance.now();
        return record(entry);
      },
    });
    gateway.sessionMachine.start();
    gateway.socket.start();
    service.start();
    try {
      while (session.current().stream !== 'live') await clock.sleep(50);
      const times: number[] = [];
      for (let index = 0; index < orders; index += 1) {
        const intentId = intentIdSchema.parse(randomUUID());
        const { ask } = practice.host.world().market.quote(appleOf(practice));
        const preview = await service.preview({
          intentId,
          modifies: null,
          draft: {
            ...{
              accountId,
              conid,
              side: 'BUY',
              orderType: 'LMT',
              stopPrice: null,
              tif: 'IOC',
              outsideRth: false,
            },
            quantity: decimal(String(1 + (index % 9))),
            limitPrice: decimal((ask * 0.99).toFixed(2)),
          },
        });
        if (!preview.ok) throw new Error(JSON.stringify(preview.error));
        const { previewToken, warnings } = preview.value;
        const pressedMs = performance.now();
        const sent = await service.submit({
          intentId,
          previewToken,
          acknowledgedWarnings: warnings.map(({ id }) => id),
        });
        if (!sent.ok) throw new Error(JSON.stringify(sent.error));
        times.push(arrivedMs - pressedMs);
        // The desk itself allows one order a second.
        await clock.sleep(1_050);
      }
      return figures(times, durableWrites(store));
    } finally {
      service.stop();
      gateway.close();
      store.close();
      await practice.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function appleOf(practice: Awaited<ReturnType<typeof startGateway>>) {
  const instrument = practice.host.world().market.catalogue.byConid(conid);
  if (instrument === undefined) throw new Error('The practice market has no AAPL.');
  return instrument;
}

function durableWrites(store: ReturnType<typeof openStore>): number[] {
  return Array.from({ length: 200 }, () => {
    const started = performance.now();
    store.settings.set('bench', String(started));
    return performance.now() - started;
  });
}

function figures(times: number[], writes: number[]): Figure[] {
  const sorted = [...times].sort((a, b) => a - b);
  const write = summarize(writes);
  return [
    {
      figure: `press to arrival, ${times.length} orders`,
      unit: 'ms',
      ...summarize(times),
      ratio: summarize(times).median / write.median,
    },
    { figure: 'its p99', unit: 'ms', ...summarize([quantile(sorted, 0.99)]) },
    { figure: 'one durable write', unit: 'ms', ...write },
  ];
}
