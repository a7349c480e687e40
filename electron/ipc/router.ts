import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/app-error';
import type { CallName, Contract, Handlers, StreamName } from '../../shared/ipc/define';
import { err, type Result } from '../../shared/result';
import type { Log } from '../support/log';
import { createFlow } from './flow';
import { inertJson } from './inert-json';

/** The one door of main: names are looked up in the contract, inputs parsed, outputs stripped to the contract. */
export interface Router {
  /** Answers with JSON text of a `Result`; never throws. */
  readonly call: (name: unknown, input: unknown) => Promise<string>;
  /** Starts a stream that emits JSON text; `null` when the request is refused. */
  readonly watch: (name: unknown, input: unknown, emit: (json: string) => void) => Watching | null;
}

export interface Watching {
  readonly stop: () => void;
  /** The window has dealt with one event. One that is slow to say so gets fewer, newer events. */
  readonly received: () => void;
}

// A renderer has no reason to send more than a draft or a list of 500 conids.
const maxInputBytes = 64 * 1024;

export function createRouter<C extends Contract>(contract: C, handlers: Handlers<C>, log: Log): Router {
  const definitions = new Map(Object.entries(contract));

  const parse = (name: unknown, input: unknown, kind: 'call' | 'stream') => {
    const definition = typeof name === 'string' ? definitions.get(name) : undefined;
    if (definition?.kind !== kind) return err(refusal('The window asked for something that does not exist.'));
    if (JSON.stringify([input]).length > maxInputBytes) return err(refusal('The request is too large.'));
    const parsed = definition.input.safeParse(input);
    return parsed.success
      ? { ok: true as const, value: { name: name as string, definition, input: parsed.data } }
      : err(
          refusal(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')),
        );
  };

  return {
    async call(name, input) {
      const request = parse(name, input, 'call');
      if (!request.ok) return JSON.stringify(request);
      const { definition } = request.value;
      try {
        // The map and the handler table have the same keys; the contract's generics are lost across the lookup.
        const handler = handlers[request.value.name as CallName<C>] as (
          input: unknown,
        ) => Promise<Result<unknown, AppError>>;
        const result = await handler(request.value.input);
        const answer = result.ok ? { ok: true, value: definition.output.parse(result.value) } : result;
        return inertJson(JSON.stringify(answer));
      } catch (thrown) {
        return JSON.stringify(err(bug(log, request.value.name, thrown)));
      }
    },

    watch(name, input, emit) {
      const request = parse(name, input, 'stream');
      if (!request.ok) return null;
      const { definition } = request.value;
      const handler = handlers[request.value.name as StreamName<C>] as (
        input: unknown,
        emit: (event: unknown) => void,
      ) => () => void;
      const flow = createFlow(
        (event) => emit(inertJson(JSON.stringify(event))),
        definition.kind === 'stream' ? definition.merge : undefined,
      );
      try {
        const stop = handler(request.value.input, (event) => {
          const parsed = definition.output.safeParse(event);
          if (parsed.success) flow.push(parsed.data);
          else bug(log, request.value.name, parsed.error);
        });
        return { stop, received: flow.received };
      } catch (thrown) {
        bug(log, request.value.name, thrown);
        return null;
      }
    },
  };
}

const refusal = (detail: string): AppError => ({
  code: 'invalid-input',
  message: 'The request was not understood.',
  meaning: 'Nothing was sent to IBKR.',
  action: 'Correct the input and try again.',
  detail: detail.slice(0, 2000),
});

/** An exception is a defect of ours: its text goes to the log, its id to the user. */
function bug(log: Log, name: string, thrown: unknown): AppError {
  const incidentId = randomUUID();
  log.error('ipc.bug', {
    name,
    incidentId,
    text: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  });
  return {
    code: 'internal',
    message: 'Something in Portico went wrong.',
    meaning: 'If you were placing an order, look at the Orders panel before doing anything else.',
    action: `Try again; if it stays, report incident ${incidentId.slice(0, 8)}.`,
    incidentId,
  };
}
