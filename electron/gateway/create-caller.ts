import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Caller, CallSettings, WriteRequest } from './caller';
import { encodeRequest, parseInput, type EncodedRequest, type Input } from './encode';
import {
  endpoint,
  isRead,
  type Answer,
  type ArgumentsOf,
  type Endpoint,
  type Parameters,
  type Priority,
} from './endpoint';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import type { Http, HttpFailure, HttpOutcome } from './http';
import { asksForAccounts, interpret, transportError } from './interpret';
import type { NotStarted, Pacing } from './pacing';
import { createPreflight, type PreflightKind } from './preflight';
import { createQuotas } from './quotas';

export interface CallerDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly http: Http;
  readonly pacing: Pacing;
  readonly url: (path: string) => string;
  readonly timeoutMs: number;
  readonly defaultAccountId: string | undefined;
  readonly preflights: Readonly<Record<PreflightKind, Endpoint>>;
  /** Told of every failure that says something about the session. */
  readonly onTrouble: (error: GatewayError) => void;
}

type Outcome = Result<Answer<unknown>, GatewayError>;

/** Longer than the 10 s after which the gateway gives up on IBKR — ORDER_SAFETY §2, one absolute deadline. */
const orderDeadlineMs = 15_000;
const maxRepeats = 3;
/** No repetition begins later: a silent gateway costs half a minute, not four deadlines. */
const repeatWithinMs = 25_000;
const longestPreflightMs = 5_000;
const firstDelayMs = 250;
/** The shorter of IBKR's two texts on the penalty box — GATEWAY_FACTS §4. */
const penaltyMs = 600_000;
const longestPenaltyMs = 900_000;

