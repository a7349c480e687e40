import { gzipSync } from 'node:zlib';
import type { Reply } from '../http/reply';
import { isRecord } from '../broker/order-request';
import type { Action } from './rule';

/** A body that looks like success, for faults that change an answer where nothing was done. */
export const pretended: Reply = {
  status: 200,
  body: [{ order_id: '987654321', order_status: 'PreSubmitted', encrypt_message: '1' }],
};

/** What the reply becomes; transport actions leave it alone. */
export function transformReply(action: Action, reply: Reply): Reply {
  switch (action.kind) {
    case 'status':
      return {
        status: action.status,
        ...(action.text === undefined && action.body !== undefined
          ? { body: action.body }
          : { text: action.text ?? '' }),
        ...(action.headers === undefined ? {} : { headers: action.headers }),
      };
    case 'empty':
      return { status: 200, text: '', contentType: 'application/json;charset=utf-8' };
    case 'html':
      return {
        status: action.status ?? 200,
        text:
          action.text ??
          '<!doctype html><html><head><title>Login</title></head><body><h1>Please log in</h1></body></html>',
        contentType: 'text/html; charset=utf-8',
      };
    case 'truncate':
      return action.cut === true
        ? reply
        : { ...reply, text: textOfReply(reply).slice(0, action.bytes), contentType: contentTypeOf(reply) };
    case 'wrong-type':
      return { ...reply, body: changeTypes(reply.body, action.to, action.fields) };
    case 'replace':
      return { status: reply.status, body: action.body };
    case 'patch':
      return {
        ...reply,
        body: inside(reply.body, action.within, (value) => patch(value, action.set, action.remove ?? [])),
      };
    case 'rows':
      return { ...reply, body: inside(reply.body, action.within, (value) => rearrange(value, action.how)) };
    case 'headers':
      return { ...reply, headers: action.headers };
    case 'gzip-bomb':
      return {
        status: 200,
        bytes: gzipBomb(action.megabytes),
        contentType: 'application/json',
        headers: { 'content-encoding': 'gzip' },
      };
    case 'text':
      return { status: reply.status, text: action.text };
    default:
      return reply;
  }
}

export const textOfReply = (reply: Reply): string => reply.text ?? JSON.stringify(reply.body);
export const contentTypeOf = (reply: Reply): string =>
  reply.contentType ?? (reply.text === undefined ? 'application/json;charset=utf-8' : 'text/plain');

/** Members of a gzip stream may be joined: a few kilobytes stand for 16 MB each. */
function gzipBomb(megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, 0x20));
  return Buffer.concat(Array.from({ length: Math.max(1, Math.round(megabytes / 16)) }, () => member));
}

function inside(value: unknown, within: string | undefined, change: (value: unknown) => unknown): unknown {
  if (within === undefined) return change(value);
  return isRecord(value) ? { ...value, [within]: change(value[within]) } : value;
}

function rearrange(value: unknown, how: Extract<Action, { kind: 'rows' }>['how']): unknown {
  const arrange = <T>(rows: readonly T[]): T[] =>
    how === 'reverse' ? [...rows].reverse() : how === 'first' ? rows.slice(0, 1) : [...rows, ...rows];
  if (Array.isArray(value)) return arrange(value as unknown[]);
  return isRecord(value) ? Object.fromEntries(arrange(Object.entries(value))) : value;
}

/** Number becomes text, text an array, and so on, in every field or the named ones. */
function changeTypes(
  value: unknown,
  to: string | undefined,
  fields: readonly string[] | undefined,
  inside = false,
): unknown {
  if (Array.isArray(value)) return value.map((entry) => changeTypes(entry, to, fields, inside));
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        const meant = fields === undefined || fields.includes(key);
        const deep = typeof entry === 'object' && entry !== null;
        return [
          key,
          deep && !(meant && fields !== undefined)
            ? changeTypes(entry, to, fields, true)
            : meant
              ? mutate(entry, to)
              : entry,
        ];
      }),
    );
  return inside || fields !== undefined ? value : mutate(value, to);
}

function mutate(value: unknown, to: string | undefined): unknown {
  const target =
    to ?? (typeof value === 'number' ? 'string' : typeof value === 'string' ? 'array' : 'string');
  switch (target) {
    case 'string':
      return typeof value === 'string' ? { value } : String(value);
    case 'number':
      return typeof value === 'number' ? String(value) : 12_345;
    case 'array':
      return [value];
    case 'object':
      return { value };
    default:
      return null;
  }
}

function patch(value: unknown, set: Readonly<Record<string, unknown>>, remove: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => patch(entry, set, remove));
  if (!isRecord(value)) return value;
  const merged = { ...value, ...set };
  return Object.fromEntries(Object.entries(merged).filter(([key]) => !remove.includes(key)));
}
