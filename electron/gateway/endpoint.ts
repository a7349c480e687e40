import type { z } from 'zod';
import type { Result } from '../../shared/result';
import type { Caller } from './caller';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import type { PreflightKind } from './preflight';

export type Area =
  | 'accounts'
  | 'alerts'
  | 'contracts'
  | 'marketData'
  | 'orders'
  | 'portfolio'
  | 'scanners'
  | 'session'
  | 'watchlists';

/** Where an argument goes on the wire. `whole-body`: the argument itself is the JSON body. `none`: stays here. */
export type Place = 'path' | 'query' | 'body' | 'whole-body' | 'none';

export interface Parameter<S extends z.ZodType = z.ZodType> {
  readonly place: Place;
  readonly schema: S;
  /** Meaning, unit and default, for the docs and the console. */
  readonly doc: string;
  /** Name on the wire when it differs from the argument's; for `none`, where a composite puts it. */
  readonly wireName?: string;
  /** How a list is joined in a path or query; a comma unless said otherwise. */
  readonly separator?: ',' | ';';
  /** The client's account is used when the argument is absent. */
  readonly defaultsToAccount?: true;
}
export type Parameters = Readonly<Record<string, Parameter>>;
type Shape<P extends Parameters> = { [K in keyof P]: P[K]['schema'] };
export type ArgumentsOf<P extends Parameters> = z.input<z.ZodObject<Shape<P>>>;
type ParsedArgumentsOf<P extends Parameters> = z.output<z.ZodObject<Shape<P>>>;

export interface EndpointPacing {
  /** At least this long between two requests to this endpoint. */
  readonly intervalMs?: number;
  readonly concurrency?: number;
  /** Tight quotas: an answer is kept this long for the same arguments; other arguments are refused till then. */
  readonly quotaMs?: number;
}

/** First reads of a session that are empty or sparse although there is something: read again until known. */
interface WarmUp<T> {
  isKnown(data: T, input: Readonly<Record<string, unknown>>): boolean;
  /** The arguments of the repetition, where they differ (a forced order list is repeated unforced). */
  again?(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly delayMs: number;
  /** True where one repetition settles it for the session (trades: `[]` on the first read). */
  readonly oncePerSession?: boolean;
  /** True where an empty list is believed when two reads of the session agree on it — GATEWAY_FACTS §5. */
  readonly emptyTwice?: boolean;
}

interface EndpointDocs {
  readonly purpose: string;
  readonly returns: string;
  readonly errors?: string;
  readonly pacing?: string;
  readonly source: string;
  /** Arguments for which `gateway help` prints a ready command. */
  readonly example?: Readonly<Record<string, unknown>>;
}

export interface Endpoint<P extends Parameters = Parameters, W extends z.ZodType = z.ZodType> {
  readonly area: Area;
  readonly verb: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly parameters: P;
  readonly wire: W;
  readonly docs: EndpointDocs;
  /** Useful beyond the reference's 70; not printed by `gateway list`. */
  readonly extra?: true;
  /** What the gateway must have been asked before in this session. */
  readonly preflight?: PreflightKind;
  /** This call is itself that preflight. */
  readonly satisfies?: PreflightKind;
  /** A success begins a new session: preflights and warm-ups start over. */
  readonly beginsSession?: true;
  /** A success makes the argument `accountId` the client's default account. */
  readonly selectsAccount?: true;
  readonly pacing?: EndpointPacing;
  readonly priority?: Priority;
  /** `read`: repeated on time-outs and connection errors. `once`: never repeated. Default by verb. */
  readonly repeat?: 'read' | 'once';
  readonly timeoutMs?: number;
  readonly warmUp?: WarmUp<z.output<W>>;
  /** What a status means here when it lies, such as 503 for an unknown order. */
  readonly statusMeans?: Readonly<Record<number, GatewayErrorCode>>;
  /** What an empty 2xx body stands for, where it is legitimate. */
  readonly emptyMeans?: unknown;
  /** Bodies with an `error` member that are still the answer itself (rules, previews, health). */
  readonly errorMemberIsData?: true;
  /** The answer is text, not JSON. */
  readonly plainText?: true;
  /** A service that answers 404 until it is started: this path is posted to, and the request made again. */
  readonly startsService?: string;
  /** Another path of the same thing, tried when the first is not there. */
  readonly fallbackPath?: string;
  /** A composite: the calls it is made of. Without it the endpoint is one request. */
  run?(caller: Caller, input: ParsedArgumentsOf<P>): Promise<Result<Answer<z.output<W>>, GatewayError>>;
}

export const priorities = ['order', 'session', 'visible', 'background'] as const;
export type Priority = (typeof priorities)[number];

/** What was asked: the URL without its query, and the arguments as they went out, empty ones removed. */
export interface RequestEcho {
  readonly url: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly json?: unknown;
}

export interface Answer<T> {
  readonly data: T;
  /** Of a composite: its first request. */
  readonly request: RequestEcho;
  /** Set when the answer is empty or sparse and IBKR has not said that this is all: not zero, unknown. */
  readonly notKnownYet?: true;
  /** Symbols asked for that IBKR does not know. */
  readonly missing?: ReadonlyArray<string>;
}
export type Answered<T> = Promise<Result<Answer<T>, GatewayError>>;

/** Declares an endpoint; everything else (method, encoding, docs, command line, tests) follows from it. */
export const endpoint = <P extends Parameters, W extends z.ZodType>(
  declaration: Endpoint<P, W>,
): Endpoint<P, W> => declaration;

export interface CallOptions {
  readonly priority?: Priority;
}
type Method<P extends Parameters, W extends z.ZodType> =
  // The empty object is meant: does it satisfy the arguments? Then they may be left out.
  // eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- as said
  Record<never, never> extends ArgumentsOf<P>
    ? (input?: ArgumentsOf<P>, options?: CallOptions) => Answered<z.output<W>>
    : (input: ArgumentsOf<P>, options?: CallOptions) => Answered<z.output<W>>;
/** The methods that a record of declarations gives. */
export type MethodsOf<D> = {
  readonly [K in keyof D]: D[K] extends Endpoint<infer P, infer W> ? Method<P, W> : never;
};

/** What goes before every read and is never held back. */
export const isUrgent = (priority: Priority | undefined): boolean =>
  priority === 'order' || priority === 'session';

export const isRead = (declared: Endpoint): boolean =>
  (declared.repeat ?? 'read') === 'read' && declared.verb === 'GET';
