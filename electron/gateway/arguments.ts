import { z } from 'zod';
import type { Parameter, Place } from './endpoint';

type Options = Omit<Parameter, 'place' | 'schema' | 'doc'>;
const at =
  (place: Place) =>
  <S extends z.ZodType>(schema: S, doc: string, options: Options = {}): Parameter<S> => ({
    place,
    schema,
    doc,
    ...options,
  });

export const inPath = at('path');
export const inQuery = at('query');
export const inBody = at('body');
export const asBody = at('whole-body');
export const keptHere = at('none');

export const text = z.string().min(1);
/** An id that is text on the wire, whatever it was here. */
export const idText = z.union([text, z.number().int().nonnegative()]).transform(String);

/** A contract id as text; `265598@SMART` names an exchange. */
export const conidText = z
  .union([z.number().int().positive(), z.string().regex(/^\d{1,18}(@[\w.]+)?$/, 'not a contract id')])
  .transform(String);

/** A whole number that must be a JSON number on the wire; digits beyond 2^53 travel as a bigint. */
export const integer = z
  .union([z.number().int(), z.bigint(), z.string().regex(/^-?\d{1,19}$/, 'not a whole number')])
  .transform((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value)));

/** As `oneOrMany`, where nothing may be given: an empty list leaves the query — BEHAVIOUR §4, read 2026-11. */
export const anyNumberOf = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.array(schema)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<S>[])
    .optional();

export const oneOrMany = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.array(schema).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<S>[]);

/** `0` or `1` on the wire. */
export const zeroOne = z
  .union([z.boolean(), z.literal([0, 1, '0', '1'])])
  .transform((value) => (value === true || value === 1 || value === '1' ? '1' : '0'));

/** A moment; `YYYYMMDD-HH:mm:ss` in UTC on the wire. Text without a zone is UTC, whatever this computer's zone. */
export const utcTime = z.union([z.date(), z.number().int(), text]).transform((value, context) => {
  if (typeof value === 'string' && /^\d{8}-\d\d:\d\d:\d\d$/.test(value)) return value;
  const zoned =
    typeof value === 'string' && /\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/i.test(value) ? `${value}Z` : value;
  const date = new Date(zoned);
  if (!Number.isNaN(date.getTime()))
    return date.toISOString().slice(0, 19).replaceAll('-', '').replace('T', '-');
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** The account in the path; the client's account when absent. */
export const accountInPath = inPath(
  text.optional(),
  'Account id, such as `U1234567`. Default: the client’s account.',
  {
    defaultsToAccount: true,
  },
);

/** Several accounts taken together. */
export const accountIdsInBody = inBody(
  oneOrMany(text),
  'One account id or several; several are taken together.',
  { wireName: 'acctIds' },
);
