import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { epochMsSchema } from './time';

const anchorSchema = z.strictObject({ timeMs: epochMsSchema, price: decimalSchema });
export type ChartAnchor = z.infer<typeof anchorSchema>;

const kinds = ['trend', 'ray', 'horizontal', 'vertical'] as const;

/** A line the user drew: held by time and price, so that it stands on every bar size. */
export const chartLineSchema = z.strictObject({
  id: z.string().min(1).max(40),
  /** `trend` ends at its points, `ray` goes on to the right; the other two use only the price or only the time of `from`. */
  kind: z.enum(kinds),
  from: anchorSchema,
  to: anchorSchema,
});
export type ChartLine = z.infer<typeof chartLineSchema>;
export type ChartLineKind = ChartLine['kind'];

/** All lines on one instrument; the document's id is its conid. */
export const chartLinesSchema = z.strictObject({ lines: z.array(chartLineSchema).max(200) });
