import type { Log } from '../support/log';
import type { EncodedRequest } from './encode';
import { isUrgent, type Endpoint, type Priority } from './endpoint';
import type { Http, HttpFailure, HttpOutcome } from './http';
import type { NotStarted, Pacing } from './pacing';
import type { Quotas } from './quotas';

/** One request on the wire when the pacing lets it go; a 429 pauses the whole host, or its own quota. */
export type Transmit = (
  declared: Endpoint,
  encoded: EncodedRequest,
  requestId: string,
  priority: Priority,
  deadlineMs: number,
  mayLeave?: () => boolean,
) => Promise<HttpOutcome>;

/** The shorter of IBKR's two texts on the penalty box — GATEWAY_FACTS §4. */
const penaltyMs = 600_000;
const longestPenaltyMs = 900_000;

export function createTransmission({
  pacing,
  http,
  quotas,
  log,
}: {
  readonly pacing: Pacing;
  readonly http: Http;
  readonly quotas: Quotas;
  readonly log: Log;
}): Transmit {
  return async (declared, encoded, requestId, priority, deadlineMs, mayLeave) => {
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
        ...(mayLeave === undefined ? {} : { mayLeave }),
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
}

const notStarted = (why: NotStarted): HttpFailure => ({
  kind: 'failure',
  code: why.reason === 'stopped' ? 'stopped' : 'pacing',
  detail: why.reason,
  bytesWritten: 0,
});