/** Runs declared endpoints: checks, preflight, pacing, one or more transmissions, interpretation, warm-up. */
export function createCaller(deps: CallerDeps): Caller {
  const { clock, log, http, pacing, url } = deps;
  const preflight = createPreflight();
  const quotas = createQuotas(clock);
  const inFlight = new Map<string, Promise<Outcome>>();
  let account: string | null = deps.defaultAccountId ?? null;
  let lastRound: Promise<unknown> = Promise.resolve();

  /** One transmission. */
  const transmit = async (
    declared: Endpoint,
    encoded: EncodedRequest,
    requestId: string,
    priority: Priority,
    deadlineMs: number,
  ): Promise<HttpOutcome> => {
    const job = {
      key: `${declared.verb} ${declared.path}`,
      priority,
      limits: declared.pacing ?? {},
      holdable: declared.path.startsWith('/iserver') && !isUrgent(priority),
    };
    const { url: target, body } = encoded;
    const sent = await pacing.run(job, () =>
      http.send({
        requestId,
        method: declared.verb,
        url: target,
        deadlineMs,
        ...(body === undefined ? {} : { body }),
      }),
    );
    if (!sent.ok) return notStarted(sent.error);
    const outcome = sent.value;
    if (outcome.kind === 'reply' && outcome.status === 429 && declared.pacing?.quotaMs !== undefined) {
      // Its own quota, perhaps used up before we were started: no reason to leave the whole host alone.
      quotas.exhausted(declared);
    } else if (outcome.kind === 'reply' && outcome.status === 429) {
      const asked = Number(outcome.retryAfter ?? Number.NaN) * 1_000;
      const untilMs = pacing.openBreaker(
        Number.isFinite(asked) ? Math.min(asked, longestPenaltyMs) : penaltyMs,
      );
      log.warn('gateway.paused', { path: declared.path, untilMs });
    }
    return outcome;
  };

  const attempt = async (
    declared: Endpoint,
    encoded: EncodedRequest,
    settings: CallSettings,
  ): Promise<Outcome> => {
    const requestId = randomUUID();
    const priority = settings.priority ?? declared.priority ?? 'visible';
    const deadlineMs = settings.timeoutMs ?? declared.timeoutMs ?? deps.timeoutMs;
    const sent = await transmit(declared, encoded, requestId, priority, deadlineMs);
    const result =
      sent.kind === 'failure'
        ? err(transportError(declared, sent, requestId))
        : interpret(declared, sent, requestId);
    if (result.ok) return ok({ data: result.value, request: encoded.echo });
    const { error } = result;
    log.debug('gateway.call-failed', {
      code: error.code,
      path: declared.path,
      status: error.status,
      requestId,
    });
    const retryAtMs = quotas.blockedUntilMs(declared) ?? pacing.pausedUntilMs();
    return err(error.code === 'pacing' ? { ...error, retryAtMs } : error);
  };

  /** Reads are repeated on time-outs and connection errors, at most three times, with back-off. */
  const repeatable = async (
    declared: Endpoint,
    encoded: EncodedRequest,
    settings: CallSettings,
  ): Promise<Outcome> => {
    const lastStartMs = clock.monotonicMs() + repeatWithinMs;
    let outcome = await attempt(declared, encoded, settings);
    for (
      let repeat = 0;
      repeat < maxRepeats && !outcome.ok && isConnectionTrouble(outcome.error.code);
      repeat += 1
    ) {
      if (!isRead(declared) || settings.single === true || clock.monotonicMs() > lastStartMs) break;
      await clock.sleep(firstDelayMs * 2 ** repeat * (0.75 + Math.random() / 2));
      outcome = await attempt(declared, encoded, settings);
    }
    if (!outcome.ok) deps.onTrouble(outcome.error);
    return outcome;
  };

  const exchange = (
    declared: Endpoint,
    encoded: EncodedRequest,
    settings: CallSettings,
  ): Promise<Outcome> => {
    if (!isRead(declared)) return repeatable(declared, encoded, settings);
    // What waits while an order round is open must not be waited for by the round's own preflight.
    const key = `${isUrgent(settings.priority ?? declared.priority) ? 'urgent' : ''} ${encoded.url}`;
    const same = inFlight.get(key);
    if (same !== undefined) return same;
    const started = repeatable(declared, encoded, settings).finally(() => inFlight.delete(key));
    inFlight.set(key, started);
    return started;
  };

  /** Asks what must be asked first. Only what would fail the call itself as well is handed back. */
  const prepare = async (
    kind: PreflightKind | undefined,
    timeoutMs: number,
  ): Promise<GatewayError | null> => {
    if (kind === undefined) return null;
    let failure: GatewayError | null = null;
    await preflight.once(kind, async () => {
      const encoded = encodeRequest(deps.preflights[kind], {}, account, url);
      if (!encoded.ok) return false;
      const outcome = await exchange(deps.preflights[kind], encoded.value, {
        priority: 'session',
        single: true,
        timeoutMs,
      });
      if (outcome.ok) return true;
      if (blocking.has(outcome.error.code)) failure = outcome.error;
      return outcome.error.status !== undefined && !transient.has(outcome.error.code);
    });
    return failure;
  };

  const single = async (declared: Endpoint, input: Input, settings: CallSettings): Promise<Outcome> => {
    const encoded = encodeRequest(declared, input, account, url);
    if (!encoded.ok) return encoded;
    if (settings.bare !== true) {
      const failure = await prepare(declared.preflight, Math.min(deps.timeoutMs, longestPreflightMs));
      if (failure !== null) return err({ ...failure, path: declared.path });
    }
    const kept = quotas.check(declared, encoded.value);
    if (kept !== null) return kept;
    let outcome = await exchange(declared, encoded.value, settings);
    if (!outcome.ok && isRead(declared) && asksForAccounts(outcome.error.bodyText)) {
      preflight.forget('accounts');
      await prepare('accounts', deps.timeoutMs);
      outcome = await exchange(declared, encoded.value, settings);
    }
    if (!outcome.ok && outcome.error.status === 404)
      outcome = await afterMissing(declared, input, settings, outcome);
    if (outcome.ok) {
      quotas.remember(declared, encoded.value, outcome.value);
      if (declared.beginsSession === true) preflight.reset();
      if (declared.selectsAccount === true && typeof input['accountId'] === 'string')
        account = input['accountId'];
      if (declared.satisfies !== undefined) preflight.done(declared.satisfies);
    }
    return outcome;
  };

  /** Started and asked again, then asked at its other address, where the declaration knows one. */
  const afterMissing = async (
    declared: Endpoint,
    input: Input,
    settings: CallSettings,
    first: Outcome,
  ): Promise<Outcome> => {
    const encoded = encodeRequest(declared, input, account, url);
    let outcome = first;
    if (!encoded.ok) return outcome;
    if (declared.startsService !== undefined && !preflight.isDone(declared.startsService)) {
      preflight.done(declared.startsService);
      await attempt(
        starter,
        { url: url(declared.startsService), body: '{}', echo: encoded.value.echo },
        settings,
      );
      outcome = await exchange(declared, encoded.value, settings);
    }
    if (outcome.ok || outcome.error.status !== 404 || declared.fallbackPath === undefined) return outcome;
    return exchange(declared, { ...encoded.value, url: url(declared.fallbackPath) }, settings);
  };

  /** Empty is not zero: reads again until IBKR's answer can be believed, or says that it cannot. */
  const settled = async (declared: Endpoint, input: Input, settings: CallSettings): Promise<Outcome> => {
    const first = await single(declared, input, settings);
    const { warmUp } = declared;
    if (warmUp === undefined || settings.bare === true || !first.ok) return first;
    const once = `warm ${declared.verb} ${declared.path}`;
    const believedEmpty = `empty ${first.value.request.url}`;
    let data = first.value.data;
    let known =
      warmUp.isKnown(data, input) ||
      preflight.isDone(once) ||
      (isEmptyList(data) && preflight.isDone(believedEmpty));
    for (let read = 1; read < warmUp.attempts && !known; read += 1) {
      await clock.sleep(warmUp.delayMs);
      const again = warmUp.again?.(input) ?? input;
      const next = await single(declared, again, settings);
      if (!next.ok) break;
      const agreed = warmUp.emptyTwice === true && isEmptyList(data) && isEmptyList(next.value.data);
      if (agreed) preflight.done(believedEmpty);
      data = next.value.data;
      known = agreed || warmUp.isKnown(data, again) || warmUp.oncePerSession === true;
    }
    if (known && warmUp.oncePerSession === true) preflight.done(once);
    return ok({ data, request: first.value.request, ...(known ? {} : { notKnownYet: true }) });
  };

  const call = async (declared: Endpoint, input: Input, settings: CallSettings): Promise<Outcome> => {
    const parsed = parseInput(declared, input);
    if (!parsed.ok) return parsed;
    if (declared.run !== undefined) return declared.run(caller, parsed.value);
    return settled(declared, parsed.value, settings);
  };

  const write = async ({
    endpoint: declared,
    input,
    requestId = randomUUID(),
  }: WriteRequest): Promise<HttpOutcome> => {
    const encoded = encodeRequest(declared, input, account, url);
    if (!encoded.ok)
      return { kind: 'failure', code: 'invalid-input', detail: encoded.error.message, bytesWritten: 0 };
    // Reads do not slip in while the order waits for its preflight.
    const release = pacing.hold();
    const failure = await prepare(declared.preflight, 3_000).catch((bug: unknown) => {
      release();
      throw bug;
    });
    if (failure !== null) {
      release();
      return { kind: 'failure', code: failure.code, detail: failure.message, bytesWritten: 0 };
    }
    const sending = transmit(declared, encoded.value, requestId, 'order', orderDeadlineMs);
    release();
    const outcome = await sending;
    if (outcome.kind === 'failure') deps.onTrouble(transportError(declared, outcome, requestId));
    return outcome;
  };

  const caller: Caller = {
    clock,
    log,
    // The declaration's wire schema has just checked the data, so its type is the declared one.
    call: <P extends Parameters, W extends z.ZodType>(
      declared: Endpoint<P, W>,
      input: ArgumentsOf<P>,
      settings: CallSettings = {},
    ) => call(declared, input, settings) as Promise<Result<Answer<z.output<W>>, GatewayError>>,
    write,
    preflight,
    holdReads: pacing.hold,
    inRound: (round) => {
      const next = lastRound.then(round, round);
      lastRound = next.catch(() => undefined);
      return next;
    },
    account: { current: () => account },
    url,
  };
  return caller;
}

