import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema, intentIdSchema } from '../../shared/domain/ids';
import { createGateway } from '../../electron/gateway/gateway';
import { createAccounts } from '../../electron/services/accounts/accounts';
import { createGatewayUpdates } from '../../electron/services/orders/gateway-updates';
import { createGatewayWire } from '../../electron/services/orders/gateway-wire';
import { createOrderService } from '../../electron/services/orders/order-service';
import { armed as alwaysArmed } from '../support/armed';
import type { OrderWire } from '../../electron/services/orders/ports';
import { createSessionService } from '../../electron/services/session/session';
import type { Journal } from '../../electron/store/journal';
import { openStore } from '../../electron/store/open-store';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';

/**
 * A program of its own that places one order far from the market, is asked, says yes — and ends as by `kill -9` at
 * the given step: before or after a journal write, before or after a request. Prints "done" when it got through.
 */
const [url = '', cacertPath = '', folder = '', killAt = '0'] = process.argv.slice(2);

let steps = 0;
/** Only from the press on: what comes before changes nothing at IBKR. */
let armed = false;
const step = (): void => {
  if (!armed) return;
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
};

const clock = systemClock;
const gateway = createGateway({ baseUrl: url, cacertPath }, { clock, log: silentLog });
const store = openStore(join(folder, 'portico.sqlite'), clock);
const journal: Journal = {
  ...store.journal,
  append: (entries) => {
    step();
    const result = store.journal.append(entries);
    step();
    return result;
  },
};
const around =
  <A, R>(send: (request: A) => Promise<R>) =>
  async (request: A): Promise<R> => {
    step();
    const sending = send(request);
    step();
    const answer = await sending;
    step();
    return answer;
  };
const plain = createGatewayWire(gateway, clock);
const wire: OrderWire = { ...plain, place: around(plain.place), answer: around(plain.answer) };
const session = createSessionService(gateway, { profile: 'practice', gatewayUrl: url, login: () => null });
const service = createOrderService({
  wire,
  session,
  accounts: createAccounts(gateway),
  updates: createGatewayUpdates(gateway),
  holdReads: gateway.holdReads,
  store: { ...store, journal },
  permit: alwaysArmed(),
  clock,
  log: silentLog,
});

const ready = new Promise<void>((resolve) => {
  const stop = session.onChange((state) => {
    if (state.status !== 'ready') return;
    stop();
    resolve();
  });
});
gateway.sessionMachine.start();
await ready;
service.start();

const intentId = intentIdSchema.parse(randomUUID());
const draft = {
  accountId: accountIdSchema.parse('DU5550001'),
  conid: conidSchema.parse(265598),
  ...({ side: 'BUY', orderType: 'LMT', tif: 'DAY' } as const),
  ...{ quantity: decimal('10'), limitPrice: decimal('150.00'), stopPrice: null, outsideRth: false },
};
const preview = await service.preview({ intentId, draft, modifies: null });
if (!preview.ok) throw new Error(JSON.stringify(preview.error));
armed = true;
await service.submit({
  intentId,
  previewToken: preview.value.previewToken,
  acknowledgedWarnings: preview.value.warnings.map((warning) => warning.id),
});
await service.answer({ intentId, round: 1, confirmed: true });
process.stdout.write(`done ${steps}\n`);
process.kill(process.pid, 'SIGKILL');
