import { readOrderRequest } from '../broker/order-request';
import type { Expectation } from '../broker/order-desk';
import { isWorking } from '../broker/order';
import { wireTrade } from '../broker/wire-trade';
import type { CertificateKind } from '../certificates';
import type { Host } from '../host';
import { setScene, type SceneName } from '../session/scenes';

/** A fault that is a state of the gateway rather than a rule about messages; it stays until undone. */
export type StagedFault = (host: Host) => void;

const hostile =
  '<h4>Confirm</h4><script>alert(1)</script><img src=x onerror=alert(1)>\u202EABC\u202C Are you sure you want to submit this order?';
const question = (messageId: string, text: string) => ({ messageId, text });
const apple = 265598;

const certificate =
  (kind: CertificateKind, connections = Infinity): StagedFault =>
  (host) =>
    host.showCertificate({ kind, connections });
const scene =
  (name: SceneName): StagedFault =>
  (host) =>
    setScene(host.world(), name);
const expected =
  (next: Expectation): StagedFault =>
  (host) =>
    host.world().desk.expect(next);

/** FAULTS.md by id: certificates, scenes, the fate of the next order, and events. */
const staged: Readonly<Record<string, StagedFault>> = {
  A8: (host) => host.listenOn('::1'),
  A9: (host) => host.trapProxy(),
  // What a flipped resolver looks like from here: the name leads to another address, and a stranger answers there.
  A10: (host) => {
    host.showCertificate({ kind: 'other-ca', connections: Infinity });
    host.listenOn('::1');
  },
  B1: certificate('self-signed'),
  B2: certificate('rotate'),
  B4: certificate('other-host'),
  B5: certificate('expired'),
  'B5-future': certificate('not-yet-valid'),
  B6: certificate('old-tls'),
  'B6-key': certificate('weak-key'),
  B7: certificate('incomplete-chain'),
  B8: certificate('other-ca', 1),
  // Everyone must verify anew: a client whose trust was withdrawn since must not come back.
  B9: (host) => host.dropConnections(),
  D1: scene('brokerage-lost'),
  D2: scene('competing'),
  D6: scene('midnight-reset'),
  D9: (host) => host.restart('multi-currency'),
  D10: (host) => host.restart('live'),
  D16: (host) => {
    const { session, random } = host.world();
    session.token = random.hex(32);
  },
  D17: (host) => host.restart(),
  E1: expected({
    questions: [
      question('o163', 'The first question.\nAre you sure you want to submit this order?'),
      question('o10331', 'The second question.\nAre you sure you want to submit this order?'),
      question('o451', 'The third question.\nAre you sure you want to submit this order?'),
    ],
  }),
  E2: expected({ questions: [question('o99999', 'A question nobody has seen before.')] }),
  E3: expected({ questions: [question('o10153', hostile)] }),
  E6: (host) => {
    host.world().desk.quirks.voidedGoLive = true;
  },
  E7: expected({ questions: [question('o163', 'Are you sure you want to submit this order?')] }),
  E8: expected({ questions: [question('o163', 'Are you sure you want to submit this order?')] }),
  E11: expected({ failLeg: 0, reason: 'Leg refused (simulated)' }),
  E13: expected({ fate: 'drop' }),
  E14: expected({ fate: 'inactive', reason: 'Not enough settled funds (simulated)' }),
  E19: (host) => host.world().broker.holdCancels(true),
  E21: expected({ duplicateOnModify: true }),
  E25: (host) => {
    host.world().session.ordersFiltered = true;
  },
  E26: (host) => {
    const { market, broker, accounts } = host.world();
    const order = { conid: apple, side: 'BUY', quantity: 7, orderType: 'LMT', price: 1, tif: 'DAY' };
    const read = readOrderRequest(market, accounts[0]?.id ?? '', order);
    if (read.ok) broker.submit([read.ticket]);
  },
  E27: (host) => {
    const { broker } = host.world();
    for (const order of broker.orders()) if (isWorking(order)) broker.cancel(order.id);
  },
  E28: expected({
    questions: [
      question('o10334', 'This order will be placed in the omnibus account instead of the selected one.'),
    ],
  }),
  E32: expected({ refusal: 'Order rejected - reason: more than 20 orders on this side of the contract.' }),
  F6: (host) => {
    const { market } = host.world();
    const instrument = market.catalogue.byConid(apple);
    if (instrument === undefined) return;
    const { last } = market.quote(instrument);
    market.setPrice(instrument, last * 10, true);
    host.clock.after(600, () => market.setPrice(instrument, last, false));
  },
  F16: (host) => {
    const world = host.world();
    const instrument = world.market.catalogue.byConid(apple);
    if (instrument !== undefined) world.corporate.split(instrument, 4);
  },
  G10: (host) => {
    Object.assign(host.world().quoteStream, { cadenceMs: 100, lines: 500 });
  },
  G12: (host) => {
    Object.assign(host.world().quoteStream, { lines: 1, histories: 0 });
  },
  G15: (host) => {
    const { broker, user } = host.world();
    host.broadcast({ topic: 'str', args: broker.executions().map((row) => wireTrade(row, user.name)) });
  },
  G16: (host) => {
    host.world().quoteStream.lifetimeMs = 10_000;
  },
  G11: (host) => host.restart(),
  G13: scene('competing'),
  G14: expected({
    prompt: {
      text: 'If your order is not immediately executable, our systems may, depending on market conditions, reject your order.\nTransmit the order?',
      options: ['Transmit', "Don't Transmit"],
      messageId: 'p12',
    },
  }),
  G19: (host) =>
    host.broadcast({ topic: 'act', args: { accounts: ['U9999999'], selectedAccount: 'U9999999' } }),
};

export const stagedFault = (id: string): StagedFault | null => staged[id] ?? null;
export const stagedIds = (): string[] => Object.keys(staged);