const starter = endpoint({
  area: 'marketData',
  verb: 'POST',
  path: '/hmds/auth/init',
  parameters: {},
  wire: z.unknown(),
  docs: { purpose: 'Starts a service.', returns: 'its state', source: 'HTML documentation' },
});

const notStarted = (why: NotStarted): HttpFailure => ({
  kind: 'failure',
  code: why.reason === 'stopped' ? 'stopped' : 'pacing',
  detail: why.reason,
  bytesWritten: 0,
});

const isEmptyList = (data: unknown): boolean => Array.isArray(data) && data.length === 0;
const isUrgent = (priority: Priority | undefined): boolean => priority === 'order' || priority === 'session';
const connectionTrouble = new Set<GatewayErrorCode>(['timeout', 'connection-lost', 'not-running']);
const isConnectionTrouble = (code: GatewayErrorCode): boolean => connectionTrouble.has(code);
/** With these the call itself cannot succeed either, so it is not tried. */
const blocking = new Set<GatewayErrorCode>([
  'not-running',
  'not-tls',
  'tls-failed',
  'certificate-untrusted',
  'certificate-changed',
  'certificate-expired',
  'certificate-host-mismatch',
  'ca-file-unreadable',
  'not-logged-in',
  'pacing',
  'stopped',
]);
const transient = new Set<GatewayErrorCode>([
  'unavailable',
  'no-brokerage-session',
  'not-logged-in',
  'pacing',
]);
