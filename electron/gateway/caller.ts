import type { z } from 'zod';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Answered, ArgumentsOf, Endpoint, Parameters, Priority } from './endpoint';
import type { HttpOutcome } from './http';
import type { Preflight } from './preflight';

export interface CallSettings {
  readonly priority?: Priority;
  /** Skips preflight and warm-up: for the calls those are made of, and for the session machine. */
  readonly bare?: true;
  readonly timeoutMs?: number;
  /** No repetition, whatever the declaration says. */
  readonly single?: true;
}

/** One order-changing request as it leaves: on a fresh connection, once. */
export interface WriteRequest {
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>>;
  /** The journal's id of this request: a second send under the same id throws. */
  readonly requestId?: string;
  /** Asked when the connection stands, right before the first byte; false: nothing is sent. */
  readonly mayLeave?: () => boolean;
}

/** What composites and order primitives are built from. */
export interface Caller {
  readonly clock: Clock;
  readonly log: Log;
  readonly call: <P extends Parameters, W extends z.ZodType>(
    declared: Endpoint<P, W>,
    input: ArgumentsOf<P>,
    settings?: CallSettings,
  ) => Answered<z.output<W>>;
  /** Sends an order-changing request exactly once and hands back what came, unjudged. */
  readonly write: (request: WriteRequest) => Promise<HttpOutcome>;
  readonly preflight: Preflight;
  /** While held, reads of /iserver wait: IBKR invalidates an open question when anything else is asked. */
  readonly holdReads: () => () => void;
  /** Runs order rounds one after the other: a question and its answers are one round. */
  readonly inRound: <T>(round: () => Promise<T>) => Promise<T>;
  readonly account: { readonly current: () => string | null };
  readonly url: (path: string) => string;
}
