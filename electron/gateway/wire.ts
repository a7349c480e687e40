import { z } from 'zod';

/**
 * Building blocks of answers: lenient about extras and about types seen in the wild, strict about identity.
 * A member of an impossible type becomes `null` — unknown, never zero — and the rest of the row stays usable.
 */
export const row = z.looseObject;

/** An id: a number here and text there, sometimes on the same day (conid, order id) — QUIRKS §3. */
export const wireId = z.union([z.number(), z.string().min(1)]);
/** As it stands in rows: of the right type, or absent (such a row belongs to nothing and is left out above). */
export const identity = wireId.nullish();
/** A figure: number or text such as "1,300" or "C168.42"; read by shared/domain/decimal. */
export const figure = z.union([z.number(), z.string()]).nullish().catch(null);
export const label = z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null);
export const flag = z.union([z.boolean(), z.number(), z.string()]).nullish().catch(null);
export const labels = z.array(z.unknown()).nullish().catch(null);
export const part = z.looseObject({}).nullish().catch(null);
/** Free content that only the console shows. */
export const record = z.looseObject({});
export const list = z.array(z.looseObject({}));
/** Answers keyed by currency, symbol or account; an entry of an impossible type stays as it came. */
export const keyed = <S extends z.ZodType>(entry: S) => z.record(z.string(), z.union([entry, z.unknown()]));
export const submitted = z.looseObject({ status: label });
