// Seam: whatever the channel does to an order-changing request, before or after it took effect, there is no second
// order, no accepted order is hidden, and nothing that exists is called rejected or not sent (FAULTS §K).
import { assert, describe, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { Intent } from '../../shared/domain/intent';
import { accountId, apple, openDesk, practiceArgs, type Desk } from '../integration/orders-harness';
import { controlOf, type PracticeControl, type Truth } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';

const actions = {
  RST: { kind: 'rst' },
  FIN: { kind: 'fin' },
  timeout: { kind: 'hang' },
  401: { kind: 'status', status: 401 },
  429: { kind: 'status', status: 429, body: { error: 'Too many requests' } },
  500: { kind: 'status', status: 500, body: { error: 'unknown' } },
  503: { kind: 'status', status: 503, body: { error: 'Service Unavailable', statusCode: 503 } },
  empty: { kind: 'empty' },
  HTML: { kind: 'html' },
  truncated: { kind: 'truncate', bytes: 12, cut: true },
  'wrong type': { kind: 'wrong-type' },
} as const;
const points = ['before-effect', 'after-effect'] as const;
const cases = points.flatMap((point) =>
  Object.entries(actions).map(([name, action]) => ({ point, name, action })),
);
type Case = (typeof cases)[number];

const paths = {
  place: { method: 'POST', path: '^/iserver/account/[^/]+/orders$' },
  modify: { method: 'POST', path: '^/iserver/account/[^/]+/order/[0-9]+$' },
  cancel: { method: 'DELETE', path: '^/iserver/account/[^/]+/order/[0-9]+$' },
  reply: { method: 'POST', path: '^/iserver/reply/.*' },
  bracket: { method: 'POST', path: '^/iserver/account/[^/]+/orders$' },
} as const;
type Step = keyof typeof paths;

const gone: ReadonlyArray<Intent['state']> = ['rejected', 'not-sent'];

/**
 * Writes always go out on a connection of their own. `reused`: the reads around them run on kept connections, one
 * of which the server ends just then, so that a client that mixed the two would resend the write.
 */
const connections = ['fresh', 'reused'] as const;
type Connections = (typeof connections)[number];
const rows = (Object.keys(paths) as Step[]).flatMap((step) =>
  connections.map((kept) => [step, kept] as const),
);

describe.concurrent('fault matrix', () => {
  it.each(rows)(
    '%s, %s connections: 22 faults, no duplicate, nothing hidden, no false "rejected"',
    async (step, kept) => {
      const practice = await startPractice({ seed: 11, args: practiceArgs });
      try {
        for (const each of cases) await judge(practice, step, kept, each);
      } finally {
        await practice.stop();
      }
    },
    240_000,
  );
});

async function judge(
  practice: PracticeProcess,
  step: Step,
  kept: Connections,
  { point, name, action }: Case,
): Promise<void> {
  const label = `${step} / ${kept} / ${point} / ${name}`;
  const control = controlOf(practice);
  await control.setFaults([]);
  await control.setPrice(apple, 200);
  const desk = await openDesk(practice);
  try {
    const seen = (await control.truth()).wireLog.length;
    const rule = { id: label, match: { ...paths[step], nth: 1 }, point, do: action };
    const ended = {
      id: 'kept connection ended',
      match: { method: 'GET', path: '*' },
      point: 'before-read',
      do: { kind: 'fin' },
      times: 1,
    };
    const outcome = await perform(desk, control, step, async () => {
      if (kept === 'fresh') {
        await control.setFaults([rule]);
        return;
      }
      await Promise.all([warm(desk), warm(desk), warm(desk)]);
      await control.setFaults([rule, ended]);
      // On its way while the write goes out.
      void warm(desk);
    });
    const truth = await control.truth();
    const matching = truth.wireLog
      .slice(seen)
      .filter(
        (entry) => entry.method === paths[step].method && new RegExp(paths[step].path).test(entry.path),
      );
    expect(matching.length, `${label}: requests on the wire`).toBe(1);
    expect(matching[0]?.fault, `${label}: the fault struck`).toBe(label);
    const shared = truth.wireLog.filter(({ connection }) => connection === matching[0]?.connection);
    expect(shared.length, `${label}: a connection of its own`).toBe(1);
    await check(practice, desk, control, label, outcome);
    for (const order of (await control.truth()).orders.filter((candidate) => candidate.working))
      await desk.service.cancel({ accountId, orderId: String(order.orderId) as never });
  } finally {
    desk.close();
  }
}

const warm = (desk: Desk) => desk.gateway.portfolio.portfolioSummary({ accountId });

const exits = {
  takeProfit: { limitPrice: decimal('204.00'), tif: 'GTC', outsideRth: false },
  stopLoss: { stopPrice: decimal('190.00'), limitPrice: null, tif: 'GTC', outsideRth: false },
} as const;

interface Performed {
  readonly intent: Intent | null;
  readonly cOID: string | null;
  readonly orderId: string | null;
}

/** Does the step that the fault hits; what comes before it goes well. */
async function perform(
  desk: Desk,
  control: Control,
  step: Step,
  arm: () => Promise<unknown>,
): Promise<Performed> {
  const far = { limitPrice: decimal('150.00') };
  const near = { limitPrice: decimal('198.00') };
  if (step === 'place' || step === 'reply' || step === 'bracket') {
    if (step === 'bracket')
      await desk.gateway.orders.suppressMessages({ messageIds: ['o10331', 'o10152', 'o163'] });
    const { submit, intentId } = await desk.order(
      step === 'reply' ? far : step === 'place' ? near : { ...near, ...exits },
    );
    if (step !== 'reply') await arm();
    const submitted = await submit();
    assert(submitted.ok, JSON.stringify(submitted));
    if (step === 'reply') {
      await arm();
      await desk.service.answer({ intentId, round: 1, confirmed: true });
    }
    const cOID = sentId(await control.truth());
    return { intent: desk.intent(intentId), cOID, orderId: null };
  }
  const placed = await desk.order(near);
  await placed.submit();
  const { orderId } = await desk.until(placed.intentId, ['working']);
  assert(orderId !== null);
  if (step === 'cancel') {
    await arm();
    const result = await desk.service.cancel({ accountId, orderId });
    if (!result.ok) expect(['outcome-unknown', 'not-ready']).toContain(result.error.code);
    return { intent: null, cOID: null, orderId };
  }
  const change = await desk.order({ limitPrice: decimal('197.00') }, orderId);
  await arm();
  await change.submit();
  return { intent: desk.intent(change.intentId), cOID: null, orderId };
}

type Control = PracticeControl;

const sentId = (truth: Truth): string | null => {
  const bodies = truth.wireLog.filter((entry) => /\/orders$/.test(entry.path) && entry.method === 'POST');
  return /"cOID":"([a-z0-9]+)"/.exec(JSON.stringify(bodies[bodies.length - 1]?.body ?? ''))?.[1] ?? null;
};

async function check(
  practice: PracticeProcess,
  desk: Desk,
  control: Control,
  label: string,
  done: Performed,
): Promise<void> {
  const truth = await control.truth();
  const { intent, cOID, orderId } = done;
  if (cOID !== null && intent !== null) {
    const accepted = truth.ordersCreated.filter((order) => order.cOID === cOID);
    expect(accepted.length, `${label}: accepted orders`).toBeLessThanOrEqual(1);
    if (accepted.length === 0) {
      // Only a proof may say that nothing exists; a broken channel proves nothing.
      expect(intent.state, label).toBe('unknown');
      return;
    }
    expect(gone, `${label}: it exists but is called ${intent.state}`).not.toContain(intent.state);
    if (intent.draft?.stopLoss != null) {
      const entry = accepted[0]?.orderId ?? 0;
      const taken = truth.orders.filter(({ orderId: id, cOID: ref }) => ref === null && id > entry);
      expect(taken.length, `${label}: exits`).toBe(2);
    }
    await found(
      practice,
      desk,
      label,
      (each) => each.intents.find((own) => own.intentId === intent.intentId)?.state === 'working',
    );
    return;
  }
  const atBroker = truth.orders.find((order) => String(order.orderId) === orderId);
  assert(atBroker !== undefined);
  expect(truth.orders.filter((order) => order.cOID === atBroker.cOID).length, `${label}: twins`).toBe(1);
  if (intent !== null) expect(gone, `${label}: ${intent.state}`).not.toContain(intent.state);
  await found(practice, desk, label, (book) => {
    const order = book.orders.find((candidate) => candidate.orderId === orderId);
    return atBroker.status === 'Cancelled'
      ? order?.phase === 'cancelled'
      : order !== undefined && order.phase !== 'cancelled';
  });
}

/** By the machine itself, within the time of a few order lists; after a 429 only by the next program start. */
async function found(
  practice: PracticeProcess,
  desk: Desk,
  label: string,
  isThere: (book: ReturnType<Desk['book']>) => boolean,
): Promise<void> {
  if (label.endsWith('429')) {
    desk.close(true);
    const next = await openDesk(practice, desk.folder);
    try {
      await waitFor(label, () => isThere(next.book()));
    } finally {
      next.close();
    }
    return;
  }
  await waitFor(label, () => isThere(desk.book()));
}

async function waitFor(label: string, isTrue: () => boolean): Promise<void> {
  await vi.waitFor(() => assert(isTrue(), `${label}: not shown as it is`), { timeout: 8_000, interval: 20 });
}
