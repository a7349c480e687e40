import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { epochMsSchema } from './time';

export const barSchema = z.object({
  /** Start of the bar. */
  timeMs: epochMsSchema,
  open: decimalSchema,
  high: decimalSchema,
  low: decimalSchema,
  close: decimalSchema,
  volume: decimalSchema.nullable(),
});
export type Bar = z.infer<typeof barSchema>;
