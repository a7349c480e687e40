import { err, ok, type Result } from '../../shared/result';
import type { EpochMs } from '../../shared/domain/time';
import type { Clock } from '../support/clock';
import type { EncodedRequest } from './encode';
import type { Answer, Endpoint } from './endpoint';
import { gatewayError, type GatewayError } from './gateway-error';

type Outcome = Result<Answer<unknown>, GatewayError>;

export interface Quotas {
  /** The kept answer, or the refusal to ask too early; `null` when the request may be sent. */
  readonly check: (declared: Endpoint, request: EncodedRequest) => Outcome | null;
  /** A 429 on a quota of minutes: seen on the wire without any block of the host — QUIRKS §8, read 2026-11. */
  readonly exhausted: (declared: Endpoint) => void;
  readonly blockedUntilMs: (declared: Endpoint) => EpochMs | null;
  readonly remember: (declared: Endpoint, request: EncodedRequest, answer: Answer<unknown>) => void;
}

/**
 * Quotas of minutes are not waited for in a queue: the same question gets the kept answer, another one is told
 * when it may be asked. `pa/*` and scanner parameters: once in 15 minutes — GATEWAY_FACTS §4.
 */
export function createQuotas(clock: Clock): Quotas {
  const asked = new Map<
    string,
    { readonly untilMs: EpochMs; readonly what: string; readonly answer: Answer<unknown> | null }
  >();
  const keyOf = (declared: Endpoint): string => `${declared.verb} ${declared.path}`;
  const whatOf = (request: EncodedRequest): string => `${request.url} ${request.body ?? ''}`;

  return {
    check: (declared, request) => {
      const last = asked.get(keyOf(declared));
      const nowMs = clock.now();
      if (declared.pacing?.quotaMs === undefined || last === undefined || nowMs >= last.untilMs) return null;
      if (last.answer !== null && last.what === whatOf(request)) return ok(last.answer);
      return err(
        gatewayError('pacing', {
          message: `IBKR answers this only once in ${Math.ceil(declared.pacing.quotaMs / 60_000)} min; next possible in ${Math.ceil((last.untilMs - nowMs) / 60_000)} min.`,
          method: declared.verb,
          path: declared.path,
          retryAtMs: last.untilMs,
        }),
      );
    },
    exhausted: (declared) => {
      const untilMs = clock.now() + (declared.pacing?.quotaMs ?? 0);
      asked.set(keyOf(declared), { untilMs, what: '', answer: null });
    },
    blockedUntilMs: (declared) => asked.get(keyOf(declared))?.untilMs ?? null,
    remember: (declared, request, answer) => {
      const { quotaMs } = declared.pacing ?? {};
      if (quotaMs !== undefined)
        asked.set(keyOf(declared), { untilMs: clock.now() + quotaMs, what: whatOf(request), answer });
    },
  };
}
