import type { Reply } from '../http/reply';
import { isRecord, textOf } from '../broker/order-request';

export const points = [
  'accept',
  'tls',
  'before-read',
  'after-read',
  'before-effect',
  'after-effect',
  'before-headers',
  'mid-body',
  'after-body',
  'ws-open',
  'ws-in',
  'ws-out',
] as const;
export type Point = (typeof points)[number];

/** What a rule does. Transport actions end the exchange; the others change what is answered. */
export type Action =
  | { readonly kind: 'rst' | 'fin' | 'hang' | 'empty' | 'drop' | 'duplicate' | 'binary' | 'garbled' }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'delay'; readonly ms: number; readonly upToMs?: number }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'html'; readonly status?: number; readonly text?: string }
  /** `cut`: the full length is announced and the connection dies after `bytes`. */
  | { readonly kind: 'truncate'; readonly bytes: number; readonly cut?: boolean }
  | {
      readonly kind: 'wrong-type';
      readonly to?: 'string' | 'number' | 'null' | 'array' | 'object';
      readonly fields?: readonly string[];
    }
  | { readonly kind: 'replace'; readonly body: unknown }
  /** Sets fields in an object, or in every object of an array. */
  | {
      readonly kind: 'patch';
      readonly set: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      /** Only inside the list or object of this name. */
      readonly within?: string;
    }
  /** The rows of a list, or the members of an object, in another order or fewer; `within` as for patch. */
  | { readonly kind: 'rows'; readonly how: 'reverse' | 'first' | 'twice'; readonly within?: string }
  | { readonly kind: 'headers'; readonly headers: NonNullable<Reply['headers']> }
  /** A small compressed answer that unfolds to this size. */
  | { readonly kind: 'gzip-bomb'; readonly megabytes: number }
  /** Websocket: this frame and all after it wait so long, then come at once. */
  | { readonly kind: 'hold'; readonly ms: number }
  | { readonly kind: 'close'; readonly code?: number }
  | { readonly kind: 'text'; readonly text: string };

export interface Rule {
  readonly id: string;
  readonly match: {
    readonly method?: string;
    /** Path below `/v1/api`; `*` stands for anything, a leading `^` makes it a regular expression. */
    readonly path?: string;
    /** Of websocket frames: the topic going out, the text coming in; same pattern language. */
    readonly topic?: string;
    /** Only the nth that matches, from 1. */
    readonly nth?: number;
    /** Not before this many simulated milliseconds after the start. */
    readonly after?: number;
    readonly probability?: number;
  };
  readonly point: Point;
  readonly do: Action;
  /** How often it may strike; unlimited when absent (once with `nth`). */
  readonly times?: number;
}

const kinds = new Set(
  'rst fin hang empty drop duplicate binary raw delay drip status html truncate wrong-type replace patch close text garbled headers gzip-bomb rows hold'.split(
    ' ',
  ),
);

/** Reads one rule; the answer to a mistake is a sentence. */
export function readRule(value: unknown, index: number): Rule | string {
  if (!isRecord(value)) return `Rule ${index} is not an object.`;
  const point = points.find((candidate) => candidate === value.point);
  if (point === undefined) return `Rule ${index} needs a point, one of ${points.join(', ')}.`;
  const action = isRecord(value.do) ? value.do : typeof value.do === 'string' ? { kind: value.do } : null;
  if (action === null || !kinds.has(textOf(action.kind)))
    return `Rule ${index} needs "do" with a kind, one of ${[...kinds].join(', ')}.`;
  // Checked above for the fields that decide; the rest of a rule is the test author's own business.
  return {
    ...value,
    id: textOf(value.id) || `rule-${index}`,
    match: isRecord(value.match) ? value.match : {},
    point,
    do: action,
  } as unknown as Rule;
}

/** `*` anything; a leading `^` a regular expression; otherwise the whole text. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern.startsWith('^')) return new RegExp(pattern).test(text);
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(text);
}
