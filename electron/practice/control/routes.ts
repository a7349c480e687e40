import { isRecord, numberOf, readOrderRequest, textOf } from '../broker/order-request';
import { certificateKinds } from '../certificates';
import { readFaults } from '../faults/read-faults';
import type { Host } from '../host';
import type { Instrument } from '../market/instrument';
import { portfolioTruth } from '../portfolio-truth';
import { scenarioNames } from '../scenarios/scenarios';
import { sceneNames, setScene } from '../session/scenes';

export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

type ControlRoute = (host: Host, body: unknown, query: URLSearchParams) => ControlAnswer;

const ok = (body: unknown = { ok: true }): ControlAnswer => ({ status: 200, body });

/** Every control: what can be broken, moved, asked. Mistakes throw a sentence, answered 400. */
export const controlRoutes: Readonly<Record<string, ControlRoute>> = {
  'GET /faults': (host) => ok(host.faults.list()),
  'PUT /faults': (host, body) => {
    const { rules, stage } = readFaults(body);
    host.faults.set(rules);
    stage(host);
    return ok({ ok: true, rules: rules.map((rule) => rule.id) });
  },
  'POST /faults': (host, body) => {
    const { rules, stage } = readFaults(body);
    host.faults.add(rules);
    stage(host);
    return ok({ ok: true, rules: rules.map((rule) => rule.id) });
  },
  'DELETE /faults': (host) => {
    host.faults.clear();
    return ok();
  },
  'GET /clock': (host) => ok({ now: host.clock.now() }),
  'POST /clock/advance': (host, body) => {
    const ms = Number(record(body).ms);
    if (!(ms >= 0)) throw new Error('"ms" must be a number of milliseconds, 0 or more.');
    host.clock.advance(ms);
    return ok({ now: host.clock.now() });
  },
  'GET /truth': (host, _body, query) => ok(host.truth.report(host.world(), Number(query.get('since') ?? 0))),
  'GET /truth/portfolio': (host, _body, query) => {
    const world = host.world();
    const account = world.account(query.get('account') ?? world.accounts[0]?.id ?? '');
    if (account === undefined) throw new Error('"account" must be one of the login\'s accounts.');
    const days = Number(query.get('days') ?? 30);
    if (!(days >= 1)) throw new Error('"days" must be a number, 1 or more.');
    return ok(portfolioTruth(world, account, days));
  },
  'POST /scenario': (host, body) => {
    const wanted = record(body);
    if (wanted.scenario === undefined && wanted.scene === undefined)
      throw new Error('Send "scenario", "scene" or both.');
    if (wanted.scenario !== undefined) {
      const name = scenarioNames.find((candidate) => candidate === wanted.scenario);
      if (name === undefined) throw new Error(`"scenario" must be one of ${scenarioNames.join(', ')}.`);
      host.restart(name);
    }
    if (wanted.scene !== undefined) applyScene(host, wanted.scene);
    return ok({ ok: true, scenario: host.world().scenario });
  },
  'POST /scene': (host, body) => {
    applyScene(host, record(body).scene);
    return ok();
  },
  'POST /session': (host, body) => {
    const flags = ['loggedIn', 'authenticated', 'established', 'connected', 'competing'] as const;
    const wanted = record(body);
    const { session } = host.world();
    for (const flag of flags) if (typeof wanted[flag] === 'boolean') session[flag] = wanted[flag];
    return ok();
  },
  'POST /certificate': (host, body) => {
    const wanted = record(body);
    const kind = certificateKinds.find((candidate) => candidate === wanted.kind);
    if (kind === undefined) throw new Error(`"kind" must be one of ${certificateKinds.join(', ')}.`);
    const connections = wanted.connections === undefined ? Infinity : Number(wanted.connections);
    if (!(connections >= 1)) throw new Error('"connections" must be a number, 1 or more.');
    host.showCertificate({ kind, connections });
    return ok();
  },
  'POST /listen': (host, body) => {
    const { address } = record(body);
    if (address !== '127.0.0.1' && address !== '::1')
      throw new Error('"address" must be "127.0.0.1" or "::1".');
    host.listenOn(address);
    return ok();
  },
  'POST /restart': (host) => {
    host.restart();
    return ok();
  },
  'POST /penalty/release': (host) => {
    host.pacing?.release();
    return ok();
  },
  'GET /market/price': (host, _body, query) => {
    const instrument = findInstrument(host, {
      conid: Number(query.get('conid')),
      symbol: query.get('symbol') ?? undefined,
    });
    return ok({ conid: instrument.conid, ...host.world().market.quote(instrument) });
  },
  'POST /market/price': (host, body) => {
    const wanted = record(body);
    const instrument = findInstrument(host, wanted);
    const price = Number(wanted.price);
    if (!(price > 0)) throw new Error('"price" must be a number above 0.');
    const { market, broker } = host.world();
    market.setPrice(instrument, price, wanted.hold !== false);
    broker.match();
    return ok({ conid: instrument.conid, ...market.quote(instrument) });
  },
  'POST /market/freeze': (host, body) => {
    host.world().market.freeze(record(body).frozen !== false);
    return ok();
  },
  'POST /market/release': (host, body) => {
    host.world().market.release(findInstrument(host, record(body)));
    return ok();
  },
  'POST /market/halt': (host, body) => {
    const wanted = record(body);
    host.world().market.halt(findInstrument(host, wanted), wanted.halted !== false);
    return ok();
  },
  'POST /market/split': (host, body) => {
    const wanted = record(body);
    const ratio = Number(wanted.ratio);
    if (!(ratio > 0)) throw new Error('"ratio" must be a number above 0: 4 makes four shares of one.');
    host.world().corporate.split(findInstrument(host, wanted), ratio);
    return ok();
  },
  'POST /market/dividend': (host, body) => {
    const wanted = record(body);
    const perUnit = numberOf(wanted.perShare);
    if (perUnit === null || perUnit.lte(0)) throw new Error('"perShare" must be a number above 0.');
    const [payInMs, withheldPercent] = [Number(wanted.payInMs ?? 0), Number(wanted.withheldPercent ?? 15)];
    if (!(payInMs >= 0) || !(withheldPercent >= 0))
      throw new Error('"payInMs" and "withheldPercent" must be numbers, 0 or more.');
    host.world().corporate.dividend(findInstrument(host, wanted), { perUnit, payInMs, withheldPercent });
    return ok();
  },
  'POST /orders/external': (host, body) => {
    const world = host.world();
    const wanted = record(body);
    const account = textOf(wanted.acctId) || (world.accounts[0]?.id ?? '');
    const read = readOrderRequest(world.market, account, wanted);
    if (!read.ok) throw new Error(read.error);
    return ok({ orderIds: world.broker.submit([read.ticket]).map((order) => order.id) });
  },
  'POST /orders/cancel': (host, body) => {
    host.world().broker.cancel(Number(record(body).orderId));
    return ok();
  },
  'POST /orders/fill': (host, body) => {
    const wanted = record(body);
    const filled = host
      .world()
      .broker.forceFill(Number(wanted.orderId), numberOf(wanted.quantity), numberOf(wanted.price));
    if (!filled) throw new Error('No working order has that "orderId".');
    return ok();
  },
  'POST /orders/expect': (host, body) => {
    const wanted = record(body);
    const questions: unknown[] = Array.isArray(wanted.questions) ? wanted.questions : [];
    host.world().desk.expect({
      ...(wanted.refusal === undefined ? {} : { refusal: textOf(wanted.refusal) }),
      ...(wanted.fate === 'drop' || wanted.fate === 'inactive' ? { fate: wanted.fate } : {}),
      ...(wanted.reason === undefined ? {} : { reason: textOf(wanted.reason) }),
      ...(typeof wanted.failLeg === 'number' ? { failLeg: wanted.failLeg } : {}),
      ...(wanted.duplicateOnModify === true ? { duplicateOnModify: true } : {}),
      ...(isRecord(wanted.prompt) ? { prompt: readPrompt(wanted.prompt) } : {}),
      questions: questions.map((entry) =>
        isRecord(entry)
          ? { messageId: textOf(entry.messageId), text: textOf(entry.text) }
          : {
              messageId: textOf(entry),
              text: `Practice question ${textOf(entry)}.\nAre you sure you want to submit this order?`,
            },
      ),
    });
    return ok();
  },
  'POST /orders/quirks': (host, body) => {
    const wanted = record(body);
    const { desk, broker } = host.world();
    if (typeof wanted.voidedGoLive === 'boolean') desk.quirks.voidedGoLive = wanted.voidedGoLive;
    if (typeof wanted.holdCancels === 'boolean') broker.holdCancels(wanted.holdCancels);
    return ok();
  },
  'POST /broadcast': (host, body) => {
    host.broadcast(record(body));
    return ok();
  },
};

function record(body: unknown): Record<string, unknown> {
  if (!isRecord(body)) throw new Error('Send a JSON object.');
  return body;
}

const readPrompt = (prompt: Record<string, unknown>) => ({
  text:
    textOf(prompt.text) ||
    'If your order is not immediately executable, our systems may, depending on market conditions, reject your order.\nTransmit the order?',
  options: Array.isArray(prompt.options)
    ? (prompt.options as unknown[]).map(textOf)
    : ['Transmit', "Don't Transmit"],
  messageId: textOf(prompt.messageId) || 'p12',
});

function applyScene(host: Host, scene: unknown): void {
  const name = sceneNames.find((candidate) => candidate === scene);
  if (name === undefined) throw new Error(`"scene" must be one of ${sceneNames.join(', ')}.`);
  setScene(host.world(), name);
}

function findInstrument(
  host: Host,
  { conid, symbol }: { readonly conid?: unknown; readonly symbol?: unknown },
): Instrument {
  const { catalogue } = host.world().market;
  const found = catalogue.byConid(Number(conid)) ?? catalogue.bySymbol(textOf(symbol))[0];
  if (found === undefined) throw new Error('No instrument has that "conid" or "symbol".');
  return found;
}
