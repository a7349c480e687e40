import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { decimal } from '../../shared/domain/decimal';
import { intentIdSchema, type OrderId } from '../../shared/domain/ids';
import type { OrderDraft } from '../../shared/domain/order-draft';
import { createOrderService } from '../../electron/services/orders/order-service';
import type { OrderWire } from '../../electron/services/orders/ports';
import type { Journal } from '../../electron/store/journal';
import { openStore } from '../../electron/store/open-store';
import { createManualClock } from '../../electron/support/manual-clock';
import { silentLog } from '../../electron/support/log';
import { accountId, conids, createModelBroker } from '../property/orders-model-broker';
import { armed as alwaysArmed } from '../support/armed';

/**
 * A process of its own with the real journal on a real disk and a broker whose book is a file: what it took stays
 * taken when the process dies. It places with questions, changes, cancels, places a bracket — and ends as by
 * `kill -9` at the given step. Prints "done" and the number of steps when it got through.
 */
const [folder = '', killAt = '0'] = process.argv.slice(2);
let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
};

const clock = createManualClock();
const broker = createModelBroker(clock);
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

let written = 0;
/** The moment of effect at the broker: its book is on the disk before anyone hears of it. */
const persist = () => {
  for (const { orderId, body } of [...broker.truth.orders.values()].slice(written))
    appendFileSync(join(folder, 'broker.jsonl'), `${JSON.stringify({ orderId, ...body })}\n`);
  written = broker.truth.orders.size;
};
const around =
  <A, R>(send: (request: A) => Promise<R>) =>
  async (request: A): Promise<R> => {
    step();
    const sending = send(request);
    persist();
    step();
    const answer = await sending;
    step();
    return answer;
  };
const { wire: plain } = broker;
const wire: OrderWire = {
  ...plain,
  ...{ place: around(plain.place), modify: around(plain.modify) },
  ...{ answer: around(plain.answer), cancel: around(plain.cancel) },
};
const service = createOrderService({
  ...broker,
  wire,
  holdReads: () => () => undefined,
  store: { ...store, journal },
  ...{ permit: alwaysArmed(), clock, log: silentLog },
});
service.start();
service.watch({ accountId }, () => undefined);
await clock.advance(6_000);

async function order(change: Partial<OrderDraft>, questions = 0, modifies: OrderId | null = null) {
  const intentId = intentIdSchema.parse(randomUUID());
  const draft: OrderDraft = {
    ...{ accountId, conid: conids[0], side: 'BUY', quantity: decimal('10'), orderType: 'LMT' },
    ...{ limitPrice: decimal('100'), stopPrice: null, tif: 'DAY', outsideRth: false },
    ...change,
  };
  const preview = await service.preview({ intentId, draft, modifies });
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const acknowledgedWarnings = preview.value.warnings.map(({ id }) => id);
  broker.askNext(questions);
  await service.submit({ intentId, previewToken: preview.value.previewToken, acknowledgedWarnings });
  for (let round = 1; round <= questions; round += 1)
    await service.answer({ intentId, round, confirmed: true });
  await clock.advance(7_000);
  return service.bookOf(accountId).intents.find((intent) => intent.intentId === intentId)?.orderId ?? null;
}

const first = await order({}, 2);
if (first === null) throw new Error('not placed');
await order({ limitPrice: decimal('101') }, 0, first);
await service.cancel({ accountId, orderId: first });
await clock.advance(7_000);
const life = { tif: 'GTC', outsideRth: false } as const;
await order({
  ...{ conid: conids[1], quantity: decimal('3') },
  takeProfit: { limitPrice: decimal('120'), ...life },
  stopLoss: { stopPrice: decimal('90'), limitPrice: null, ...life },
});
process.stdout.write(`done ${steps}\n`);
process.kill(process.pid, 'SIGKILL');
