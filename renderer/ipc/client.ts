import type { AppError } from '../../shared/app-error';
import type { PorticoContract } from '../../shared/ipc/contract';
import type { CallName, InputOf, OutputOf, StreamName } from '../../shared/ipc/define';
import { err, type Result } from '../../shared/result';
import { bridge } from './bridge';

type Calls = CallName<PorticoContract>;
type Streams = StreamName<PorticoContract>;
type Input<K extends keyof PorticoContract> = InputOf<PorticoContract, K>;
type Output<K extends keyof PorticoContract> = OutputOf<PorticoContract, K>;

/** An expected failure on its way through TanStack Query, which knows only exceptions. */
export class CallFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** Asks main. A broken bridge is an answer too: nothing here throws. */
export async function tryCall<K extends Calls>(
  name: K,
  input: Input<K>,
): Promise<Result<Output<K>, AppError>> {
  try {
    // Main parsed the answer against the same contract before it sent it.
    return JSON.parse(await bridge().call(name, input)) as Result<Output<K>, AppError>;
  } catch (cause) {
    return err(broken(cause));
  }
}

/** For queries: the value, or a `CallFailure`. */
export async function call<K extends Calls>(name: K, input: Input<K>): Promise<Output<K>> {
  const result = await tryCall(name, input);
  if (!result.ok) throw new CallFailure(result.error);
  return result.value;
}

/** Subscribes; returns the function that ends the stream. */
export const watch = <K extends Streams>(
  name: K,
  input: Input<K>,
  onEvent: (event: Output<K>) => void,
): (() => void) => bridge().watch(name, input, (json) => onEvent(JSON.parse(json) as Output<K>));

/** The expected failure behind a query's error; a bug becomes `internal`. */
export const failureOf = (cause: Error | null): AppError | null =>
  cause === null ? null : cause instanceof CallFailure ? cause.error : broken(cause);

const broken = (cause: unknown): AppError => ({
  code: 'internal',
  message: 'Portico’s window lost touch with its own core.',
  meaning: 'What is on the screen may be out of date. Whether the last request was carried out is not known.',
  action: 'Look at the orders panel, then restart Portico.',
  detail: cause instanceof Error ? cause.message.slice(0, 400) : 'no detail',
});
