import type { z } from 'zod';
import type { AppError } from '../app-error';
import type { Result } from '../result';

/** One question, one answer. */
export interface CallDefinition<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly input: In;
  readonly output: Out;
}

/** Subscribe once, receive until unsubscribed. Named `*.watch`. */
export interface StreamDefinition<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly kind: 'stream';
  readonly input: In;
  readonly output: Out;
  /** Two events a slow window has not taken, as one; without it each is kept, in order. */
  merge?(this: void, held: z.output<Out>, next: z.output<Out>): z.output<Out>;
}

export type Contract = Readonly<Record<string, CallDefinition | StreamDefinition>>;

export const call = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): CallDefinition<In, Out> => ({
  kind: 'call',
  input,
  output,
});

export const stream = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
  merge?: (held: z.output<Out>, next: z.output<Out>) => z.output<Out>,
): StreamDefinition<In, Out> => ({
  kind: 'stream',
  input,
  output,
  ...(merge === undefined ? {} : { merge }),
});

/** For streams whose every event is the whole state: only the newest counts. */
export const latest = <T>(_held: T, next: T): T => next;

type NamesOf<C extends Contract, Kind> = { [K in keyof C]: C[K]['kind'] extends Kind ? K : never }[keyof C];
export type CallName<C extends Contract> = NamesOf<C, 'call'> & string;
export type StreamName<C extends Contract> = NamesOf<C, 'stream'> & string;
export type InputOf<C extends Contract, K extends keyof C> = z.infer<C[K]['input']>;
export type OutputOf<C extends Contract, K extends keyof C> = z.infer<C[K]['output']>;

/** What main implements for a call: expected failures are values, exceptions are bugs. */
export type CallHandler<C extends Contract, K extends CallName<C>> = (
  input: InputOf<C, K>,
) => Promise<Result<OutputOf<C, K>, AppError>>;

/** What main implements for a stream: start emitting, return the function that stops. */
export type StreamHandler<C extends Contract, K extends StreamName<C>> = (
  input: InputOf<C, K>,
  emit: (event: OutputOf<C, K>) => void,
) => () => void;

export type Handlers<C extends Contract> = { readonly [K in CallName<C>]: CallHandler<C, K> } & {
  readonly [K in StreamName<C>]: StreamHandler<C, K>;
};
