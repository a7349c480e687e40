import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { err, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Caller, CallSettings, WriteRequest } from './caller';
import { encodeRequest, parseInput, type Input } from './encode';
import { endpoint, isRead, type Answer, type ArgumentsOf, type Endpoint, type Parameters } from './endpoint';
import { createExchange } from './exchange';
import type { GatewayError } from './gateway-error';
import type { Http, HttpOutcome } from './http';
import { asksForAccounts, transportError } from './interpret';
import type { Pacing } from './pacing';
import { createPreflight, type PreflightKind } from './preflight';
import { createPrepare } from './prepare';
import { createQuotas } from './quotas';
import { createSettledRead } from './settled-read';
import { createTransmission } from './transmission';

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
const longestPreflightMs = 5_000;

/** Runs declared endpoints: checks, preflight, pacing, one or more transmissions, interpretation, warm-up. */
export function createCaller(deps: CallerDeps): Caller {
  const { clock, log, pacing, url } = deps;
  const preflight = createPreflight();
  const quotas = createQuotas(clock);
  const transmit = createTransmission({ ...deps, quotas });
  const { attempt, exchange } = createExchange({ ...deps, quotas, transmit });
  let account: string | null = deps.defaultAccountId ?? null;
  let lastRound: Promise<unknown> = Promise.resolve();
  const prepare = createPrepare({
    ...{ preflight, preflights: deps.preflights, exchange },
    encode: (declared, input) => encodeRequest(declared, input, account, url),
  });

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

  const settled = createSettledRead({ clock, preflight, single });

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
    mayLeave,
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
    const sending = transmit(declared, encoded.value, requestId, 'order', orderDeadlineMs, mayLeave);
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
