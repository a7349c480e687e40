import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { CallSettings } from './caller';
import type { EncodedRequest } from './encode';
import { isRead, isUrgent, type Answer, type Endpoint } from './endpoint';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import { interpret, transportError } from './interpret';
import type { Pacing } from './pacing';
import type { Quotas } from './quotas';
import type { Transmit } from './transmission';

type Outcome = Result<Answer<unknown>, GatewayError>;

/** A request and its interpreted answer. */
export interface Exchange {
  /** Once. */
  readonly attempt: (declared: Endpoint, encoded: EncodedRequest, settings: CallSettings) => Promise<Outcome>;
  /** Reads are repeated on broken connections, and the same read asked twice at once is asked once. */
  readonly exchange: (
    declared: Endpoint,
    encoded: EncodedRequest,
    settings: CallSettings,
  ) => Promise<Outcome>;
}

const maxRepeats = 3;
/** No repetition begins later: a silent gateway costs half a minute, not four deadlines. */
const repeatWithinMs = 25_000;
const firstDelayMs = 250;

export function createExchange(deps: {
  readonly clock: Clock;
  readonly log: Log;
  readonly pacing: Pacing;
  readonly quotas: Quotas;
  readonly transmit: Transmit;
  readonly timeoutMs: number;
  readonly onTrouble: (error: GatewayError) => void;
}): Exchange {
  const { clock, log, pacing, quotas, transmit } = deps;
  const inFlight = new Map<string, Promise<Outcome>>();

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

  return { attempt, exchange };
}

const connectionTrouble = new Set<GatewayErrorCode>(['timeout', 'connection-lost', 'not-running']);
const isConnectionTrouble = (code: GatewayErrorCode): boolean => connectionTrouble.has(code);
